import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goAround } from '../../server/domain/goAround.ts'

const EVERY_MS = 1_000
const SLICE_MS = 20
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const crowd = (size: number): Set<number> => new Set(Array.from({ length: size }, (_, index) => index))

describe('going around a crowd', () => {
  it.each([1, 7, 50, 333])('comes by each of %i once in a round, and in the next one again', (size) => {
    const visits: number[] = []
    const stop = goAround(crowd(size), EVERY_MS, (one) => visits.push(one))
    vi.advanceTimersByTime(EVERY_MS)
    expect(visits).toEqual([...crowd(size)])
    vi.advanceTimersByTime(EVERY_MS)
    expect(visits).toEqual([...crowd(size), ...crowd(size)])
    stop()
    vi.advanceTimersByTime(EVERY_MS)
    expect(visits).toHaveLength(2 * size)
  })
  it('never comes by more than a few in one go', () => {
    let visits = 0
    const stop = goAround(crowd(2_000), EVERY_MS, () => visits++)
    for (let slice = 1; slice <= 50; slice++) {
      vi.advanceTimersByTime(SLICE_MS)
      expect(visits).toBe(40 * slice)
    }
    stop()
  })
  it('misses nobody when some leave while it is under way, and those who come are in the next round', () => {
    const all = crowd(100)
    const visits: number[] = []
    const stop = goAround(all, EVERY_MS, (one) => {
      visits.push(one)
      if (one === 10) for (const gone of [0, 5, 11, 99]) all.delete(gone)
    })
    vi.advanceTimersByTime(EVERY_MS)
    expect(visits).toEqual([...crowd(100)].filter((one) => one !== 11 && one !== 99))
    all.add(500)
    visits.length = 0
    vi.advanceTimersByTime(EVERY_MS)
    expect(visits).toEqual([...all])
    stop()
  })
})
