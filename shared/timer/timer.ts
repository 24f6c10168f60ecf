/**
 * The exercise timer. Times ending in `Ms` are durations; `…At` are instants of the server's clock in ms.
 * After zero the timer runs on into overtime until someone ends it.
 */
export type Timer =
  | { readonly state: 'idle'; readonly durationMs: number }
  | { readonly state: 'running'; readonly durationMs: number; readonly endsAt: number }
  /** `remainingMs` is negative when it was paused in overtime. */
  | ({ readonly state: 'paused'; readonly durationMs: number; readonly remainingMs: number } & PastZero)
  | ({ readonly state: 'overtime'; readonly durationMs: number; readonly endsAt: number } & PastZero)
  | ({ readonly state: 'ended'; readonly durationMs: number } & PastZero)

interface PastZero {
  /** When it came to zero, where that is not `endsAt`: it stands, was given minutes that were not enough, or was ended after it. */
  readonly zeroAt?: number
}

export type TimerEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** Moves the end by `byMs`, which may be negative. */
  | { readonly kind: 'adjust'; readonly byMs: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'reset'; readonly durationMs: number }
  | { readonly kind: 'tick' }

export const MIN_DURATION_MS = 1_000
export const MAX_DURATION_MS = 14_400_000

/**
 * The timer after `event`. The caller brings the clock. An event that means nothing in a state changes nothing: the very
 * same object comes back, so a caller can tell by identity, and a double tap does no harm (pitfall 7.4).
 */
export function step(timer: Timer, event: TimerEvent, now: number): Timer {
  if (event.kind === 'reset') return { state: 'idle', durationMs: clampDuration(event.durationMs) }
  switch (timer.state) {
    case 'idle':
      if (event.kind === 'start') return { state: 'running', durationMs: timer.durationMs, endsAt: now + timer.durationMs }
      return event.kind === 'adjust' ? adjusted(timer, event.byMs, now) : timer
    case 'running':
      if (event.kind === 'tick') return now < timer.endsAt ? timer : { ...timer, state: 'overtime' }
      if (event.kind === 'pause') return paused(timer, now)
      if (event.kind === 'adjust') return adjusted(timer, event.byMs, now)
      return event.kind === 'end' ? ended(timer) : timer
    case 'paused':
      if (event.kind === 'resume') return towardsEnd(timer, now)
      if (event.kind === 'adjust') return adjusted(timer, event.byMs, now)
      return event.kind === 'end' ? ended(timer) : timer
    case 'overtime':
      if (event.kind === 'pause') return paused(timer, now)
      if (event.kind === 'adjust') return adjusted(timer, event.byMs, now)
      return event.kind === 'end' ? ended(timer) : timer
    case 'ended':
      return timer
  }
}

/** Time to zero: negative in overtime, the whole duration before the start, 0 once ended. */
export function remainingMs(timer: Timer, now: number): number {
  switch (timer.state) {
    case 'idle': return timer.durationMs
    case 'running':
    case 'overtime': return timer.endsAt - now
    case 'paused': return timer.remainingMs
    case 'ended': return 0
  }
}

/** Since when its time is over, also while it stands, and once it was ended after that; undefined: it is not. */
export function zeroAtOf(timer: Timer): number | undefined {
  if (timer.state === 'overtime') return timer.zeroAt ?? timer.endsAt
  return timer.state === 'paused' || timer.state === 'ended' ? timer.zeroAt : undefined
}

/** Time that has run, pauses left out; longer than the duration in overtime. The whole duration once ended. */
export const elapsedMs = (timer: Timer, now: number): number => timer.durationMs - remainingMs(timer, now)

/**
 * The timer after the laptop slept: paused as of the instant it fell asleep, so that the sleep cost no classroom time
 * (pitfall 7.3). The trainer then resumes, or shortens. A timer that did not run is left as it is.
 */
export const afterSleep = (timer: Timer, asleepSince: number): Timer => step(timer, { kind: 'pause' }, asleepSince)

/**
 * The end moved by `byMs`, the duration along with it, so that the share that has run stays between 0 and 1. Taking
 * away more than is left brings the end to now; what is over can't be made shorter; beyond four hours is cut off. In
 * overtime the timer runs again when its new end lies ahead, and otherwise is less late.
 */
function adjusted(timer: Exclude<Timer, { state: 'ended' }>, byMs: number, now: number): Timer {
  const left = remainingMs(timer, now)
  const atMost = Math.max(0, MAX_DURATION_MS - timer.durationMs)
  const atLeast = Math.min(0, -Math.min(left, timer.durationMs - MIN_DURATION_MS))
  const moved = Number.isFinite(byMs) ? Math.min(atMost, Math.max(atLeast, byMs)) : 0
  if (moved === 0) return timer
  const fresh = { durationMs: timer.durationMs + moved, remainingMs: left + moved, ...pastZero(left + moved, timer) }
  switch (timer.state) {
    case 'idle': return { state: 'idle', durationMs: fresh.durationMs }
    case 'paused': return { state: 'paused', ...fresh }
    case 'running':
    case 'overtime': return towardsEnd(fresh, now)
  }
}

function ended(timer: Timer): Timer {
  const zeroAt = zeroAtOf(timer)
  return { state: 'ended', durationMs: timer.durationMs, ...(zeroAt === undefined ? {} : { zeroAt }) }
}

function paused(timer: Extract<Timer, { state: 'running' | 'overtime' }>, now: number): Timer {
  const left = remainingMs(timer, now)
  return { state: 'paused', durationMs: timer.durationMs, remainingMs: left, ...pastZero(left, timer) }
}

const towardsEnd = ({ remainingMs: left, durationMs, zeroAt }: { readonly durationMs: number; readonly remainingMs: number } & PastZero, now: number): Timer =>
  left > 0 ? { state: 'running', durationMs, endsAt: now + left } : { state: 'overtime', durationMs, endsAt: now + left, ...(zeroAt === undefined ? {} : { zeroAt }) }

/** What a timer with so much left keeps of when it came to zero. */
function pastZero(left: number, timer: Timer): PastZero {
  const zeroAt = zeroAtOf(timer)
  return left > 0 || zeroAt === undefined ? {} : { zeroAt }
}

const clampDuration = (durationMs: number): number =>
  Number.isFinite(durationMs) ? Math.min(MAX_DURATION_MS, Math.max(MIN_DURATION_MS, durationMs)) : MIN_DURATION_MS
