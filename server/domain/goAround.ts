/** In so many slices it goes around. */
const SLICES = 50

/**
 * Comes by everybody once in `everyMs`, by a few at a time: writing to all sockets of a hall in one go would make everybody's
 * letters wait. @returns the function that ends it
 */
export function goAround<T>(all: Iterable<T> & { readonly size: number }, everyMs: number, visit: (one: T) => void): () => void {
  let slice = 0
  let left = all[Symbol.iterator]()
  let most = 0
  const timer = setInterval(() => {
    if (slice === 0) {
      left = all[Symbol.iterator]()
      most = Math.ceil(all.size / SLICES)
    }
    slice = (slice + 1) % SLICES
    // The last slice takes also those who came meanwhile.
    for (let count = slice === 0 ? Infinity : most; count > 0; count--) {
      const next = left.next()
      if (next.done) break
      visit(next.value)
    }
  }, everyMs / SLICES)
  timer.unref()
  return () => clearInterval(timer)
}
