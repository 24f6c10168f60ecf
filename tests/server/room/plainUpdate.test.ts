import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changesBy, integrateNew, integratePlain } from '../../../server/domain/room/liveDocument.ts'
import { levels } from '../../support/levels.ts'
import { applyPlain, HalfApplied, NotPlain, plainHead, type PlainHead } from '../../../server/domain/room/plainUpdate.ts'

/** What one edit of `doc` sends. */
function updateOf(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => edit(doc))
  return Y.encodeStateAsUpdate(doc, before)
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function headOf(update: Uint8Array): PlainHead {
  const head = plainHead(update)
  if (!head) throw new Error('no plain head')
  return head
}

describe('an update that only types or chooses is decoded once', () => {
  it('does to a document just what Yjs does, for texts, values and deletions', () => {
    // A key `__proto__` makes no plain value, and is refused: see isolation.test.ts.
    const value = fc.jsonValue().filter((one) => !JSON.stringify(one).includes('"__proto__"'))
    const edit = fc.oneof(
      fc.record({ at: fc.nat(20), text: fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }) }),
      fc.record({ at: fc.nat(20), remove: fc.nat(5) }),
      fc.record({ key: fc.constantFrom('', 'a', 'b'), value }),
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const writer = new Y.Doc()
        writer.getText('').insert(0, 'start')
        const guarded = copyOf(writer)
        const plain = copyOf(writer)
        const told = copyOf(writer)
        for (const one of edits) {
          const update = updateOf(writer, (doc) => {
            const text = doc.getText('')
            const at = 'at' in one ? Math.min(one.at, text.length) : 0
            if ('text' in one) text.insert(at, one.text)
            else if ('remove' in one) text.delete(at, Math.min(one.remove, text.length - at))
            else doc.getMap('chosen').set(one.key, one.value)
          })
          Y.applyUpdate(plain, update)
          const head = plainHead(update)
          const diff = head ? integratePlain(guarded, update, head).diff : (Y.applyUpdate(guarded, update), update)
          if (diff) Y.applyUpdate(told, diff)
          // What came before brings nothing new, and nobody is told of it again.
          if (head) expect(integratePlain(guarded, update, { ...head, ...plainHead(update) })).toEqual({ diff: null, missing: false })
        }
        expect(Y.encodeStateAsUpdate(guarded)).toEqual(Y.encodeStateAsUpdate(plain))
        expect(Y.encodeStateAsUpdate(told)).toEqual(Y.encodeStateAsUpdate(plain))
      }),
    )
  })

  it('is told from one that repeats, deletes or leaves a gap: only what is all new is its own difference', () => {
    const writer = new Y.Doc()
    const reader = new Y.Doc()
    const [first, second, third] = ['a', 'b', 'c'].map((letter) => updateOf(writer, (doc) => doc.getText('').insert(0, letter)))
    const deletion = updateOf(writer, (doc) => doc.getText('').delete(0, 1))
    const integrateInto = (doc: Y.Doc, update: Uint8Array | undefined) => {
      const head = update && plainHead(update)
      if (!update || !head) throw new Error('not plain')
      return integrateNew(doc, update, head)
    }
    const diff = changesBy(() => Y.transact(reader, () => {
      expect(integrateInto(reader, first)).toEqual({ diff: first, missing: false })
      expect(integrateInto(reader, first)).toBeUndefined()
      expect(integrateInto(reader, third)).toBeUndefined()
      expect(integrateInto(reader, second)).toEqual({ diff: second, missing: false })
      expect(integrateInto(reader, third)).toEqual({ diff: third, missing: false })
      expect(integrateInto(reader, deletion)).toBeUndefined()
    }), reader)
    expect(reader.getText('').toString()).toBe('cba')
    expect(diff).toEqual(Y.encodeStateAsUpdate(reader))
  })

  const full = (): Y.Doc => {
    const doc = new Y.Doc()
    doc.getText('notes').insert(0, 'there')
    return doc
  }
  it.each<[string, (doc: Y.Doc) => void]>([
    ['a type inside a type', (doc) => doc.getMap('a').set('b', new Y.Map())],
    ['a document inside the document', (doc) => doc.getMap('a').set('b', new Y.Doc())],
    ['a format', (doc) => doc.getText('notes').format(0, 2, { bold: true })],
    ['an embedded object', (doc) => doc.getText('notes').insertEmbed(0, { image: 'none' })],
    ['a value of a hundred levels', (doc) => doc.getMap('chosen').set('deep', levels(100))],
    ['a type behind plain text', (doc) => (doc.getText('notes').insert(0, 'x'), doc.getArray('list').push([new Y.Text('y')]))],
  ])('leaves %s to the closer look, and the document as it was', (_what, edit) => {
    const writer = full()
    const reader = copyOf(writer)
    const before = Y.encodeStateAsUpdate(reader)
    const update = updateOf(writer, edit)
    expect(() => applyPlain(reader, update, headOf(update))).toThrow(NotPlain)
    expect(Y.encodeStateAsUpdate(reader)).toEqual(before)
  })

  it('P1.18: an empty text, which no client writes, is not plain wherever it stands', () => {
    const client = 5
    /** One struct: content of kind "text" in a root type named `t`, without a key or with the key `k`. */
    const emptyText = (key: number[]): Uint8Array =>
      new Uint8Array([1, 1, client, 0, 0x04 | (key.length > 0 ? 0x20 : 0), 1, 1, 0x74, ...key, 0, 0])
    for (const update of [emptyText([]), emptyText([1, 0x6b])]) expect(() => applyPlain(new Y.Doc(), update, headOf(update))).toThrow(NotPlain)
  })

  it('P1.18: tells of what it took and of nothing else when a part is missing, and not of bytes behind the end', () => {
    const writer = full()
    const [reader, other] = [copyOf(writer), copyOf(writer)]
    const lost = new Y.Doc()
    Y.applyUpdate(lost, Y.encodeStateAsUpdate(writer))
    lost.getText('notes').insert(5, '!')
    // Builds on a word that never arrived, behind one that stands alone.
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(lost))
    const update = updateOf(writer, (doc) => (doc.getText('alone').insert(0, 'taken'), doc.getText('notes').insert(6, 'left out')))
    const head = plainHead(update)
    if (!head) throw new Error('not plain')
    const { diff, missing } = integratePlain(reader, update, head)
    expect(missing).toBe(true)
    expect([reader.getText('alone').toString(), reader.getText('notes').toString()]).toEqual(['taken', 'there'])
    if (diff) Y.applyUpdate(other, diff)
    expect(other.getText('alone').toString()).toBe('taken')
    expect(other.store.pendingStructs).toBeNull()

    const behind = new Y.Doc()
    behind.getText('a').insert(0, 'a')
    const first = Y.encodeStateAsUpdate(behind)
    const firstHead = plainHead(first)
    if (!firstHead) throw new Error('not plain')
    expect(integratePlain(new Y.Doc(), new Uint8Array([...first, 7, 0]), firstHead)).toEqual({ diff: first, missing: false })
  })

  it('says so when Yjs took the structs in before it came to deletions that it can\'t read', () => {
    const update = updateOf(full(), (doc) => doc.getText('notes').insert(0, 'x'))
    const deletion = updateOf(full(), (doc) => doc.getText('notes').delete(0, 2))
    const [cut, torn] = [update.slice(0, -1), deletion.slice(0, -1)]
    expect(() => applyPlain(new Y.Doc(), cut, headOf(cut))).toThrow(HalfApplied)
    expect(() => applyPlain(full(), torn, headOf(torn))).toThrow(HalfApplied)
  })

  it('does not even begin to read more structs than there are bytes, or several writers', () => {
    expect(plainHead(new Uint8Array([1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 0]))).toBeNull()
    expect(plainHead(new Uint8Array([2, 1, 1, 0]))).toBeNull()
    expect(plainHead(new Uint8Array([]))).toBeNull()
  })
})
