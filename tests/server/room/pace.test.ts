import { describe, expect, it } from 'vitest'
import { Pace } from '../../../server/domain/room/pace.ts'

/** Updates at even distances, for as long as given: how long did each wait? */
function waits(perSecond: number, seconds: number): number[] {
  const pace = new Pace({ paceAbovePerSecond: 24, paceMs: 40 })
  return Array.from({ length: perSecond * seconds }, (_, index) => {
    const now = (index * 1_000) / perSecond
    const waited = pace.waitMs(now)
    pace.turn(1, now)
    return waited
  })
}

describe('a document is served at once while people write at the pace of people', () => {
  it('never makes six people wait who edit twice a second', () => {
    expect(Math.max(...waits(12, 10))).toBe(0)
  })
  it('serves in steps when all of them type, and at once again when it is quiet', () => {
    const pace = new Pace({ paceAbovePerSecond: 24, paceMs: 40 })
    for (let now = 0; now < 1_000; now += 20) pace.turn(1, now)
    expect(pace.waitMs(1_000)).toBe(20)
    expect(pace.waitMs(1_040)).toBe(0)
    expect(pace.waitMs(3_000)).toBe(0)
  })
})
