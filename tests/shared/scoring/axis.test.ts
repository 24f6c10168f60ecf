import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../shared/customer/model.ts'
import { axisScore, medianCuts, placeAll, placeCustomer, quadrantCounts, quadrantOf } from '../../../shared/scoring/axis.ts'
import type { Factor } from '../../../shared/scale/model.ts'
import { buildCustomer, buildFactor, buildNumeric, buildScale, buildWork, levels } from './build.ts'

const scaleOf = (...factors: Factor[]) => buildScale('potential', factors)

describe('the score of an axis', () => {
  const scale = scaleOf(buildFactor({ id: 'a', weight: 50 }), buildFactor({ id: 'b', weight: 30 }), buildFactor({ id: 'c', weight: 20 }))

  it('is the weighted mean of the factor scores', () => {
    expect(axisScore(buildCustomer('x', { a: 5, b: 3, c: 1 }), scale)).toEqual({ value: 65, low: 65, high: 65, graded: 3, answered: 3, total: 3, complete: true })
  })
  it('counts the graded factors alone, and says how far the missing ones could still move it', () => {
    expect(axisScore(buildCustomer('x', { a: 5, b: 3 }), scale)).toEqual({ value: 81.25, low: 65, high: 85, graded: 2, answered: 2, total: 3, complete: false })
  })
  it('takes "don\'t know" for an answer, but not for a grade', () => {
    expect(axisScore(buildCustomer('x', { a: 5, b: 3, c: { kind: 'unknown' } }), scale)).toMatchObject({ graded: 2, answered: 3, complete: false, high: 85 })
  })
  it('is null, anywhere from 0 to 100, before the first grade', () => {
    expect(axisScore(buildCustomer('x'), scale)).toEqual({ value: null, low: 0, high: 100, graded: 0, answered: 0, total: 3, complete: false })
  })
  it('is null for an empty scale, and for one without weights', () => {
    expect(axisScore(buildCustomer('x', { a: 5 }), scaleOf())).toMatchObject({ value: null, low: 0, high: 100, total: 0, complete: false })
    expect(axisScore(buildCustomer('x', { a: 5 }), scaleOf(buildFactor({ id: 'a', weight: null }), buildFactor({ id: 'b', weight: 0 })))).toMatchObject({ value: null, low: 0, high: 100, graded: 1, total: 2 })
  })
  it('has no hair that decimal weights leave: who stands in the middle of every factor stands on the cut line', () => {
    const decimal = scaleOf(buildFactor({ id: 'a', weight: 10 }), buildFactor({ id: 'b', weight: 10 }), buildFactor({ id: 'c', weight: 16.7 }))
    expect(axisScore(buildCustomer('x', { a: 3, b: 3, c: 3 }), decimal)).toMatchObject({ value: 50, low: 50, high: 50 })
    expect(axisScore(buildCustomer('y', { a: 1, b: 5, c: 3 }), decimal)).toMatchObject({ value: 50, low: 50, high: 50 })
  })
  it('is not moved by a factor without weight', () => {
    const partly = scaleOf(buildFactor({ id: 'a', weight: 60 }), buildFactor({ id: 'b', weight: null }))
    expect(axisScore(buildCustomer('x', { a: 3, b: 5 }), partly)).toMatchObject({ value: 50, low: 50, high: 50, complete: true })
  })
  it('never counts a removed factor', () => {
    const removed = buildFactor({ id: 'b', weight: 40, removed: { at: 1, by: 'p' } })
    expect(axisScore(buildCustomer('x', { a: 3, b: 5 }), buildScale('potential', [buildFactor({ id: 'a', weight: 60 }), removed], [removed]))).toMatchObject({ value: 50, total: 1, complete: true })
  })
  it('a raw figure without usable thresholds is answered, but not graded', () => {
    const numeric = scaleOf(buildNumeric({ id: 'n', thresholds: [10, null, 30, 40] }))
    expect(axisScore(buildCustomer('x', { n: { kind: 'raw', raw: 15 } }), numeric)).toMatchObject({ value: null, graded: 0, answered: 1 })
  })
  it('a missing grade that can earn nothing adds nothing to the range', () => {
    const flat = scaleOf(buildFactor({ id: 'a', weight: 50 }), buildFactor({ id: 'b', weight: 50, intervals: levels(3, () => 2) }))
    expect(axisScore(buildCustomer('x', { a: 5 }), flat)).toMatchObject({ value: 100, low: 50, high: 50 })
  })

  const weird = fc.constantFrom<number | null>(null, 0, -5, Number.NaN, Infinity, 1e-9, 33.3, 20, 100)
  const factors = fc.array(fc.record({ weight: weird, count: fc.integer({ min: 0, max: 5 }), flat: fc.boolean() }), { maxLength: 9 })
    .map((list) => list.map(({ weight, count, flat }, index) => buildFactor({ id: `f${index}`, weight, intervals: levels(count, flat ? () => 1 : undefined) })))
  const grade = fc.oneof(fc.record({ kind: fc.constant('level' as const), level: fc.integer({ min: -1, max: 7 }) }), fc.constant({ kind: 'unknown' as const }), fc.record({ kind: fc.constant('raw' as const), raw: fc.double() }))
  const graded = fc.dictionary(fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', 'gone'), grade).map((grades): Customer => buildCustomer('x', grades))

  it('P1.12: whatever the document holds, scores are within 0..100 and the counts agree', () => {
    fc.assert(fc.property(factors, graded, (list, customer) => {
      const score = axisScore(customer, scaleOf(...list))
      for (const figure of [score.value ?? 50, score.low, score.high]) expect(figure >= 0 && figure <= 100).toBe(true)
      expect(score.low).toBeLessThanOrEqual(score.high)
      expect(score.graded <= score.answered && score.answered <= score.total).toBe(true)
      expect(score.complete).toBe(score.total > 0 && score.graded === score.total && score.value !== null)
    }))
  })

  it('whatever the missing grades turn out to be, the score lands inside the range', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(weights, fc.infiniteStream(fc.integer({ min: 1, max: 5 })), fc.nat(8), (list, stream, known) => {
      const all = list.map((weight, index) => ({ factor: buildFactor({ id: `f${index}`, weight }), level: stream.next().value as number }))
      const full = scaleOf(...all.map((one) => one.factor))
      const gradesOf = (some: typeof all) => Object.fromEntries(some.map((one) => [one.factor.id, one.level]))
      const before = axisScore(buildCustomer('x', gradesOf(all.slice(0, known))), full)
      const after = axisScore(buildCustomer('x', gradesOf(all)), full).value ?? Number.NaN
      expect(after).toBeGreaterThanOrEqual(before.low - 1e-9)
      expect(after).toBeLessThanOrEqual(before.high + 1e-9)
    }))
  })
})

