import { describe, expect, it } from 'vitest'
import { factorCount, type Factor } from '../../../shared/scale/model.ts'
import { type Check, isFactorComplete, scaleChecks } from '../../../shared/scale/checks.ts'
import { measuredChecks } from '../../../shared/scale/measuredChecks.ts'
import { nearlySameName } from '../../../shared/scale/similarNames.ts'
import { buildCustomer, buildFactor, buildNumeric, buildScale, levels } from '../scoring/build.ts'

const names = ['采购规模', '增长速度', '预算明确度', '需求匹配', '决策周期']
const factors = (change: Partial<Factor> = {}): Factor[] => names.map((name, index) => buildFactor({ id: `f${index}`, name, weight: 20, ...(index === 0 ? change : {}) }))
const checksOf = (list: readonly Factor[]): readonly Check[] => scaleChecks(buildScale('potential', list))
const briefly = (checks: readonly Check[]): string[] => checks.map((check) => [check.id, check.factorId, check.field].filter(Boolean).join(' '))

describe('the checks of a scale', () => {
  it('a complete scale passes', () => {
    expect(checksOf(factors())).toEqual([])
  })
  it('asks for 5 to 8 factors of potential, 4 to 6 of relationship', () => {
    expect(checksOf(factors().slice(0, 4)).find((check) => check.id === 'factor-count')?.params).toEqual({ count: 4, ...factorCount.potential })
    expect(briefly(scaleChecks(buildScale('relationship', factors().slice(0, 4).map((factor) => ({ ...factor, weight: 25 })))))).toEqual([])
    const many = (length: number): Factor[] => Array.from({ length }, (_one, index) => buildFactor({ id: `f${index}`, name: String(index), weight: 10 }))
    const asks = ([8, 9] as const).map((count) => briefly(checksOf(many(count))).includes('factor-count'))
    const asksOfRelationship = ([3, 6, 7] as const).map((count) => briefly(scaleChecks(buildScale('relationship', many(count)))).includes('factor-count'))
    expect([asks, asksOfRelationship]).toEqual([[false, true], [true, false, true]])
  })
  it('advises against one weight above 40, and not against 40', () => {
    const [first, ...rest] = factors({ weight: 40 })
    expect(first && briefly(checksOf([first, ...rest.map((one, index) => ({ ...one, weight: 15, name: `${index} ${one.name}` }))]))).toEqual([])
    expect(first && briefly(checksOf([{ ...first, weight: 40.5 }, ...rest.map((one) => ({ ...one, weight: 14.875 }))]))).toEqual(['weight-heavy f0 weight'])
  })
  it('an empty scale lacks factors, and that is all', () => {
    expect(briefly(checksOf([]))).toEqual(['factor-count'])
  })
  it('asks for name, definition and source, in words that can be seen', () => {
    expect(briefly(checksOf(factors({ name: ' \u200B', definition: '', source: '\n' })))).toEqual(['name-missing f0 name', 'definition-missing f0 definition', 'source-missing f0 source'])
  })
  it('names are the same across width, case, blanks and invisible characters; the later factor is named', () => {
    const [first, second, ...rest] = factors({ name: 'ＡBC 额度' })
    const checks = checksOf([first, { ...second, name: ' abc  额\u200B度 ' }, ...rest].filter((one) => one !== undefined) as Factor[])
    expect(briefly(checks)).toEqual(['name-duplicate f1 name'])
    expect(checks[0]?.params).toMatchObject({ other: 'ＡBC 额度' })
  })
  it('text intervals: every one is described', () => {
    const intervals = levels(4).map((interval) => (interval.level === 2 ? { ...interval, text: ' ' } : interval))
    expect(briefly(checksOf(factors({ intervals })))).toEqual(['interval-missing f0 interval:2'])
  })
  it('numeric intervals: a unit, and all thresholds, strictly ascending; descriptions are not asked for', () => {
    const numeric = buildNumeric({ id: 'f0', name: '采购规模', unit: '', thresholds: [10, null, 10, 40], intervals: levels(5).map((interval) => ({ ...interval, text: '' })) })
    expect(briefly(checksOf([numeric, ...factors().slice(1)]))).toEqual(['unit-missing f0 unit', 'threshold-missing f0 threshold:2', 'threshold-order f0 threshold:3'])
  })
  it('asks for a weight above 0 each, and for 100 together', () => {
    const checks = checksOf(factors({ weight: null }))
    expect(briefly(checks)).toEqual(['weight-missing f0 weight', 'weight-total weight'])
    expect(checks[1]?.params).toEqual({ total: 80, difference: 20 })
    expect(briefly(checksOf(factors({ weight: 0 })))).toContain('weight-missing f0 weight')
  })
  it('advises against a weight above 40, and against names that are nearly the same', () => {
    const [, , , ...rest] = factors()
    const list = [buildFactor({ id: 'a', name: '年采购额', weight: 41 }), buildFactor({ id: 'b', name: '年采购额度', weight: 9 }), buildFactor({ id: 'c', name: '其他', weight: 10 }), ...rest]
    const checks = checksOf(list)
    expect(briefly(checks)).toEqual(['weight-heavy a weight', 'name-alike b name'])
    expect(checks.every((check) => check.severity === 'advice')).toBe(true)
  })
  it('does not look at removed factors', () => {
    expect(checksOf([...factors(), buildFactor({ id: 'gone', name: '', removed: { at: 1, by: 'x' } })])).toEqual([])
  })
  it('a factor is complete when nothing in it is asked for', () => {
    expect(isFactorComplete(buildFactor({ id: 'a' }))).toBe(true)
    expect(isFactorComplete(buildNumeric({ id: 'a' }))).toBe(true)
    expect(isFactorComplete(buildFactor({ id: 'a', weight: null }))).toBe(false)
  })
})

