export interface Allowance {
  readonly messageBurst: number
  readonly messagesPerSecond: number
  readonly byteBurst: number
  readonly bytesPerSecond: number
}

/**
 * Two token buckets, of messages and of bytes: each lets its burst through at once and so much a second in the long run.
 * The caller brings the time, ms of a clock that never goes back.
 */
export class RateLimit {
  private readonly allowance: Allowance
  private messages: number
  private bytes: number
  private filledAt: number

  constructor(allowance: Allowance, nowMs: number) {
    this.allowance = allowance
    this.messages = allowance.messageBurst
    this.bytes = allowance.byteBurst
    this.filledAt = nowMs
  }
  /** False when there is not enough left for one more message of so many bytes; then nothing is taken. */
  take(bytes: number, atMs: number): boolean {
    const { messageBurst, messagesPerSecond, byteBurst, bytesPerSecond } = this.allowance
    const seconds = (atMs - this.filledAt) / 1_000
    this.messages = Math.min(messageBurst, this.messages + seconds * messagesPerSecond)
    this.bytes = Math.min(byteBurst, this.bytes + seconds * bytesPerSecond)
    this.filledAt = atMs
    if (this.messages < 1 || this.bytes < bytes) return false
    this.messages--
    this.bytes -= bytes
    return true
  }
}
