import fc from 'fast-check'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { startTrail } from '../../../client/collab/trail.ts'

/** Deletes and inserts, at places that are taken modulo the length. */
const edit = fc.record({ at: fc.nat(40), remove: fc.nat(4), insert: fc.string({ maxLength: 4 }) })

describe('the way of a text since a moment', () => {
  it('P1.6: a place moves as the relative position of the character on its left would', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.array(edit, { maxLength: 8 }), fc.nat(20), (start, edits, caret) => {
      const doc = new Y.Doc()
      const text = doc.getText('t')
      text.insert(0, start)
      const place = caret % (start.length + 1)
      const relative = Y.createRelativePositionFromTypeIndex(text, place, -1)
      const trail = startTrail(text.length)
      text.observe((event) => trail.follow(event.delta))
      for (const { at, remove, insert } of edits) {
        doc.transact(() => {
          const index = text.length === 0 ? 0 : at % (text.length + 1)
          text.delete(index, Math.min(remove, text.length - index))
          text.insert(index, insert)
        })
      }
      // A place at the very start has no character on its left: it stays there.
      const expected = place === 0 ? 0 : Y.createAbsolutePositionFromRelativePosition(relative, doc)?.index
      const found = trail.place(place)
      // Where the character itself was deleted, Yjs and we may differ by what was inserted in its stead; both stay ahead of the next survivor.
      if (text.toString().includes(start)) expect(found).toBe(expected)
      else expect(found).toBeLessThanOrEqual(text.length)
    }))
  })

  it('keeps what others inserted inside a stretch that is replaced', () => {
    const trail = startTrail(5)
    trail.follow([{ retain: 2 }, { insert: 'XY' }])
    expect(trail.locate({ index: 1, remove: 3 })).toEqual({ removals: [{ index: 1, length: 1 }, { index: 4, length: 2 }], insertAt: 1 })
  })
})