describe('names that are nearly the same', () => {
  it.each([['采购额', '年采购额'], ['技术需求', '技术要求'], ['客户 规模', '客户规模'], ['Annual volume', 'Annual volumes'], ['预算', '年度预算'], ['Decision speed', 'decision-speed']])('%s and %s are', (one, other) => {
    expect(nearlySameName(one, other)).toBe(true)
    expect(nearlySameName(other, one)).toBe(true)
  })
  it.each([['采购额', '采购额'], ['付款期', '付款人'], ['客户规模', '增长速度'], ['预算', '预期'], ['关系', '客户关系维护时间'], ['Number of users', 'Age of equipment'], ['', '预算'], ['A', 'AB']])('%s and %s are not', (one, other) => {
    expect(nearlySameName(one, other)).toBe(false)
  })
})

describe('what the customers show about a scale', () => {
  const scale = buildScale('potential', [buildFactor({ id: 'a', name: '规模', weight: 50 }), buildFactor({ id: 'b', weight: 50 })])
  const cuts = { cutX: 50, cutY: 50 }
  it('advises on a factor on which all graded customers are alike', () => {
    const customers = [buildCustomer('x', { a: 3, b: 1 }), buildCustomer('y', { a: 3, b: 5 }), buildCustomer('z', { a: 3 }), buildCustomer('w', { b: 2 })]
    expect(measuredChecks(scale, customers, cuts)).toEqual([{ id: 'same-grade', severity: 'advice', factorId: 'a', field: null, params: { name: '规模', level: 3, count: 3 } }])
  })
  it('advises on a scale that puts all customers on one side of its cut line', () => {
    const customers = [buildCustomer('x', { a: 4, b: 5 }), buildCustomer('y', { a: 5, b: 3 }), buildCustomer('z', { a: 3, b: 4 })]
    expect(measuredChecks(scale, customers, cuts).map((check) => [check.id, check.params.side])).toEqual([['one-side', 'high']])
    expect(measuredChecks(scale, customers, { cutX: 50, cutY: 80 })).toEqual([])
  })
  it('says nothing of two customers, or of removed ones', () => {
    const customers = [buildCustomer('x', { a: 4, b: 4 }), buildCustomer('y', { a: 4, b: 4 }), buildCustomer('z', { a: 4, b: 4 }, { removed: { at: 1, by: '' } })]
    expect(measuredChecks(scale, customers, cuts)).toEqual([])
  })
})
