/** A bucket of messages that refills: `burst` at once, `perSecond` in the long run (P5.11). */
export function createAllowance(burst: number, perSecond: number, monotonic: () => number): () => boolean {
  let left = burst
  let refilledAt = monotonic()
  return () => {
    const now = monotonic()
    left = Math.min(burst, left + ((now - refilledAt) / 1_000) * perSecond)
    refilledAt = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
