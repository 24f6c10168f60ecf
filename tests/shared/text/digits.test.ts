import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseDigits } from '../../../shared/text/digits.ts'

describe('a code typed in any form', () => {
  it.each([
    ['123456', '123456'],
    ['１２３ ４５６', '123456'],
    ['123　456', '123456'],
    ['12-34.56', '123456'],
    ['12。34、56', '123456'],
    ['①②③456', '123456'],
    ['一二三四五六', '123456'],
    ['12O45l', '120451'],
    ['\u200B123456\u202C', '123456'],
    ['课程码：123456', '123456'],
    ['Code: 123456', '123456'],
    ['hello', ''],
    ['', ''],
  ])('P4.21: %j is %j', (typed, code) => {
    expect(normaliseDigits(typed)).toBe(code)
  })
  it('P4.21: gives ASCII digits alone, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      expect(normaliseDigits(typed)).toMatch(/^[0-9]*$/)
    }))
  })
})
