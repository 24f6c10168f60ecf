import { localMidnight, resumesAt } from '../../../shared/agenda/daySchedule.ts'
import { MAX_DURATION_MS } from '../../../shared/timer/timer.ts'
import type { ClassState } from './ClassState.ts'
import { timerOf } from './newClass.ts'

const SAME_MS = 1_000
const currentOf = ({ agenda, currentId }: ClassState) => agenda.find(({ id }) => id === currentId)

/** When people were told to be back from lunch; null where nobody was told, or it is too far away to count down to. */
function promisedAt(state: ClassState, now: number): number | null {
  const item = currentOf(state)
  const at = item?.uncounted ? resumesAt({ ...state, timer: timerOf(item.minutes) }, now, localMidnight) : null
  return at !== null && at - now <= MAX_DURATION_MS ? at : null
}

/** Who comes to lunch late comes back when it was promised: the timer counts to that hour, not the minutes that were planned. */
export function countToPromise(state: ClassState, now: number): ClassState {
  const at = promisedAt(state, now)
  return at === null ? state : { ...state, timer: { state: 'idle', durationMs: at - now } }
}

/** A timer that waited meanwhile, and that nobody set otherwise, still ends at that hour. */
export function keepPromise(state: ClassState, now: number): ClassState {
  const at = promisedAt(state, now)
  const begunAt = currentOf(state)?.startedAt ?? null
  if (at === null || begunAt === null || state.timer.state !== 'idle') return state
  return Math.abs(begunAt + state.timer.durationMs - at) <= SAME_MS ? countToPromise(state, now) : state
}

/** One that was ended too early and is set to the item's own minutes again counts to that hour, too; to others it is set on purpose. */
export function promisedAnew(state: ClassState, now: number): ClassState {
  const own = timerOf(currentOf(state)?.minutes ?? 0)
  return state.timer.durationMs === own.durationMs ? countToPromise(state, now) : state
}
