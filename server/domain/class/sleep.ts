import { step } from '../../../shared/timer/timer.ts'
import type { ClassState } from './ClassState.ts'
import { LOCK_GRACE_MS, MAX_WARNINGS, SLEEP_GAP_MS } from './limits.ts'
import { shiftClosing } from './locks.ts'

export type ClockGap =
  | { readonly kind: 'none' }
  /** Nothing ran between the two readings. */
  | { readonly kind: 'slept'; readonly from: number; readonly forMs: number }
  /** Somebody, or a time server, set the clock back. */
  | { readonly kind: 'set-back'; readonly byMs: number }

export interface ClockReading {
  readonly wall: number
  readonly monotonic: number
}

/**
 * Compares two readings that should be a second apart. During sleep the monotonic clock goes on on Windows and stands
 * still on Linux, so the larger gap of the two counts. A wall clock that was set forward looks the same and is treated
 * the same: pausing and asking is right then, too.
 */
export function clockGap(last: ClockReading, now: ClockReading): ClockGap {
  const wallGap = now.wall - last.wall
  const monotonicGap = now.monotonic - last.monotonic
  if (wallGap < -1_000) return { kind: 'set-back', byMs: monotonicGap - wallGap }
  const gap = Math.max(wallGap, monotonicGap)
  return gap > SLEEP_GAP_MS ? { kind: 'slept', from: last.wall, forMs: gap } : { kind: 'none' }
}

/** The timer pauses with what it had left before the sleep; locks under way give a grace again, for what was typed offline. */
export function afterSleep(state: ClassState, from: number, forMs: number, now: number): ClassState {
  if (state.endedAt !== null) return state
  const kept = shiftClosing(state, (at) => Math.max(at, now + LOCK_GRACE_MS))
  if (state.timer.state !== 'running' && state.timer.state !== 'overtime') return kept
  const warning = { kind: 'laptop-slept', at: now, detail: String(Math.round(forMs / 1_000)) } as const
  return { ...kept, timer: step(state.timer, { kind: 'pause' }, from), warnings: [...kept.warnings, warning].slice(-MAX_WARNINGS) }
}

/** The countdown goes on as if the clock had not been touched. */
export function afterSetBack(state: ClassState, byMs: number): ClassState {
  if (state.endedAt !== null) return state
  const kept = shiftClosing(state, (at) => at - byMs)
  const { timer } = kept
  return timer.state === 'running' || timer.state === 'overtime' ? { ...kept, timer: { ...timer, endsAt: timer.endsAt - byMs } } : kept
}

/** Whoever touches the timer or the agenda has seen that the laptop slept. */
export const withoutSleepWarnings = (state: ClassState): ClassState =>
  state.warnings.length === 0 ? state : { ...state, warnings: state.warnings.filter((warning) => warning.kind !== 'laptop-slept') }
