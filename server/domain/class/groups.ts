import { MAX_GROUPS } from '../../../shared/group/identity.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassState, StoredGroup } from './ClassState.ts'
import { newGroup } from './newClass.ts'
import { nameOf } from './roster.ts'

export function groupOf(state: ClassState, groupId: string): StoredGroup {
  const group = state.groups.find((one) => one.id === groupId)
  if (!group) throw new Refusal('not-found', 'no such group')
  return group
}

/** Those that were put away, too: whoever copies or removes a class's work means all of it. */
export const allGroups = (state: ClassState): readonly StoredGroup[] => [...state.groups, ...state.archivedGroups]

/** Takes the first free letter. */
export function addGroup(state: ClassState, groupId: string): ClassState {
  const taken = new Set(state.groups.map((group) => group.index))
  const index = Array.from({ length: MAX_GROUPS }, (_, place) => place).find((place) => !taken.has(place))
  if (index === undefined) throw new Refusal('too-many', `a class has at most ${MAX_GROUPS} groups`)
  const groups = [...state.groups, newGroup(groupId, index)].sort((one, other) => one.index - other.index)
  return { ...state, groups }
}

export function renameGroup(state: ClassState, groupId: string, given: string): ClassState {
  const name = nameOf(given)
  return groupOf(state, groupId).name === name ? state : { ...state, groups: state.groups.map((group) => (group.id === groupId ? { ...group, name } : group)) }
}
