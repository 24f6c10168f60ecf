import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ArchivedGroup, ClassState, StoredGroup } from './ClassState.ts'
import { addGroup, groupOf } from './groups.ts'
import { MAX_GROUP_MEMBERS } from './limits.ts'
import { present } from './roster.ts'
import { withoutScene } from './settings.ts'
import { leaveStage } from './sharing.ts'

/** Out of the class, with all that it takes to come back. What the projector showed of it goes too. */
function putAway(state: ClassState, group: StoredGroup, how: Pick<ArchivedGroup, 'archivedAt' | 'mergedInto' | 'memberIds'>): ClassState {
  return {
    ...(state.sharing?.presenterId === group.id ? leaveStage(state) : state),
    groups: state.groups.filter(({ id }) => id !== group.id),
    archivedGroups: [...state.archivedGroups, { ...group, ...how }],
    projector: withoutScene(state.projector, (scene) => 'groupId' in scene && scene.groupId === group.id),
  }
}

/** Only an empty one, and never the last. */
export function removeGroup(state: ClassState, groupId: string, now: number): ClassState {
  const group = groupOf(state, groupId)
  if (present(state).some((one) => one.groupId === groupId)) throw new Refusal('wrong-state', 'the group still has members')
  if (state.groups.length === 1) throw new Refusal('wrong-state', 'a class needs a group')
  return putAway(state, group, { archivedAt: now, mergedInto: null, memberIds: [] })
}

export function mergeGroups(state: ClassState, groupId: string, into: string, now: number): ClassState {
  const group = groupOf(state, groupId)
  if (groupOf(state, into) === group) throw new Refusal('bad-payload', 'a group can not be merged into itself')
  const people = present(state)
  const memberIds = people.filter((one) => one.groupId === groupId).map(({ id }) => id)
  const there = people.filter((one) => one.groupId === into).length
  if (there + memberIds.length > MAX_GROUP_MEMBERS) throw new Refusal('group-full', `a group has at most ${MAX_GROUP_MEMBERS} members`)
  return putAway(withMoved(state, memberIds, into), group, { archivedAt: now, mergedInto: into, memberIds })
}

/** Back under its letter, or the first free one; and those come back who went from it and are still where they went. */
export function restoreGroup(state: ClassState, groupId: string): ClassState {
  const archived = state.archivedGroups.find(({ id }) => id === groupId)
  if (!archived) {
    groupOf(state, groupId) // restored already, or never there
    return state
  }
  const { mergedInto, memberIds } = archived
  const group: StoredGroup = { id: archived.id, index: archived.index, name: archived.name, lock: archived.lock }
  const back = present(state).filter((one) => one.groupId === mergedInto && memberIds.includes(one.id)).map(({ id }) => id)
  const archivedGroups = state.archivedGroups.filter(({ id }) => id !== groupId)
  const isTaken = state.groups.some(({ index }) => index === group.index)
  const withGroup = isTaken ? underFreeLetter(state, group) : { ...state, groups: inOrder([...state.groups, group]) }
  return withMoved({ ...withGroup, archivedGroups }, back, groupId)
}

/** @param newGroupId of the new group, whose document is there already. */
export function splitGroup(state: ClassState, groupId: string, participantIds: readonly string[], newGroupId: string): ClassState {
  const { lock } = groupOf(state, groupId)
  const own = new Set(present(state).filter((one) => one.groupId === groupId).map(({ id }) => id))
  if (!participantIds.every((id) => own.has(id))) throw new Refusal('conflict', 'somebody is not in this group any more')
  // What was locked stays so: a copy is no way around it.
  return withMoved(underFreeLetter(state, { id: newGroupId, index: 0, name: '', lock }), participantIds, newGroupId)
}

function underFreeLetter(state: ClassState, group: StoredGroup): ClassState {
  const added = addGroup(state, group.id)
  return { ...added, groups: added.groups.map((one) => (one.id === group.id ? { ...group, index: one.index } : one)) }
}

const inOrder = (groups: readonly StoredGroup[]): readonly StoredGroup[] => groups.toSorted((one, other) => one.index - other.index)

const withMoved = (state: ClassState, participantIds: readonly string[], groupId: string): ClassState => ({
  ...state, participants: state.participants.map((one) => (participantIds.includes(one.id) ? { ...one, groupId } : one)),
})
