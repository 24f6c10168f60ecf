import { describe, expect, it } from 'vitest'
import { createServerClock } from '../../../client/api/serverClock.ts'

describe('the server\'s clock on a device', () => {
  it('P7.1: goes by the server however wrong the device\'s clock is, from the sample with the shortest round trip', () => {
    let monotonic = 1_000
    const clock = createServerClock(() => monotonic)
    clock.addSample(0, 900, 5_000_400) // slow: right only within ±450 ms, and nearly that much off
    clock.addSample(950, 970, 5_000_510) // 20 ms there and back
    monotonic = 1_970
    expect(clock.now()).toBe(5_000_510 + 10 + 1_000)
  })
  it('P7.1: five devices with noisy lines show the same time within 200 ms', () => {
    const truth = (at: number): number => 9_000_000 + at
    const shown = [3, 40, 180, 350, 390].map((oneWayMs, device) => {
      const clock = createServerClock(() => 10_000)
      for (let sample = 0; sample < 5; sample++) {
        const there = oneWayMs * (1 + ((device + sample) % 3) / 10)
        const back = oneWayMs
        const sentAt = sample * 1_000
        clock.addSample(sentAt, sentAt + there + back, truth(sentAt + there))
      }
      return clock.now()
    })
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThan(200)
  })
  it('P7.3: starts again when the clocks have jumped apart, as after a sleep', () => {
    const clock = createServerClock(() => 2_000)
    clock.addSample(0, 10, 1_000_000)
    clock.addSample(1_000, 1_300, 1_600_000)
    expect(clock.now()).toBe(1_600_000 + 150 + 700)
  })
})
