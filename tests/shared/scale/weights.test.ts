import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceWeights, splitEvenly, weightTotal } from '../../../shared/scale/weights.ts'
import { buildFactor } from '../scoring/build.ts'

const sum = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0)

describe('weights that total 100', () => {
  it.each([
    [[20, 30, 50], [20, 30, 50]],
    [[1, 1, 1], [34, 33, 33]],
    [[10, 20, 30], [17, 33, 50]],
    [[40, 60, null], [27, 40, 33]],
    [[null, null, 0, null], [25, 25, 25, 25]],
    [[100, 100, 0.001], [50, 49, 1]],
    [[], []],
  ])('%j becomes %j', (weights, balanced) => {
    expect(balanceWeights(weights)).toEqual(balanced)
  })
  it('splits evenly, the larger parts first', () => {
    expect(splitEvenly(6)).toEqual([17, 17, 17, 17, 16, 16])
    expect([splitEvenly(0), splitEvenly(-2), splitEvenly(Number.NaN)]).toEqual([[], [], []])
  })
  it('whatever is there, gives whole weights from 1 on that total exactly 100, in the same order of size; twice is once', () => {
    const weight = fc.oneof(fc.constantFrom(null, 0, -3, Number.NaN, Infinity, 1e308, 1e-300), fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true }))
    fc.assert(fc.property(fc.array(weight, { minLength: 1, maxLength: 40 }), (weights) => {
      const balanced = balanceWeights(weights)
      expect(sum(balanced)).toBe(100)
      expect(balanced.every((one) => Number.isInteger(one) && one >= 1)).toBe(true)
      expect(balanceWeights(balanced)).toEqual(balanced)
      weights.forEach((one, index) => weights.forEach((other, place) => {
        if (one !== null && other !== null && Number.isFinite(one) && one > other && other > 0) expect((balanced[index] ?? 0) >= (balanced[place] ?? 0)).toBe(true)
      }))
    }))
  })
  it('totals to the hundredth, without removed factors', () => {
    expect(weightTotal([33.3, 33.3, 33.4].map((weight, index) => buildFactor({ id: `f${index}`, weight })))).toBe(100)
    expect(weightTotal([buildFactor({ id: 'a', weight: null }), buildFactor({ id: 'b', removed: { at: 1, by: '' } })])).toBe(0)
  })
})
