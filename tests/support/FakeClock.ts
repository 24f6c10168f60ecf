import type { Clock } from '../../server/domain/clock.ts'

/** A clock that only moves when it is told to. */
export interface FakeClock extends Clock {
  advance(ms: number): void
  /** Moves the wall clock alone: a sleep on Linux, or somebody set it. */
  jump(ms: number): void
}

/** Half past nine of a class day, so that minutes of the agenda look like ones. */
export const CLASS_DAY = Date.UTC(2026, 10, 23, 1, 30)

export function createFakeClock(start = CLASS_DAY): FakeClock {
  let wall = start
  let monotonic = 0
  return {
    now: () => wall,
    monotonic: () => monotonic,
    advance(ms) {
      wall += ms
      monotonic += ms
    },
    jump: (ms) => { wall += ms },
  }
}
