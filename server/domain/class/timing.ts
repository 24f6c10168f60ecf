import { Refusal } from '../../../shared/protocol/reply.ts'
import { remainingMs, step, type Timer, type TimerEvent, zeroAtOf } from '../../../shared/timer/timer.ts'
import type { ClassState } from './ClassState.ts'
import { LOCK_GRACE_MS } from './limits.ts'
import { closeLocks, openLocksSince, settleLocks } from './locks.ts'
import { keepPromise, promisedAnew } from './promise.ts'
import { withoutSleepWarnings } from './sleep.ts'

type PressedEvent = Exclude<TimerEvent, { kind: 'tick' }>

const isGoing = (timer: Timer): boolean => timer.state === 'running' || timer.state === 'overtime'

/** True when what the button asks for is so already: a double tap, or two consoles with the same thought. */
function isAlreadySo(timer: Timer, event: PressedEvent): boolean {
  switch (event.kind) {
    case 'start': case 'resume': return isGoing(timer)
    case 'pause': return timer.state === 'paused'
    case 'end': return timer.state === 'ended'
    default: return false
  }
}

/** @throws Refusal 'wrong-state' when the event means nothing in the timer's state and what it asks for is not so. */
export function controlTimer(state: ClassState, event: PressedEvent, now: number): ClassState {
  if (isAlreadySo(state.timer, event)) return state
  const next = step(event.kind === 'start' ? keepPromise(state, now).timer : state.timer, event, now)
  const timer = event.kind === 'reset' ? promisedAnew({ ...state, timer: next }, now).timer : next
  if (timer === state.timer) throw new Refusal('wrong-state', `the timer is ${state.timer.state}`)
  // A minute more on a timer that stands was perhaps pressed while the laptop slept: why it stands is still to be told.
  const controlled = withTimer(timer.state === 'paused' ? state : withoutSleepWarnings(state), timer, now)
  const zeroAt = zeroAtOf(state.timer)
  // Also the whole time anew: what the trainer begins again is to be worked at.
  const gotMoreTime = (event.kind === 'adjust' || event.kind === 'reset') && zeroAt !== undefined && remainingMs(timer, now) > 0
  return gotMoreTime ? openLocksSince(controlled, zeroAt) : controlled
}

const locksAtZero = (state: ClassState): boolean => state.agenda.some((item) => item.id === state.currentId && item.lockAtZero)

/** What the passing of time alone changes: zero is reached, locks fall due. Returns the same state when nothing does. */
export function passTime(state: ClassState, now: number): ClassState {
  if (state.endedAt !== null) return state
  return settleLocks(withTimer(state, step(state.timer, { kind: 'tick' }, now), now), now)
}

/** At zero, by time or by a button (also one pressed while the timer stood), the item's soft lock begins with its grace. */
function withTimer(state: ClassState, timer: Timer, now: number): ClassState {
  if (timer === state.timer) return state
  const reachedZero = timer.state === 'overtime' && zeroAtOf(state.timer) === undefined
  const timed = { ...state, timer }
  return reachedZero && locksAtZero(state) ? closeLocks(timed, { groupIds: null, inMs: LOCK_GRACE_MS }, now) : timed
}
