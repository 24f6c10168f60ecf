import { describe, expect, it } from 'vitest'
import { destinationOf, gradeField, rangeText, rawRange } from '../../../client/features/measure/grading.ts'
import type { Factor } from '../../../shared/scale/model.ts'
import { gradeOf } from '../../../shared/scoring/grade.ts'

const buildFactor = (change: Partial<Factor> = {}): Factor => ({
  id: 'f1', order: 'a0', name: '年采购额', definition: '', source: '', unit: '万元', weight: 20, measure: 'numeric', direction: 'more', libraryId: null, removed: null,
  intervals: [1, 2, 3, 4].map((level) => ({ level, text: '', points: level })), thresholds: [100, 300, 1000], ...change,
})
const say = (factor: Factor, level: number): string | null => {
  const range = rawRange(factor, level)
  return range && rangeText(range, String)
}

describe('the raw figures of an interval', () => {
  it('are bounded by the thresholds, the lower one included', () => {
    expect([1, 2, 3, 4].map((level) => say(buildFactor(), level))).toEqual(['< 100', '100 – 300', '300 – 1000', '≥ 1000'])
  })

  for (const direction of ['more', 'less'] as const) {
    it(`earn the grade that they are shown beside (${direction} is better)`, () => {
      const factor = buildFactor({ direction })
      for (const { level } of factor.intervals) {
        const range = rawRange(factor, level)
        const inside = range?.from ?? (range?.below ?? 0) - 1
        expect(gradeOf(factor, { kind: 'raw', raw: inside })).toBe(level)
      }
    })
  }

  it('are not shown while thresholds are missing or out of order, nor for intervals in words', () => {
    expect(rawRange(buildFactor({ thresholds: [100, null, 1000] }), 2)).toBeNull()
    expect(rawRange(buildFactor({ thresholds: [300, 100, 1000] }), 2)).toBeNull()
    expect(rawRange(buildFactor({ measure: 'text' }), 2)).toBeNull()
  })
})

describe('being led to a place', () => {
  it('a doubted grade opens that customer and factor; other fields their step', () => {
    expect(destinationOf(gradeField('c1', 'f1'))).toEqual({ step: 'grade', customerId: 'c1', factorId: 'f1' })
    expect(destinationOf('customers/c1/effort')).toEqual({ step: 'effort', customerId: 'c1', factorId: null })
    expect(destinationOf('customers/c1/name')).toMatchObject({ step: 'list' })
    expect(destinationOf('gut')).toMatchObject({ step: 'gut' })
    expect(destinationOf('potential/f1/name')).toBeNull()
  })
})
