import { describe, expect, it } from 'vitest'
import { take } from '../../../server/domain/rateLimit.ts'

describe('a token bucket, known by when it will be full again', () => {
  const [burst, perSecond] = [5, 10]
  /** How many of `tries` single tokens it gives at one moment. */
  function given(fullAt: number, tries: number, nowMs: number): { readonly count: number; readonly fullAt: number } {
    let count = 0
    let full = fullAt
    for (let at = 0; at < tries; at++) {
      const next = take(full, 1, burst, perSecond, nowMs)
      if (next === null) continue
      full = next
      count++
    }
    return { count, fullAt: full }
  }

  it('gives its burst at once, and then what flows in', () => {
    const first = given(0, 20, 1_000)
    expect(first.count).toBe(5)
    expect(given(first.fullAt, 20, 1_000).count).toBe(0)
    expect(given(first.fullAt, 20, 1_100).count).toBe(1)
    expect(given(first.fullAt, 20, 1_350).count).toBe(3)
  })
  it('never holds more than its burst, however long nobody took any', () => {
    const { fullAt } = given(0, 20, 1_000)
    expect(given(fullAt, 20, 3_600_000).count).toBe(5)
  })
  it('gives several together or none of them', () => {
    const { fullAt } = given(0, 3, 1_000)
    expect(take(fullAt, 3, burst, perSecond, 1_000)).toBeNull()
    expect(take(fullAt, 2, burst, perSecond, 1_000)).not.toBeNull()
    expect(take(0, 6, burst, perSecond, 1_000)).toBeNull()
  })
})
