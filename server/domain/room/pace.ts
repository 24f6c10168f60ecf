import type { RoomLimits } from './limits.ts'

/** Over how long the rate is looked at, ms. */
const WINDOW_MS = 1_000

/**
 * How long the next turn of a document waits. A group that writes at the pace of people is served at once; one in which
 * everybody types at the same time gets the others' keystrokes in steps, several in a frame: the more they type, the longer
 * the steps, so that neither frames nor the air they need grow in number with every key.
 */
export class Pace {
  private readonly limits: Pick<RoomLimits, 'paceAbovePerSecond' | 'paceMs' | 'paceMostMs'>
  /** Updates per second, fading over the window. */
  private rate = 0
  private lastAt = -Infinity

  constructor(limits: Pick<RoomLimits, 'paceAbovePerSecond' | 'paceMs' | 'paceMostMs'>) {
    this.limits = limits
  }
  turn(events: number, nowMs: number): void {
    this.rate = this.perSecond(nowMs) + events * (1_000 / WINDOW_MS)
    this.lastAt = nowMs
  }
  waitMs(nowMs: number): number {
    const { paceAbovePerSecond, paceMs, paceMostMs } = this.limits
    const rate = this.perSecond(nowMs)
    if (rate <= paceAbovePerSecond) return 0
    const step = Math.min(paceMostMs, (paceMs * rate) / Math.max(1, paceAbovePerSecond))
    return Math.max(0, this.lastAt + step - nowMs)
  }
  /** Updates per second, fading over the window. */
  perSecond(nowMs: number): number {
    return this.rate * Math.exp(Math.min(0, this.lastAt - nowMs) / WINDOW_MS)
  }
}
