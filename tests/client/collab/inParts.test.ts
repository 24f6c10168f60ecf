import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { inParts } from '../../../client/collab/inParts.ts'
import { createRandom } from '../../support/random.ts'

/** Documents of two writers who have seen one another's work, so that each builds on the other. */
function writtenByTwo(seed: number): Y.Doc {
  const random = createRandom(seed)
  const docs = [new Y.Doc(), new Y.Doc()] as const
  for (const [index, doc] of docs.entries()) doc.clientID = index + 1
  for (let step = 0; step < 200; step++) {
    const [doc, other] = random.below(2) === 0 ? docs : [docs[1], docs[0]]
    const rows = doc.getMap<Y.Map<unknown>>('rows')
    const id = `row-${random.below(20)}`
    const row = rows.get(id) ?? rows.set(id, new Y.Map<unknown>())
    const text = row.get('text')
    if (!(text instanceof Y.Text)) row.set('text', new Y.Text('新的一行'))
    else if (random.below(4) === 0) text.delete(0, Math.min(text.length, 3))
    else text.insert(random.below(text.length + 1), `第${step}句 `)
    row.set('figure', step)
    if (random.below(3) === 0) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
  }
  Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]))
  return docs[0]
}

describe('an update in parts', () => {
  it.each([1, 2, 3, 4, 5])('P1.18: each is whole when those before it have arrived, and together they are the same (seed %i)', (seed) => {
    const doc = writtenByTwo(seed)
    const whole = Y.encodeStateAsUpdate(doc)
    const parts = inParts(whole, 500)
    expect(parts.length).toBeGreaterThan(5)
    const received = new Y.Doc()
    for (const part of parts) {
      Y.applyUpdate(received, part)
      expect([received.store.pendingStructs, received.store.pendingDs]).toEqual([null, null])
    }
    expect(received.getMap('rows').toJSON()).toEqual(doc.getMap('rows').toJSON())
    expect(Y.encodeStateAsUpdate(received)).toEqual(whole)
  })

  it('P2.12: none is larger than it may be, but for deletions by its list of them', () => {
    const parts = inParts(Y.encodeStateAsUpdate(writtenByTwo(6)), 500)
    for (const part of parts.slice(0, -1)) expect(part.byteLength).toBeLessThan(550)
  })

  it('one that needs no cutting is one', () => {
    const doc = new Y.Doc()
    doc.getText('notes').insert(0, '短')
    const update = Y.encodeStateAsUpdate(doc)
    expect(inParts(update, 500)).toEqual([update])
    doc.getText('notes').delete(0, 1)
    const gone = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
    expect(inParts(gone, 1)).toEqual([gone])
  })
})
