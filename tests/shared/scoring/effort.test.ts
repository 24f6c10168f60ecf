import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allHigh } from '../../../shared/scoring/allHigh.ts'
import { placeAll } from '../../../shared/scoring/axis.ts'
import { alignment, compareShares, effortShares, potentialShares } from '../../../shared/scoring/effort.ts'
import { averageRanks, gutAgreement, rankChanges, spearman } from '../../../shared/scoring/gutOrder.ts'
import { buildCustomer, buildWork } from './build.ts'

const { scales, settings } = buildWork([])
const customer = (id: string, p: number, effort: number | null, gutOrder = 'a0') => buildCustomer(id, { p, r: 3 }, { effort, gutOrder })
const compared = (...customers: ReturnType<typeof customer>[]) => compareShares(customers, placeAll(customers, scales, settings))

describe('effort against potential', () => {
  it('is perfectly aligned when effort follows potential', () => {
    expect(alignment(compared(customer('a', 5, 20), customer('b', 3, 10)))).toBeCloseTo(1)
  })
  it('is 1 − ½·Σ|effort share − potential share|', () => {
    // Potential 100 and 50: shares 2/3 and 1/3; effort 1/4 and 3/4.
    expect(alignment(compared(customer('a', 5, 10), customer('b', 3, 30)))).toBeCloseTo(1 - (2 / 3 - 1 / 4))
    expect(alignment(compared(customer('a', 5, 0), customer('b', 1, 30)))).toBeCloseTo(0)
  })
  it('leaves out a customer whose effort nobody knows, instead of taking it for none', () => {
    expect(compared(customer('a', 5, 20), customer('b', 3, 10), customer('c', 5, null)).map((share) => share.customerId)).toEqual(['a', 'b'])
  })
  it('says nothing for fewer than two customers, without any effort or without any potential', () => {
    expect(alignment(compared(customer('a', 5, 20)))).toBeNull()
    expect(alignment(compared(customer('a', 5, 0), customer('b', 3, 0)))).toBeNull()
    expect(alignment(compared(customer('a', 1, 5), customer('b', 1, 5)))).toBeNull()
  })
  it('shares sum to 1 over those that have one', () => {
    const customers = [customer('a', 5, 20), customer('b', 3, 60), customer('c', 2, null)]
    expect([...effortShares(customers)]).toEqual([['a', 0.25], ['b', 0.75]])
    expect([...potentialShares(placeAll(customers, scales, settings)).values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })
  it('P1.12: figures that are none (negative, NaN) are unknown, and alignment stays within 0..1', () => {
    const effort = fc.constantFrom(null, -5, Number.NaN, Infinity, 0, 1, 1e15, 3.7)
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), effort), { maxLength: 10 }), (list) => {
      const value = alignment(compared(...list.map(([p, figure], index) => customer(`c${index}`, p, figure))))
      expect(value === null || (value >= 0 && value <= 1)).toBe(true)
    }))
  })
})

describe('gut order against measured order', () => {
  const agreement = (customers: ReturnType<typeof customer>[], gutDoneAt: number | null) => gutAgreement({ customers, settings: { gutDoneAt } }, placeAll(customers, scales, settings))
  const measured = (...customers: ReturnType<typeof customer>[]) => agreement(customers, 1)
  it('is 1 when the best come first, −1 when they come last', () => {
    expect(measured(customer('a', 5, null, 'a0'), customer('b', 3, null, 'a1'), customer('c', 1, null, 'a2'))).toBeCloseTo(1)
    expect(measured(customer('a', 1, null, 'a0'), customer('b', 3, null, 'a1'), customer('c', 5, null, 'a2'))).toBeCloseTo(-1)
  })
  it('looks at the gut order, not at the order of the list, and skips what is not measured', () => {
    expect(measured(customer('a', 1, null, 'a3'), customer('b', 5, null, 'a1'), customer('c', 3, null, 'a2'), buildCustomer('d'))).toBeCloseTo(1)
  })
  it('says nothing for two customers, or when all have the same potential', () => {
    expect(measured(customer('a', 5, null, 'a0'), customer('b', 3, null, 'a1'))).toBeNull()
    expect(measured(customer('a', 3, null, 'a0'), customer('b', 3, null, 'a1'), customer('c', 3, null, 'a2'))).toBeNull()
  })
  it('says nothing before the group has said that the order is its own: until then it is the order of the list', () => {
    expect(agreement([customer('a', 5, null, 'a0'), customer('b', 3, null, 'a1'), customer('c', 1, null, 'a2')], null)).toBeNull()
  })
  it('side by side: the place of each by feeling and by measure; ties keep the order of the gut', () => {
    const customers = [customer('a', 3, null, 'a2'), customer('b', 5, null, 'a1'), customer('c', 1, null, 'a0'), customer('d', 3, null, 'a3'), buildCustomer('e')]
    expect(rankChanges(customers, placeAll(customers, scales, settings))).toEqual([
      { customerId: 'c', gut: 1, measured: 4 }, { customerId: 'b', gut: 2, measured: 1 }, { customerId: 'a', gut: 3, measured: 2 }, { customerId: 'd', gut: 4, measured: 3 },
    ])
  })
  it('gives ties the average of their ranks', () => {
    expect(averageRanks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1])
    // Worked by hand: ranks 1,2,3,4 and 1,2.5,2.5,4; r = 4.5 / √(5 · 4.5).
    expect(spearman([1, 2, 3, 4], [1, 2, 2, 3])).toBeCloseTo(4.5 / Math.sqrt(22.5))
  })
  it('agrees with 1 − 6Σd²/(n³−n) where nothing is tied', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 20 }), (values) => {
      const ranks = averageRanks(values)
      const n = values.length
      const squares = ranks.reduce((sum, rank, index) => sum + (rank - index - 1) ** 2, 0)
      expect(spearman(values.map((_value, index) => index), values)).toBeCloseTo(1 - (6 * squares) / (n ** 3 - n), 9)
    }))
  })
  it('P1.12: is null or within −1..1, whatever comes in', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 12 }), (pairs) => {
      const rho = spearman(pairs.map(([one]) => one), pairs.map(([, other]) => other))
      expect(rho === null || (rho >= -1 && rho <= 1)).toBe(true)
    }))
  })
})

describe('everybody graded high', () => {
  const graded = (...levels: number[]) => levels.map((level, index) => buildCustomer(`c${index}`, { p: level, r: 5 }))
  it('is seen when three customers have nothing but the two highest grades', () => {
    expect(allHigh(graded(4, 5, 4), scales)).toBe(true)
  })
  it('is not said of two customers, nor when one grade is lower', () => {
    expect(allHigh(graded(4, 5), scales)).toBe(false)
    expect(allHigh(graded(4, 5, 3, 5), scales)).toBe(false)
    expect(allHigh([...graded(4, 5), buildCustomer('empty')], scales)).toBe(false)
  })
})
