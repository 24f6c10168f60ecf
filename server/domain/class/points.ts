import type { CommandPayload } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassState } from './ClassState.ts'
import { groupOf } from './groups.ts'
import { MAX_POINTS_ENTRIES } from './limits.ts'

export function givePoints(state: ClassState, { groupId, points, reason }: CommandPayload<'points:give'>, id: string, now: number): ClassState {
  groupOf(state, groupId)
  // Dropping the oldest would change a total that everybody has seen.
  if (state.points.length >= MAX_POINTS_ENTRIES) throw new Refusal('too-many', `points were given ${MAX_POINTS_ENTRIES} times already`)
  return { ...state, points: [...state.points, { id, groupId, points, reason: reason.trim(), at: now }] }
}

export const undoPoints = (state: ClassState, entryId: string): ClassState =>
  state.points.some(({ id }) => id === entryId) ? { ...state, points: state.points.filter(({ id }) => id !== entryId) } : state
