/** Lets `burst` through at once and `perSecond` in the long run. The caller brings the time, ms of a clock that never goes back. */
export function createTokenBucket(burst: number, perSecond: number, nowMs: number) {
  let tokens = burst
  let filledAt = nowMs
  return {
    /** False when there is not enough left; then nothing is taken. */
    take(amount: number, atMs: number): boolean {
      tokens = Math.min(burst, tokens + ((atMs - filledAt) / 1_000) * perSecond)
      filledAt = atMs
      if (amount > tokens) return false
      tokens -= amount
      return true
    },
  }
}
export type TokenBucket = ReturnType<typeof createTokenBucket>
