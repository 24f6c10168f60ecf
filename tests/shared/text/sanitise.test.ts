import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank, nameKey, normaliseName, truncateCodePoints, wellFormed } from '../../../shared/text/sanitise.ts'

const harsh = fc.string({ unit: fc.oneof(fc.constantFrom('\u200B', '\u202E', '\u0301', '\uD800', '\uDC00', ' ', '\t', '\0', '　', 'é', 'ﷺ', 'ㅤ', '⠀', '😀', '王'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 60 })

describe('well-formed text', () => {
  it('P1.5: replaces lone surrogates and keeps pairs', () => {
    expect(wellFormed('a\uD83Db\uDE00😀')).toBe('a\uFFFDb\uFFFD😀')
    expect(() => encodeURIComponent(wellFormed('\uDC00\uD800'))).not.toThrow()
  })
  it('P1.5: cuts after whole code points', () => {
    expect(truncateCodePoints('😀😀😀', 2)).toBe('😀😀')
    expect(truncateCodePoints('ab', 5)).toBe('ab')
    expect(truncateCodePoints('ab', 0)).toBe('')
  })
  it('P1.5: never has more code points than asked, and is a beginning of the text', () => {
    fc.assert(fc.property(harsh, fc.nat(70), (text, max) => {
      const cut = truncateCodePoints(text, max)
      expect(text.startsWith(cut)).toBe(true)
      expect(Array.from(cut).length).toBe(Math.min(max, Array.from(text).length))
    }))
  })
})

describe('names of people and groups', () => {
  it.each([
    ['  王　小明 ', '王 小明'],
    ['Ａｄａ', 'Ada'],
    ['王\u200B小\u2060明', '王小明'],
    ['evil\u202Egpj.exe', 'evilgpj.exe'],
    ['a\r\n\tb', 'a b'],
    ['a\0b\u0007', 'ab'],
    ['\u200B\u2060\uFEFF', ''],
    ['ㅤㅤ⠀', ''],
    ['\u0301\u0301', ''],
    ['<img src=x onerror=1>', '<img src=x onerror=1'],
    ['𠮷野家', '𠮷野家'],
    [`Z${'\u0335'.repeat(40)}algo`, 'Z\u0335\u0335\u0335algo'],
  ])('P5.4: %j becomes %j', (typed, name) => {
    expect(normaliseName(typed)).toBe(name)
  })
  it('P5.4: keeps at most 20 code points of 300 characters', () => {
    expect(Array.from(normaliseName('𠮷'.repeat(300)))).toHaveLength(20)
  })
  it('P5.4: whatever is typed, the name is well formed, visible or empty, short, and stable', () => {
    fc.assert(fc.property(harsh, (typed) => {
      const name = normaliseName(typed)
      expect(Array.from(name).length).toBeLessThanOrEqual(20)
      expect(wellFormed(name)).toBe(name)
      expect(name).toBe(name.trim())
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(normaliseName(name)).toBe(name)
      expect(name === '' || !isBlank(name)).toBe(true)
    }), { numRuns: 500 })
  })
  it('P5.4: names that look alike have one key', () => {
    expect(nameKey(' ＡDA\u200B ')).toBe(nameKey('ada'))
    expect(nameKey('Ada L')).not.toBe(nameKey('AdaL'))
  })
  it('knows a blank from a text', () => {
    expect([isBlank(''), isBlank(' 　\n'), isBlank('\u200B'), isBlank('·')]).toEqual([true, true, true, false])
  })
})
