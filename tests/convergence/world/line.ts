import type { CloseCode } from '../../../shared/protocol/sync.ts'
import type { Connection, Wire } from '../../../server/domain/room/Wire.ts'
import type { Random } from '../../support/random.ts'
import type { Claim } from './promises.ts'

export interface LineEnds {
  /** A frame reaches the tablet. `isShaky`: the server sent it while its disk refused. */
  receive(frame: Uint8Array, isShaky: boolean): void
  /** The tablet learns that the line is gone; null: without a word. */
  ended(code: CloseCode | null): void
  /** A frame is about to reach the server. */
  arriving(claim: Claim | null): void
  isFailing(): boolean
}
type Down = { readonly frame: Uint8Array; readonly isShaky: boolean } | { readonly code: CloseCode }
type Up = { readonly frame: Uint8Array; readonly claim: Claim | null; readonly isMissed: boolean } | 'bye'
/**
 * lossy: messages of both sides are lost, repeated and swapped. leaky: only updates of the tablet that the next one makes
 * missed; a deletion moves no clock, so without receipts nobody can miss it until the next first sync.
 */
export type Quality = 'good' | 'lossy' | 'leaky'

/**
 * One connection: two queues whose frames arrive when the run says so. What is under way when it is cut is lost at both
 * ends. A bad one also loses, repeats and swaps single messages, as no TCP does, but some proxies do.
 */
export class Line implements Wire {
  quality: Quality
  /** How the server closed it, if it did. */
  closedWith: CloseCode | null = null
  private readonly down: Down[] = []
  private readonly up: Up[] = []
  private readonly ends: LineEnds
  private connection: Connection | null = null
  private serverHears = true
  private serverSpeaks = true
  private clientIsThere = true

  constructor(ends: LineEnds, quality: Quality) {
    this.ends = ends
    this.quality = quality
  }

  // The server's end.
  send(frame: Uint8Array): void {
    if (this.serverSpeaks) this.down.push({ frame, isShaky: this.ends.isFailing() })
  }
  buffered(): number {
    return this.down.reduce((bytes, one) => bytes + ('frame' in one ? one.frame.byteLength : 0), 0)
  }
  close(code: CloseCode): void {
    if (!this.serverSpeaks) return
    this.serverSpeaks = false
    this.closedWith = code
    this.down.push({ code })
  }
  terminate(): void {
    this.lose()
    this.hangUp()
  }
  /** The server has let it in, or has not; then it is closed already. */
  admitted(connection: Connection | undefined): void {
    this.connection = connection ?? null
    if (!this.serverHears) this.connection?.closed()
  }
  get isAdmitted(): boolean {
    return this.connection !== null
  }

  // The tablet's end.
  sendUp(frame: Uint8Array, claim: Claim | null, isMissed: boolean): void {
    if (this.clientIsThere) this.up.push({ frame, claim, isMissed })
  }
  /** The tablet closes it in an orderly way: what it sent still arrives. */
  leave(): void {
    if (this.clientIsThere) this.up.push('bye')
    this.clientIsThere = false
  }
  /** Nobody listens here any more, though the line stays for a while. */
  abandon(): void {
    this.clientIsThere = false
  }

  // The network.
  /** Lost for both; the server may notice later, by `hangUp`. */
  lose(): void {
    this.up.length = 0
    this.down.length = 0
    this.serverSpeaks = false
    this.end(null)
  }
  /** The server learns that the tablet is gone. */
  hangUp(): void {
    if (!this.serverHears) return
    this.serverHears = false
    this.serverSpeaks = false
    this.up.length = 0
    this.connection?.closed()
  }
  /** The server's process is gone: what it wrote may still arrive. */
  serverDied(): void {
    this.connection = null
    this.serverHears = false
    this.serverSpeaks = false
    this.up.length = 0
  }
  get isOver(): boolean {
    return !this.serverHears && !this.clientIsThere
  }
  get isIdle(): boolean {
    return this.down.length === 0 && (this.up.length === 0 || !this.serverHears)
  }
  deliverDown(count: number, dice: Random): void {
    for (let left = count; left > 0 && this.down.length > 0; left--) {
      const next = this.take(this.down, dice)
      if (next) this.arriveDown(next)
    }
  }
  deliverUp(count: number, dice: Random): void {
    if (!this.connection || !this.serverHears) return
    for (let left = count; left > 0 && this.up.length > 0; left--) {
      const next = this.take(this.up, dice)
      if (next) this.arriveUp(next)
    }
  }

  private arriveDown(next: Down): void {
    if ('frame' in next) {
      if (this.clientIsThere) this.ends.receive(next.frame, next.isShaky)
      return
    }
    this.end(next.code)
    this.hangUp()
  }
  private arriveUp(next: Up): void {
    if (next === 'bye') return this.hangUp()
    this.ends.arriving(next.claim)
    this.connection?.receive(next.frame)
  }
  private end(code: CloseCode | null): void {
    if (!this.clientIsThere) return
    this.clientIsThere = false
    this.ends.ended(code)
  }
  /** The next message, or what a bad network makes of it. */
  private take<T extends Down | Up>(queue: T[], dice: Random): T | undefined {
    const first = queue.shift()
    if (!first || !this.mayHarm(first)) return first
    const luck = dice.below(12)
    const second = queue[0]
    if (luck === 0) return undefined
    if (luck === 1) queue.unshift(first)
    if (luck === 2 && second && this.mayHarm(second)) return queue.splice(0, 1, first)[0]
    return first
  }
  private mayHarm(one: Down | Up): boolean {
    if (one === 'bye' || 'code' in one) return false
    return this.quality === 'lossy' || (this.quality === 'leaky' && 'isMissed' in one && one.isMissed)
  }
}
