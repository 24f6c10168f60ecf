/**
 * The server's clock as this device sees it: offset = server time + half the round trip − our monotonic clock, taken
 * from the sample with the shortest round trip. The device's own wall clock is never used: it is often minutes wrong.
 */
export interface ServerClock {
  /** ms since 1970 by the server's clock. */
  now(): number
  addSample(sentAt: number, receivedAt: number, serverNow: number): void
  /** Forgets the samples: the line or the server is another one. */
  reset(): void
}

const KEPT = 8

export function createServerClock(monotonic: () => number = () => performance.now()): ServerClock {
  let samples: { roundTripMs: number; offset: number }[] = []
  const best = (): number | undefined => samples.reduce<{ roundTripMs: number; offset: number } | undefined>((one, other) => (!one || other.roundTripMs < one.roundTripMs ? other : one), undefined)?.offset
  return {
    now: () => monotonic() + (best() ?? Date.now() - monotonic()),
    addSample(sentAt, receivedAt, serverNow) {
      const roundTripMs = Math.max(0, receivedAt - sentAt)
      const offset = serverNow + roundTripMs / 2 - receivedAt
      // A sample that disagrees by more than the worst error of both means that a clock jumped (sleep): start again.
      const known = samples[0]
      if (known && Math.abs(known.offset - offset) > known.roundTripMs + roundTripMs + 500) samples = []
      samples = [...samples, { roundTripMs, offset }].slice(-KEPT)
    },
    reset() {
      samples = []
    },
  }
}
