import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factorScore, gradeOf } from '../../../shared/scoring/grade.ts'
import { buildFactor, buildNumeric, levels } from './build.ts'

const raw = (figure: number) => ({ kind: 'raw', raw: figure }) as const

describe('the grade of a raw figure', () => {
  const volume = buildNumeric({ id: 'volume' })
  it.each([[-5, 1], [9.99, 1], [10, 2], [19, 2], [20, 3], [39.9, 4], [40, 5], [1e12, 5]])('%d earns level %d: the lower bound is inclusive', (figure, level) => {
    expect(gradeOf(volume, raw(figure))).toBe(level)
  })
  it.each([[9.99, 5], [10, 4], [40, 1]])('less is better: %d earns level %d', (figure, level) => {
    expect(gradeOf({ ...volume, direction: 'less' }, raw(figure))).toBe(level)
  })
  it('is none while a threshold is missing or they are out of order', () => {
    for (const thresholds of [[10, null, 30, 40], [10, 20, 20, 40], [40, 30, 20, 10], [10, 20, 30], [10, 20, 30, Number.NaN]]) {
      expect(gradeOf({ ...volume, thresholds }, raw(25))).toBeNull()
    }
  })
  it('is none on a factor that became a text, and none for what is no number', () => {
    expect(gradeOf(buildFactor({ id: 'f' }), raw(25))).toBeNull()
    expect(gradeOf(volume, raw(Number.NaN))).toBeNull()
  })
  it('every figure falls into exactly one interval, and a better figure never earns less', () => {
    const thresholds = fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 4 }).map((list) => list.sort((one, other) => one - other))
    const figure = fc.integer({ min: -120, max: 120 })
    fc.assert(fc.property(thresholds, figure, figure, fc.constantFrom('more' as const, 'less' as const), (set, one, other, direction) => {
      const factor = buildNumeric({ id: 'f', thresholds: set, direction })
      const grades = [one, other].sort((left, right) => left - right).map((value) => gradeOf(factor, raw(value)) ?? Number.NaN)
      const [lower = Number.NaN, higher = Number.NaN] = direction === 'more' ? grades : grades.reverse()
      expect(lower).toBeGreaterThanOrEqual(1)
      expect(higher).toBeLessThanOrEqual(set.length + 1)
      expect(lower).toBeLessThanOrEqual(higher)
    }))
  })
})

describe('other answers', () => {
  const factor = buildFactor({ id: 'f', intervals: levels(3) })
  it('a chosen level counts, also on a numeric factor, as long as the factor has it', () => {
    expect(gradeOf(factor, { kind: 'level', level: 3 })).toBe(3)
    expect(gradeOf(buildNumeric({ id: 'n' }), { kind: 'level', level: 5 })).toBe(5)
    expect(gradeOf(factor, { kind: 'level', level: 5 })).toBeNull()
  })
  it('"don\'t know" and no answer are no grade', () => {
    expect(gradeOf(factor, { kind: 'unknown' })).toBeNull()
    expect(gradeOf(factor, undefined)).toBeNull()
  })
})

describe('the score of a factor', () => {
  it('is the share of the way from the lowest points to the highest', () => {
    const factor = buildFactor({ id: 'f' })
    expect([1, 2, 3, 4, 5].map((level) => factorScore(factor, level))).toEqual([0, 25, 50, 75, 100])
    const steep = buildFactor({ id: 'f', intervals: levels(3, (level) => level ** 2) })
    expect(factorScore(steep, 2)).toBeCloseTo(37.5)
  })
  it('is 0, not NaN, where all intervals earn the same, and null without a grade', () => {
    expect(factorScore(buildFactor({ id: 'f', intervals: levels(5, () => 3) }), 4)).toBe(0)
    expect(factorScore(buildFactor({ id: 'f' }), null)).toBeNull()
    expect(factorScore(buildFactor({ id: 'f', intervals: [] }), 1)).toBeNull()
  })
})
