import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../shared/customer/model.ts'
import { placeAll } from '../../../shared/scoring/axis.ts'
import { alignment, compareShares } from '../../../shared/scoring/effort.ts'
import { type EffortProposal, MAX_MOVES, moveKey, proposeMoves, stepOf } from '../../../shared/scoring/effortMoves.ts'
import { buildCustomer, buildWork } from './build.ts'

const { scales, settings } = buildWork([])
/** Levels 1..5 of potential are 0, 25, 50, 75 and 100. */
const customer = (id: string, level: number, effort: number | null): Customer => buildCustomer(id, { p: level, r: 3 }, { effort })
const propose = (customers: readonly Customer[]): EffortProposal | null => proposeMoves(customers, placeAll(customers, scales, settings), 50)
const alignmentOf = (customers: readonly Customer[]): number | null => alignment(compareShares(customers, placeAll(customers, scales, settings)))
const carriedOut = (customers: readonly Customer[], { moves }: EffortProposal): Customer[] => customers.map((one) => ({
  ...one, effort: one.effort === null ? null : moves.reduce((left, { fromId, toId, amount }) => left + (toId === one.id ? amount : 0) - (fromId === one.id ? amount : 0), one.effort),
}))

describe('moving effort to where the potential is', () => {
  it('the largest surplus gives to the largest deficit, the smaller of the two', () => {
    // Potential 100, 75, 25 and 0: fair shares of 80 visits are 40, 30, 10 and 0.
    const customers = [customer('big', 5, 24), customer('mid', 4, 24), customer('old', 2, 24), customer('tiny', 1, 8)]
    expect(propose(customers)?.moves).toEqual([{ fromId: 'old', toId: 'big', amount: 12 }, { fromId: 'tiny', toId: 'mid', amount: 4 }])
  })
  it('nobody gives more than half of what it has today', () => {
    expect(propose([customer('big', 5, 5), customer('mid', 4, 10), customer('old', 2, 25)])?.moves).toEqual([{ fromId: 'old', toId: 'big', amount: 12 }])
  })
  it('says how much better effort follows potential afterwards, by its own rule', () => {
    const customers = [customer('big', 5, 5), customer('mid', 4, 10), customer('old', 2, 25)]
    const proposal = propose(customers)
    expect(proposal?.before).toBeCloseTo(alignmentOf(customers) ?? -1)
    expect(proposal?.after).toBeCloseTo((alignmentOf(customers) ?? -1) + 12 / 40)
  })
  it('gives nothing to customers of low potential: those need no more', () => {
    const customers = [customer('big', 5, 40), customer('small', 2, 0), customer('tiny', 1, 0), customer('next', 3, 30)]
    expect(propose(customers)?.moves.map(({ toId }) => toId)).not.toContain('small')
  })
  it('proposes nothing where effort follows potential, and no trifles under 3 points of 100', () => {
    expect(propose([customer('a', 5, 20), customer('b', 3, 10), customer('c', 3, 10)])?.moves).toEqual([])
    expect(propose([customer('a', 5, 49), customer('b', 3, 26), customer('c', 3, 25)])?.moves).toEqual([])
  })
  it('says nothing for fewer than three customers, or without effort', () => {
    expect(propose([customer('a', 5, 1), customer('b', 1, 30)])).toBeNull()
    expect(propose([customer('a', 5, null), customer('b', 1, null), customer('c', 1, null)])).toBeNull()
  })
  it('leaves alone those whose effort nobody knows', () => {
    const customers = [customer('dark', 5, null), customer('big', 5, 5), customer('mid', 4, 10), customer('old', 2, 25)]
    expect(JSON.stringify(propose(customers))).not.toContain('dark')
  })
  it('amounts are whole, in steps that people say: of some visits 1, of a budget thousands', () => {
    expect([0.5, 12, 40, 41, 90, 200, 4_000, 1_234_567].map(stepOf)).toEqual([1, 1, 1, 1, 2, 5, 100, 20_000])
    const budget = [customer('big', 5, 51_234), customer('mid', 4, 210_000), customer('old', 2, 400_999)]
    for (const { amount } of propose(budget)?.moves ?? []) expect(amount % 10_000).toBe(0)
  })
  it('every device proposes the same, in whatever order it reads the customers', () => {
    const customers = [customer('a', 5, 0), customer('b', 5, 0), customer('c', 2, 20), customer('d', 2, 20)]
    expect(propose([...customers].reverse())).toEqual(propose(customers))
    expect(propose(customers)?.moves[0]).toMatchObject({ fromId: 'c', toId: 'a' })
  })
  it('a pair of customers has one key, whatever the amount, and it fits longest ids', () => {
    expect(moveKey({ fromId: 'a', toId: 'b' })).toBe('move:a:b')
    expect(moveKey({ fromId: 'a'.repeat(40), toId: 'b'.repeat(40) })).toMatch(/^[a-z0-9:-]{1,90}$/)
  })

  it('whatever the figures: few whole moves, nobody gives what it has not, and every move helps', () => {
    const effort = fc.constantFrom(null, 0, 0.4, 1, 3, 20, 77.5, 1_000, 1e15, -1, Number.NaN)
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), effort), { maxLength: 12 }), (list) => {
      const customers = list.map(([level, figure], index) => customer(`c${index}`, level, figure))
      const proposal = propose(customers)
      if (!proposal) return
      expect(proposal.moves.length).toBeLessThanOrEqual(MAX_MOVES)
      for (const { amount, fromId, toId } of proposal.moves) {
        expect(Number.isInteger(amount) && amount > 0 && fromId !== toId).toBe(true)
      }
      for (const { id, effort: had } of customers) {
        const given = proposal.moves.reduce((sum, { fromId, amount }) => sum + (fromId === id ? amount : 0), 0)
        if (given > 0) expect(given).toBeLessThanOrEqual((had ?? 0) * (0.5 + 1e-9))
      }
      expect(proposal.after).toBeGreaterThanOrEqual(proposal.before - 1e-9)
      if (proposal.moves.length > 0) expect(alignmentOf(carriedOut(customers, proposal))).toBeCloseTo(proposal.after, 6)
    }))
  })
})
