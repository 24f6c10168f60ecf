import { expect, it } from 'vitest'
import { groupWorkbook } from '../../../shared/workbook/groupWorkbook.ts'
import { inOneGo } from '../../../shared/workbook/ooxml/zip.ts'
import { dayNumber } from '../../../shared/workbook/sheets/plans.ts'
import { readXlsx } from '../../support/readXlsx.ts'
import { sampleWork } from '../../support/sampleWork.ts'

const valuesOf = (sheet: 'Findings' | 'USPs' | 'Strategies' | 'Action plans', madeAt = 1_790_000_000_000): readonly (string | number | null)[] => {
  const book = readXlsx(inOneGo(groupWorkbook({ work: sampleWork(0, 'en'), classId: 'c', classTitle: 'Class', groupId: 'g', letter: 'A', groupTitle: 'Group A', locale: 'en', madeAt, zoneMinutes: 0 })))
  return [...book.get(sheet)?.values() ?? []].map(({ value }) => value)
}

it('the strongest USP comes first, and one that begins like a formula is a text', () => {
  const values = valuesOf('USPs')
  expect(values.indexOf('样品三天出报告')).toBeLessThan(values.indexOf('报修后 4 小时内到场，去年 312 次达标 96%'))
  expect(values).toContain('=HYPERLINK("http://x","全省唯一白名单")')
})

it('a strategy names its customer, its stance, its levers side by side and the USPs that it uses', () => {
  const values = valuesOf('Strategies')
  for (const text of ['Seven Bridges Heavy Works', 'Attack · Differentiation', '零下 40 度免预热机型，先试用两台', '冬季停机每天少损失 12 万元', '报修后 4 小时内到场，去年 312 次达标 96%']) expect(values).toContain(text)
})

it('plans have real dates, so that what is overdue can turn red', () => {
  expect(dayNumber('2026-12-05')).toBe(46361)
  expect(dayNumber('soon')).toBe('soon')
  expect(valuesOf('Action plans')).toEqual(expect.arrayContaining(['约设备部长到标杆客户现场', '周建业', dayNumber('2026-12-05'), '每月 2 次', dayNumber('2027-01-15')]))
})

it('the decisions say less to whom, more to whom, how much, why, by whom and by when', () => {
  const { customers } = sampleWork(0, 'en')
  const nameOf = (id: string) => customers.find((customer) => customer.id === id)?.name ?? ''
  const values = valuesOf('Findings')
  const first = values.indexOf(nameOf('c1'), values.indexOf('Our decisions'))
  expect(values.slice(first, first + 6)).toEqual([nameOf('c1'), nameOf('c4'), 6, '=明年要换三台主机', '周建业', dayNumber('2026-12-05')])
})

it('what the group set against its members’ figures is there with its reason, while the figure stands', () => {
  const { customers, scales } = sampleWork(0, 'en')
  const [weight, grade] = [scales.potential.factors[0], scales.relationship.factors[0]]
  const values = valuesOf('Findings')
  const first = values.indexOf('Weights and grades of our own')
  expect(values.slice(first + 6)).toEqual([
    1, weight?.name, 'Weight', weight?.weight, '=采购额最说明问题',
    2, grade?.name, customers.find(({ id }) => id === 'c2')?.name, 2, '厂长只见过一面，还谈不上信任',
  ])
})

it('a laptop whose clock has fallen back to 1970 still writes a workbook', () => {
  expect(valuesOf('USPs', 0).length).toBeGreaterThan(0)
})
