import { describe, expect, it } from 'vitest'
import { Pace } from '../../../server/domain/room/pace.ts'

const limits = { paceAbovePerSecond: 24, paceMs: 100, paceMostMs: 200 }

/** Updates at even distances, for as long as given: how long did each wait? */
function waits(perSecond: number, seconds: number): number[] {
  const pace = new Pace(limits)
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
    const pace = typing(24.5)
    expect(pace.waitMs(TYPED_MS)).toBeGreaterThan(100)
    expect(pace.waitMs(TYPED_MS)).toBeLessThan(110)
    expect(pace.waitMs(TYPED_MS + 110)).toBe(0)
    expect(pace.waitMs(TYPED_MS + 3_000)).toBe(0)
  })
  it('takes longer steps the more they type, up to a fifth of a second', () => {
    expect(typing(36).waitMs(TYPED_MS)).toBeGreaterThan(145)
    expect(typing(36).waitMs(TYPED_MS)).toBeLessThan(160)
    expect(typing(240).waitMs(TYPED_MS)).toBe(200)
  })
})

const TYPED_MS = 10_000
/** So many a second for ten seconds, the last one just now. */
function typing(perSecond: number): Pace {
  const pace = new Pace(limits)
  // Each update counts for the second in which it fades: the first ones weigh nothing by now.
  for (let left = Math.round((TYPED_MS / 1_000) * perSecond); left >= 0; left--) pace.turn(1, TYPED_MS - (left * 1_000) / perSecond)
  return pace
}
