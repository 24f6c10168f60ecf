export interface Throttle {
  /** Runs soon: at once when the last run is long enough ago. Further askings until then are one. */
  ask(): void
  stop(): void
}

/** At most one run per `everyMs`, asked anew each time; the last asking is never lost. `run` must not throw. */
export function createThrottle(everyMs: () => number, run: () => void): Throttle {
  let timer: NodeJS.Timeout | undefined
  let lastRun = -Infinity
  return {
    ask() {
      if (timer) return
      const wait = Math.max(0, lastRun + everyMs() - performance.now())
      timer = setTimeout(() => {
        timer = undefined
        lastRun = performance.now()
        run()
      }, wait)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
