import type { Clock } from '../../server/domain/clock.ts'

/** A clock that moves only when a test says so. */
export class FakeClock implements Clock {
  private wall: number
  private elapsed = 0
  constructor(startMs = Date.UTC(2026, 10, 23, 9, 0)) {
    this.wall = startMs
  }
  now(): number {
    return this.wall
  }
  monotonic(): number {
    return this.elapsed
  }
  /** Time passes, on both clocks. */
  advance(ms: number): void {
    this.wall += ms
    this.elapsed += ms
  }
  /** Somebody sets the wall clock. */
  jump(ms: number): void {
    this.wall += ms
  }
}
