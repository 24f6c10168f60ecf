/** Lets `burst` through at once and `perSecond` in the long run. The caller brings the time, ms of a clock that never goes back. */
export class TokenBucket {
  private readonly burst: number
  private readonly perSecond: number
  private tokens: number
  private filledAt: number

  constructor(burst: number, perSecond: number, nowMs: number) {
    this.burst = burst
    this.perSecond = perSecond
    this.tokens = burst
    this.filledAt = nowMs
  }
  /** False when there is not enough left; then nothing is taken. */
  take(amount: number, atMs: number): boolean {
    this.tokens = Math.min(this.burst, this.tokens + ((atMs - this.filledAt) / 1_000) * this.perSecond)
    this.filledAt = atMs
    if (amount > this.tokens) return false
    this.tokens -= amount
    return true
  }
}
