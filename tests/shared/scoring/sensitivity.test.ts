import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../shared/customer/model.ts'
import { placeCustomer, type Scales } from '../../../shared/scoring/axis.ts'
import { fragileCustomers } from '../../../shared/scoring/sensitivity.ts'
import { buildCustomer, buildFactor, buildNumeric, buildScale } from './build.ts'

const cuts = { cutX: 50, cutY: 50 }
const scales: Scales = {
  potential: buildScale('potential', [buildFactor({ id: 'p', weight: 50 }), buildFactor({ id: 'q', weight: 50 })]),
  relationship: buildScale('relationship', [buildFactor({ id: 'r', weight: 100 })]),
}
const flipsOf = (customer: Customer, of = scales, at = cuts) => fragileCustomers([customer], of, at)[0]?.flips ?? []

describe('how firm a place on the map is', () => {
  it('a customer far from the lines is not fragile', () => {
    expect(fragileCustomers([buildCustomer('a', { p: 5, q: 5, r: 5 })], scales, cuts)).toEqual([])
  })
  it('a weight a tenth lower: the score is Σ w·s / Σ w with the changed weight, the others keep their proportions', () => {
    // p scores 75, q 25: 50 exactly, on the upper side. p at 45: (45·75 + 50·25) / 95 = 48.7; q at 55: (50·75 + 55·25) / 105 = 48.8.
    const flips = flipsOf(buildCustomer('a', { p: 4, q: 2, r: 5 })).filter(({ cause }) => cause === 'weight')
    expect(flips).toEqual([
      { cause: 'weight', axis: 'potential', factorId: 'p', way: 'down', quadrant: 'maintain' },
      { cause: 'weight', axis: 'potential', factorId: 'q', way: 'up', quadrant: 'maintain' },
    ])
    // A tenth and no more: with a line at 48.5 it takes a fifth.
    expect(flipsOf(buildCustomer('a', { p: 4, q: 2, r: 5 }), scales, { cutX: 50, cutY: 48.5 }).filter(({ cause }) => cause === 'weight')).toEqual([])
  })
  it('the only factor of an axis may weigh what it likes', () => {
    expect(flipsOf(buildCustomer('a', { p: 5, q: 5, r: 3 })).filter(({ cause }) => cause === 'weight')).toEqual([])
  })
  it('one grade by one level, with the factor and the quadrant that it leads to', () => {
    // 62.5 and 50: a level of p or q is 12.5 points, one of r 25.
    expect(flipsOf(buildCustomer('a', { p: 4, q: 3, r: 3 }))).toEqual([{ cause: 'grade', axis: 'relationship', factorId: 'r', way: 'down', quadrant: 'attack' }])
    expect(flipsOf(buildCustomer('b', { p: 3, q: 2, r: 1 }))).toEqual([
      { cause: 'grade', axis: 'potential', factorId: 'p', way: 'up', quadrant: 'attack' },
      { cause: 'grade', axis: 'potential', factorId: 'q', way: 'up', quadrant: 'attack' },
    ])
  })
  it('a raw figure is moved to the level beside its own', () => {
    const numeric: Scales = { ...scales, potential: buildScale('potential', [buildNumeric({ id: 'p', weight: 100 })]) }
    expect(flipsOf(buildCustomer('a', { p: { kind: 'raw', raw: 25 }, r: 5 }), numeric)).toEqual([{ cause: 'grade', axis: 'potential', factorId: 'p', way: 'down', quadrant: 'maintain' }])
  })
  it('the highest grade goes no higher; no answer and "don\'t know" are nobody\'s grade', () => {
    expect(flipsOf(buildCustomer('a', { p: 5, q: { kind: 'unknown' }, r: 5 }), scales, { cutX: 50, cutY: 80 })).toEqual([{ cause: 'grade', axis: 'potential', factorId: 'p', way: 'down', quadrant: 'maintain' }])
  })
  it('the cut lines are the group\'s own', () => {
    const customer = buildCustomer('a', { p: 5, q: 4, r: 5 })
    expect(flipsOf(customer)).toEqual([])
    expect(flipsOf(customer, scales, { cutX: 50, cutY: 80 }).map(({ factorId, way }) => `${factorId} ${way}`)).toEqual(['p down', 'q down'])
  })
  it('who is not on the map or removed is not told of, nor what factors without weight would do', () => {
    const free: Scales = { ...scales, potential: buildScale('potential', [buildFactor({ id: 'p', weight: 100 }), buildFactor({ id: 'q', weight: null })]) }
    const customers = [buildCustomer('a', { p: 3 }), buildCustomer('b', { p: 3, r: 5 }, { removed: { at: 1, by: '' } })]
    expect(fragileCustomers(customers, scales, cuts)).toEqual([])
    expect(flipsOf(buildCustomer('c', { p: 3, q: 1, r: 5 }), free).map(({ factorId }) => factorId)).toEqual(['p'])
  })

  it('every flip that is told really is one', () => {
    const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined })
    fc.assert(fc.property(fc.record({ p: level, q: level, r: level }), fc.integer({ min: 0, max: 100 }), ({ p, q, r }, cut) => {
      const customer = buildCustomer('a', Object.fromEntries(Object.entries({ p, q, r }).filter((entry): entry is [string, number] => entry[1] !== undefined)))
      const now = placeCustomer(customer, scales, { cutX: cut, cutY: cut }).quadrant
      for (const { quadrant, axis } of flipsOf(customer, scales, { cutX: cut, cutY: cut })) {
        expect(now).not.toBeNull()
        expect(quadrant).not.toBe(now)
        // Only the axis of the changed factor can move.
        const high = (one: typeof quadrant): boolean => (axis === 'potential' ? one === 'deepen' || one === 'maintain' : one === 'attack' || one === 'deepen')
        if (now) expect(high(quadrant)).toBe(high(now))
      }
    }))
  })
})
