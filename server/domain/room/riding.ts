import type { Peer } from './peer.ts'

/**
 * Receipts and presence are not urgent: they ride along with the next frame to their peer, and go alone only after
 * `waitMs`. In a busy group that makes them nearly free, because what costs is the packet, not its bytes.
 */
export class Riding {
  private readonly waitMs: number
  private readonly waiting = new Set<Peer>()
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(waitMs: number) {
    this.waitMs = waitMs
  }
  add(peer: Peer): void {
    this.waiting.add(peer)
    this.timer ??= setTimeout(() => this.flush(), this.waitMs)
  }
  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    for (const peer of this.waiting) peer.flush()
    this.waiting.clear()
  }
}
