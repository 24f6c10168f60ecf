/** A peer, as far as it has something that may wait. */
export interface Waiter {
  flush(): void
}

/** Those who waited in vain are sent to a few at a time: all at once would make everybody's letters wait. */
const STEPS = 10

/**
 * Receipts and presence are not urgent: they ride along with the next frame to their peer, and go alone only after
 * nine tenths of `waitMs` to the whole of it. In a busy group that makes them nearly free, because what costs is the packet,
 * not its bytes.
 */
export class Riding {
  private readonly stepMs: number
  /** In which step each of them began to wait, the longest waiting first. */
  private readonly waiting = new Map<Waiter, number>()
  private step = 0
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(waitMs: number) {
    this.stepMs = waitMs / STEPS
  }
  /** It has something that waits, and had nothing before. */
  add(peer: Waiter): void {
    this.waiting.delete(peer)
    this.waiting.set(peer, this.step)
    this.timer ??= setTimeout(this.next, this.stepMs)
  }
  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    for (const peer of this.waiting.keys()) peer.flush()
    this.waiting.clear()
  }
  private readonly next = (): void => {
    this.step++
    for (const [peer, since] of this.waiting) {
      if (this.step - since < STEPS) break
      this.waiting.delete(peer)
      peer.flush()
    }
    this.timer = this.waiting.size > 0 ? setTimeout(this.next, this.stepMs) : null
  }
}
