export interface Ticks {
  /** Resolves when the sockets have been read; for all who ask in the same tick, together. */
  next(): Promise<void>
}

/** All rooms take their turns in the same moment of the event loop, so that one transaction takes what all of them write. */
export function createTicks(): Ticks {
  let coming: Promise<void> | null = null
  return {
    next() {
      coming ??= new Promise((resolve) =>
        setImmediate(() => {
          coming = null
          resolve()
        }),
      )
      return coming
    },
  }
}
