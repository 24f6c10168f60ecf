import { remainingMs, type Timer } from '../../../shared/timer/timer.ts'

/** The last minute, and overtime, are told by colour and by words. */
const LAST_MS = 60_000
/** How long the screen flashes after zero. */
export const FLASH_MS = 4_000
/** Someone who opens the projector later than this after zero hears no bell. */
const BELL_GRACE_MS = 3_000

export type TimerTone = 'still' | 'calm' | 'last' | 'over'
export interface TimerFace {
  /** What to say beside the figures. */
  readonly state: Timer['state']
  readonly tone: TimerTone
  readonly leftMs: number
  /** Of the duration, 0..1: 0 at zero and in overtime. */
  readonly leftShare: number
}

/** What the timer shows at `now`. Past its end it is in overtime, whether or not the server's word has come. */
export function timerFace(timer: Timer, now: number): TimerFace {
  const leftMs = remainingMs(timer, now)
  const state = timer.state === 'running' && leftMs <= 0 ? 'overtime' : timer.state
  const leftShare = timer.durationMs > 0 ? Math.min(1, Math.max(0, leftMs / timer.durationMs)) : 0
  return { state, tone: toneOf(state, leftMs), leftMs, leftShare }
}
function toneOf(state: Timer['state'], leftMs: number): TimerTone {
  if (state === 'idle' || state === 'ended') return 'still'
  return leftMs <= 0 ? 'over' : leftMs <= LAST_MS ? 'last' : 'calm'
}

/** ms since zero while the timer runs on, or null. */
function sinceZero(timer: Timer, now: number): number | null {
  if (timer.state !== 'running' && timer.state !== 'overtime') return null
  return now >= timer.endsAt ? now - timer.endsAt : null
}

export function isFlashing(timer: Timer, now: number): boolean {
  const since = sinceZero(timer, now)
  return since !== null && since < FLASH_MS
}

/** The instant for which a bell is due now, to be remembered as `rungFor`: each rings once. `final`: it is the end itself. */
export interface DueBell {
  readonly at: number
  readonly final: boolean
}
/** @param bellsMs how long before the end bells ring, 0 for the end. null: no bell. */
export function bellDue(timer: Timer, now: number, rungFor: number | null, bellsMs: readonly number[] = [0]): DueBell | null {
  if (timer.state !== 'running' && timer.state !== 'overtime') return null
  const due = bellsMs.map((beforeMs) => ({ at: timer.endsAt - beforeMs, final: beforeMs === 0, whole: beforeMs < timer.durationMs }))
    .find(({ at, whole }) => whole && now >= at && now - at <= BELL_GRACE_MS)
  return due === undefined || due.at === rungFor ? null : { at: due.at, final: due.final }
}