describe('the place on the map', () => {
  const { scales, settings } = buildWork([])
  it('x is the relationship, y the potential', () => {
    const place = placeCustomer(buildCustomer('x', { p: 5, r: 2 }), scales, settings)
    expect([place.x.value, place.y.value, place.quadrant, place.possible]).toEqual([25, 100, 'attack', ['attack']])
  })
  it('a point on a cut line belongs to the upper and right side', () => {
    expect([quadrantOf(50, 50, 50, 50), quadrantOf(49.9, 50, 50, 50), quadrantOf(50, 49.9, 50, 50), quadrantOf(49.9, 49.9, 50, 50)]).toEqual(['deepen', 'attack', 'maintain', 'release'])
  })
  it('has no quadrant while an axis has no value, and names those that are still possible', () => {
    const place = placeCustomer(buildCustomer('x', { p: 5 }), scales, settings)
    expect([place.quadrant, place.possible]).toEqual([null, ['attack', 'deepen']])
  })
  it('counts quadrants, without the customers that have none and the removed ones', () => {
    const customers = [buildCustomer('a', { p: 5, r: 5 }), buildCustomer('b', { p: 5, r: 1 }), buildCustomer('c', { p: 5 }), buildCustomer('d', { p: 1, r: 1 }, { removed: { at: 1, by: 'x' } })]
    expect(quadrantCounts(placeAll(customers, scales, settings))).toEqual({ attack: 1, deepen: 1, release: 0, maintain: 0 })
  })
  it('offers the medians as cut lines, rounded down so that the one in the middle stays up and right', () => {
    const customers = [[5, 4], [4, 5], [4, 4], [5, 3]].map(([p = 1, r = 1], index) => buildCustomer(`c${index}`, { p, r }))
    expect(medianCuts(placeAll(customers, scales, settings))).toEqual({ cutX: 75, cutY: 87 })
    expect(medianCuts([])).toBeNull()
  })
})
