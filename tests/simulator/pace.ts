/** How fast simulated people act. Speed 1 is a person's; Infinity does not wait at all. */
export interface Pace {
  /** Waits as long as a person would take `ms` for, at this speed; ends early when stopped. */
  spend(ms: number): Promise<void>
  /** 0 ≤ x < 1, from a seed, so that a run can be repeated. */
  random(): number
  readonly stopped: boolean
  /** How many times faster than a person. */
  readonly speed: number
  /** Does not wait at all: then words come at once, or the server would take the device for one that floods it. */
  readonly instant: boolean
}

/** mulberry32: small and good enough to vary a demo. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function createPace(speed: number, seed: number, signal?: AbortSignal): Pace {
  const random = seededRandom(seed)
  return {
    random, speed,
    instant: speed === Infinity,
    get stopped() {
      return signal?.aborted ?? false
    },
    spend(ms) {
      const realMs = ms / speed
      if (realMs < 1 || signal?.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, realMs)
        signal?.addEventListener('abort', done)
      })
    },
  }
}
