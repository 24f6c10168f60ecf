import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applySplice, diffText, moveCaret } from '../../../shared/text/diff.ts'
import { wellFormed } from '../../../shared/text/sanitise.ts'

/** Few different characters, so that runs repeat; astral ones that share a half; lone halves. */
const unit = fc.constantFrom('a', 'b', '一', '😀', '😁', '𠀀', '\uD83D', '\uDE00')
const proper = fc.array(fc.constantFrom('a', 'b', '一', '😀', '😁', '𠀀'), { maxLength: 12 }).map((parts) => parts.join(''))
const anyText = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''))

describe('the splice between what the document has and what the field shows', () => {
  it('is null when nothing changed', () => {
    expect(diffText('采购额', '采购额', 2)).toBeNull()
  })

  it('P1.6: touches the changed part alone', () => {
    expect(diffText('hello world', 'hi world')).toEqual({ index: 1, remove: 4, insert: 'i' })
    expect(diffText('年采购额', '年度采购额')).toEqual({ index: 1, remove: 0, insert: '度' })
    expect(diffText('abc', '')).toEqual({ index: 0, remove: 3, insert: '' })
  })

  it('P1.6: takes the place of a repeated character from the caret', () => {
    expect(diffText('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' })
    expect(diffText('aaaa', 'aaa', 1)).toEqual({ index: 1, remove: 1, insert: '' })
    expect(diffText('好好', '好好好', 1)).toEqual({ index: 0, remove: 0, insert: '好' })
    expect(diffText('aaa', 'aaaa')).toEqual({ index: 3, remove: 0, insert: 'a' })
  })

  it('P1.6: a caret that does not fit the change never makes the splice larger', () => {
    expect(diffText('hello world', 'hi world', 8)).toEqual({ index: 1, remove: 4, insert: 'i' })
  })

  it('P1.5: replaces a whole emoji where only one half differs', () => {
    expect(diffText('x😀y', 'x😁y')).toEqual({ index: 1, remove: 2, insert: '😁' })
    expect(diffText('😀', '😀😀', 2)).toEqual({ index: 0, remove: 0, insert: '😀' })
    expect(diffText('𠀀𠀁', '𠀁')).toEqual({ index: 0, remove: 2, insert: '' })
  })

  it('P1.5: lone surrogates of the field never get into the document', () => {
    expect(diffText('', 'a\uD83D')).toEqual({ index: 0, remove: 0, insert: 'a\uFFFD' })
  })

  it('P1.5: gives the new text for any two texts and any caret, and inserts well-formed text only', () => {
    fc.assert(fc.property(anyText, anyText, fc.option(fc.integer({ min: -2, max: 30 })), (before, after, caret) => {
      const splice = diffText(before, after, caret)
      expect(splice ? applySplice(before, splice) : before).toBe(wellFormed(after))
      if (splice) expect(wellFormed(splice.insert)).toBe(splice.insert)
    }))
  })

  it('P1.5: cuts proper texts between characters, and none shorter than the change', () => {
    fc.assert(fc.property(proper, proper, fc.option(fc.nat(30)), (before, after, caret) => {
      const splice = diffText(before, after, caret)
      if (!splice) return
      const removed = before.slice(splice.index, splice.index + splice.remove)
      for (const part of [before.slice(0, splice.index), removed, splice.insert]) expect(wellFormed(part)).toBe(part)
      // Without a pair at an edge, no smaller splice exists: the removed and inserted parts neither begin nor end alike.
      expect(removed !== '' && splice.insert !== '' && Array.from(removed)[0] === Array.from(splice.insert)[0]).toBe(false)
      expect(removed !== '' && splice.insert !== '' && Array.from(removed).at(-1) === Array.from(splice.insert).at(-1)).toBe(false)
    }))
  })

  it('P1.6: the place of one typed or deleted character is found again from the caret', () => {
    fc.assert(fc.property(proper, fc.nat(), fc.constantFrom('a', '一', '😀'), (text, place, typed) => {
      const characters = Array.from(text)
      const at = place % (characters.length + 1)
      const index = characters.slice(0, at).join('').length
      const longer = text.slice(0, index) + typed + text.slice(index)
      expect(diffText(text, longer, index + typed.length)).toEqual({ index, remove: 0, insert: typed })
      expect(diffText(longer, text, index)).toEqual({ index, remove: typed.length, insert: '' })
    }))
  })

  it('P1.5: two Yjs peers that type emoji at once agree, and nothing is torn', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    one.getText('t').insert(0, '客户😀图')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    const type = (doc: Y.Doc, field: string, caret: number): void => {
      const text = doc.getText('t')
      const splice = diffText(text.toString(), field, caret)
      if (!splice) return
      text.delete(splice.index, splice.remove)
      text.insert(splice.index, splice.insert)
    }
    type(one, '客户😁图', 4)
    type(other, '客户😀😀图', 6)
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    expect(one.getText('t').toString()).toBe(other.getText('t').toString())
    expect(one.getText('t').toString()).toContain('😁')
    expect(wellFormed(one.getText('t').toString())).toBe(one.getText('t').toString())
  })
})

describe('the caret when somebody else writes', () => {
  it.each([
    ['behind the change, it moves along', 5, { index: 1, remove: 1, insert: 'xyz' }, 7],
    ['ahead of the change, it stays', 1, { index: 1, remove: 0, insert: 'xyz' }, 1],
    ['inside what was replaced, it goes behind the new text', 2, { index: 1, remove: 3, insert: 'x' }, 2],
  ])('%s', (_name, caret, splice, expected) => {
    expect(moveCaret(caret, splice)).toBe(expected)
  })
})
