import { describe, expect, it } from 'vitest'
import { readCode } from '../../../client/features/join/code.ts'
import { spacedCode } from '../../../shared/text/digits.ts'

describe('the class code as people type it', () => {
  it('P4.21: full-width digits, blanks, dashes and look-alikes are read as the digits they stand for', () => {
    for (const typed of ['482913', '４８２９１３', '482 913', ' 482-913 ', '４８２　９１３', '48291三']) {
      expect(readCode(typed)).toEqual({ state: 'complete', code: '482913' })
    }
    expect(readCode('48O9l3')).toEqual({ state: 'complete', code: '480913' })
  })
  it('says how many digits are missing', () => {
    expect(readCode('')).toEqual({ state: 'empty' })
    expect(readCode('  ')).toEqual({ state: 'empty' })
    expect(readCode('4829')).toEqual({ state: 'short', missing: 2 })
    expect(readCode('房间')).toEqual({ state: 'short', missing: 6 })
  })
  it('takes no code that is too long: nobody guesses which six digits were meant', () => {
    expect(readCode('4829134')).toEqual({ state: 'long' })
  })
  it('is shown in two halves, as it is read out', () => {
    expect(spacedCode('482913')).toBe('482 913')
    expect(spacedCode('48291375')).toBe('4829 1375')
    expect(spacedCode('48')).toBe('48')
    expect(spacedCode('abc')).toBe('abc')
  })
})
