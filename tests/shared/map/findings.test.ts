import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../shared/customer/model.ts'
import { findingsOf } from '../../../shared/map/findings.ts'
import { buildCustomer, buildFactor, buildScale, buildWork } from '../scoring/build.ts'

const place = (id: string, potential: number, relationship: number, effort: number | null = null): Customer => buildCustomer(id, { p: potential, r: relationship }, { effort })
const keysOf = (customers: readonly Customer[]): string[] => findingsOf(buildWork(customers)).map((finding) => finding.key)

describe('the findings of a map', () => {
  it('a fair spread of customers and effort shows no danger', () => {
    expect(keysOf([place('a', 5, 1, 10), place('b', 4, 5, 8), place('c', 2, 4, 3), place('d', 1, 1, 0)])).toEqual([])
  })
  it('an empty map shows none', () => {
    expect(findingsOf(buildWork([]))).toEqual([])
  })

  it('neglected: potential is high, and the share of effort well below the share of potential', () => {
    const customers = [place('a', 5, 1, 2), place('b', 4, 5, 20), place('c', 3, 2, 10)]
    const [finding] = findingsOf(buildWork(customers)).filter((one) => one.rule === 'neglected')
    expect(finding).toMatchObject({ key: 'neglected:a', customerIds: ['a'], quadrant: 'attack' })
    expect(finding?.params.effortShare).toBeCloseTo(2 / 32)
    expect(finding?.params.potentialShare).toBeCloseTo(100 / 225)
  })
  it('over-served: potential is low, and effort goes there all the same; the largest gap comes first', () => {
    const customers = [place('a', 5, 3, 20), place('b', 2, 5, 20), place('c', 1, 4, 30), place('d', 4, 2, 20)]
    expect(keysOf(customers).filter((key) => key.startsWith('over-served'))).toEqual(['over-served:c', 'over-served:b'])
  })
  it('a gap under 3 points of 100 is a trifle', () => {
    const many = Array.from({ length: 60 }, (_one, index) => place(`c${index}`, index % 2 ? 5 : 3, (index % 5) + 1, index === 1 ? 0 : index % 2 ? 10 : 5))
    expect(keysOf(many)).not.toContain('neglected:c1')
  })
  it('unknown effort accuses nobody', () => {
    expect(keysOf([place('a', 5, 1, null), place('b', 4, 5, 20), place('c', 3, 2, 10)]).filter((key) => /neglected|over/.test(key))).toEqual([])
  })

  it('concentration: 70 % of five or more measured customers in one quadrant', () => {
    const crowd = [place('a', 4, 4), place('b', 5, 3), place('c', 3, 5), place('d', 4, 3)]
    const [finding] = findingsOf(buildWork([...crowd, place('e', 1, 2)]))
    expect(finding).toMatchObject({ key: 'concentration:deepen', quadrant: 'deepen', customerIds: ['a', 'b', 'c', 'd'], params: { count: 4, measured: 5, share: 0.8 } })
    expect(keysOf(crowd)).not.toContain('concentration:deepen')
    expect(keysOf([...crowd, place('e', 1, 2), place('f', 1, 5)])).not.toContain('concentration:deepen')
  })

  it('non-separating: one factor, all customers alike', () => {
    const finding = findingsOf(buildWork([place('a', 5, 3), place('b', 1, 3), place('c', 2, 3)])).find((one) => one.rule === 'non-separating')
    expect(finding).toMatchObject({ key: 'non-separating:r', factorId: 'r', customerIds: ['a', 'b', 'c'], params: { level: 3, count: 3 } })
  })
  it('all-high: nothing but the two highest grades', () => {
    expect(keysOf([place('a', 5, 4), place('b', 4, 5), place('c', 5, 5)])).toContain('all-high')
  })
  it('incomplete: one finding, those first that could still change quadrant', () => {
    const scales = { potential: buildScale('potential', [buildFactor({ id: 'p', weight: 90 }), buildFactor({ id: 'q', weight: 10 })]), relationship: buildScale('relationship', [buildFactor({ id: 'r', weight: 100 })]) }
    const customers = [buildCustomer('sure', { p: 5, r: 5 }), buildCustomer('open', { p: 5 }), buildCustomer('done', { p: 1, q: 1, r: 1 })]
    expect(findingsOf(buildWork(customers, { scales }))).toEqual([{ key: 'incomplete', rule: 'incomplete', factorId: null, quadrant: null, customerIds: ['open', 'sure'], params: { count: 2, total: 3, open: 1 } }])
  })
  it('nothing is called incomplete before anything is on the map', () => {
    expect(keysOf([buildCustomer('a'), buildCustomer('b', { p: 3 })])).toEqual([])
  })

  it('P1.12: whatever a document holds, keys are sound and unique, and all figures finite', () => {
    const level = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined })
    const customers = fc.array(fc.record({ p: level, r: level, effort: fc.constantFrom(null, 0, 1, 5, 20, -1, Number.NaN, 1e15), gone: fc.boolean() }), { maxLength: 12 })
    fc.assert(fc.property(customers, fc.constantFrom(0, 50, 100), (list, cut) => {
      const all = list.map(({ p, r, effort, gone }, index) => buildCustomer(`c-${index}`, { ...(p === undefined ? {} : { p }), ...(r === undefined ? {} : { r }) }, { effort, removed: gone ? { at: 1, by: '' } : null }))
      const findings = findingsOf(buildWork(all, { settings: { cutX: cut, cutY: cut, effortUnit: 'visits', gutDoneAt: null } }))
      expect(new Set(findings.map((finding) => finding.key)).size).toBe(findings.length)
      for (const finding of findings) {
        expect(finding.key).toMatch(/^[a-z0-9:-]{1,80}$/)
        expect(Object.values(finding.params).every(Number.isFinite)).toBe(true)
        for (const id of finding.customerIds) expect(all.find((one) => one.id === id)?.removed).toBeNull()
      }
    }))
  })
})
