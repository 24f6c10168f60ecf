/** Where the domain gets the time, so that tests can bring their own. */
export interface Clock {
  /** Wall clock, ms since 1970. May jump. */
  now(): number
  /** Never goes back, ms from an arbitrary zero. */
  monotonic(): number
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }
