import type { ClassState, StoredGroup } from '../class/ClassState.ts'
import { isLocked } from '../class/locks.ts'

/** An exercise that just ended, and for whom. */
export interface ExerciseEnd {
  readonly itemId: string | null
  readonly groupIds: readonly string[]
}

/** The trainer went on, the class ended, or the time is up and the groups' work is locked. */
export function exerciseEnd(before: ClassState, after: ClassState): ExerciseEnd | null {
  const itemId = before.currentId
  const wentOn = itemId !== null && after.currentId !== itemId
  const ended = before.endedAt === null && after.endedAt !== null
  const closed = wentOn || ended ? after.groups : timeIsUp(after) ? newlyLocked(before, after) : []
  return closed.length === 0 ? null : { itemId, groupIds: closed.map(({ id }) => id) }
}

const timeIsUp = ({ timer }: ClassState): boolean => timer.state === 'overtime' || timer.state === 'ended'
const newlyLocked = (before: ClassState, after: ClassState): readonly StoredGroup[] =>
  before.groups === after.groups ? [] : after.groups.filter(({ id, lock }) => lock.state === 'locked' && !isLocked(before, id))
