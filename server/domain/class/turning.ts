import { holdPage, turningFrom } from '../../../shared/stage/turning.ts'
import { roundOf } from './alone.ts'
import type { ClassState } from './ClassState.ts'
import { findPoll } from './polls.ts'

/** What the room looks at, as far as it has pages. */
function shownIn(state: ClassState): readonly unknown[] {
  const { projector: { scene }, sharing, currentId } = state
  if (scene.kind === 'stage') return [scene, sharing?.presenterId, sharing?.artifact]
  if (scene.kind === 'agenda') return [scene, currentId]
  if (scene.kind === 'alone') return [scene, roundOf(state, scene.groupId, scene.exercise)?.state]
  if (scene.kind === 'poll') return [scene, findPoll(state, scene.pollId)?.shown]
  return [scene]
}

/** Whatever comes onto the projector begins with its first page. */
export const keepTurning = (before: ClassState, after: ClassState, now: number): ClassState =>
  before === after || JSON.stringify(shownIn(before)) === JSON.stringify(shownIn(after)) ? after : { ...after, turning: turningFrom(now) }

export function setHeld(state: ClassState, held: boolean, now: number): ClassState {
  const turning = holdPage(state.turning, held, now)
  return turning === state.turning ? state : { ...state, turning }
}
