import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_DECIMAL, parseDecimal } from '../../../shared/text/decimal.ts'

describe('a number typed into a cell', () => {
  it.each([
    ['12', 12], ['１２', 12], ['１２．５', 12.5], ['12。5', 12.5], ['-3', -3], ['－3', -3], ['−3', -3], ['+3', 3], ['.5', 0.5], ['5.', 5],
    ['1,5', 1.5], ['1，5', 1.5], ['0,125', 0.125], ['1,234', 1234], ['1,234,567.8', 1234567.8], ['1 234', 1234], ['1.234,5', 1234.5], ['1.234.567', 1234567],
    ['12%', 12], ['１２％', 12], ['¥1,200', 1200], ['￥-3', -3], ['1.2E+05', 120000],
    ['3.5万', 35000], ['３.５万', 35000], ['3.3万', 33000], ['2亿', 2e8], ['5w', 50000], ['3k', 3000], ['2千万', 2e7], ['-0', 0],
  ])('P1.12: %j is %d', (typed, value) => {
    expect(parseDecimal(typed)).toBe(value)
  })
  it.each(['', '  ', '　', '\u200B'])('P1.12: an empty cell (%j) is no number', (typed) => {
    expect(parseDecimal(typed)).toBeNull()
  })
  it.each(['abc', '1,23,4', '12-5', '1.2.3', '--3', '-', '.', ',', 'NaN', 'Infinity', '1e999', '1e16', '9'.repeat(80), '12元', '3个', '0x10', '1/2', '十二', '1,2345,678'])('P1.12: %j is refused', (typed) => {
    expect(parseDecimal(typed)).toBe('invalid')
  })
  it.each([
    ['300', '万元', 300], ['300万', '万元', 300], ['300万元', '万元', 300], ['300万元', '万元/年', 300], ['3亿', '万元/年', 30000], ['80元', '元／年', 80], ['300吨', '万元/年', 'invalid'], ['3亿', '万元', 30000], ['5000元', '万元', 0.5],
    ['1.2亿', '10,000 CNY a year', 12000], ['300', '10,000 CNY a year', 300], ['300万', '10,000 CNY a year', 300], ['5000 CNY', '10,000 CNY a year', 0.5], ['5000 USD', '10,000 CNY a year', 'invalid'],
    ['3.5万', '元', 35000], ['3.5万元', '元', 35000], ['12次', '次', 12], ['12 hours', 'hours', 12], ['5 kg', 'kg', 5], ['12%', '%', 12], ['5k', 'kg', 5000],
  ])('P1.12: %j in a cell with the unit %s is %d', (typed, unit, value) => {
    expect(parseDecimal(typed, unit)).toBe(value)
  })
  it('P1.12: a foreign unit is refused, not ignored', () => {
    expect(parseDecimal('12小时', '次')).toBe('invalid')
  })
  it('P1.12: finite, within limits and never -0, whatever is typed', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.array(fc.constantFrom('1', '０', '.', ',', '-', 'e', '万', ' ', '%', '９'), { maxLength: 12 }).map((parts) => parts.join('')))
    fc.assert(fc.property(typed, fc.constantFrom('', '万元', '%', '次'), (text, unit) => {
      const value = parseDecimal(text, unit)
      if (typeof value !== 'number') return
      expect(Number.isFinite(value) && Math.abs(value) <= MAX_DECIMAL).toBe(true)
      expect(Object.is(value, -0)).toBe(false)
    }), { numRuns: 500 })
  })
  it('P1.12: reads back what it would show', () => {
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toFixed(4)) + 0), (value) => {
      expect(parseDecimal(String(value))).toBe(value)
    }))
  })
})
