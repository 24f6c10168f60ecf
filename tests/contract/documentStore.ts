import { describe, expect, it } from 'vitest'
import type { Append, DocumentStore } from '../../server/domain/room/DocumentStore.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const updateOf = (documentId: string, ...values: number[]): Append => ({ kind: 'update', documentId, update: bytes(...values), at: 5 })
const heldOf = (documentId: string, participantId: string | null, ...values: number[]): Append => ({
  kind: 'held', documentId, participantId, update: bytes(...values), at: 6,
})

/** What every DocumentStore promises. `open` gives an empty one and the function that ends it. */
export function describeDocumentStore(backend: string, open: () => Promise<{ store: DocumentStore; close: () => Promise<void> }>): void {
  const on = (name: string, test: (store: DocumentStore) => Promise<void>) =>
    it(name, async () => {
      const { store, close } = await open()
      try {
        await test(store)
      } finally {
        await close()
      }
    })
  const loaded = async (store: DocumentStore, documentId = 'g1') => {
    const found = await store.load(documentId)
    if (!found) throw new Error('not stored')
    return found
  }

  describe(`DocumentStore on ${backend}`, () => {
    on('D1: knows nothing of a document that was never created', async (store) => {
      expect(await store.load('g1')).toBeUndefined()
      expect(await store.size('g1')).toBe(0)
    })
    on('D2: gives the seed back; a second creation changes nothing', async (store) => {
      await store.create('g1', 'c1', bytes(1, 2), 5)
      await store.create('g1', 'c2', bytes(9), 6)
      const found = await loaded(store)
      expect(found).toMatchObject({ documentId: 'g1', classId: 'c1', snapshot: null, held: [] })
      expect(found.updates).toEqual([bytes(1, 2)])
    })
    on('D3: appends to several documents at once, with growing numbers in the order given', async (store) => {
      await store.create('g1', 'c1', bytes(1), 5)
      await store.create('g2', 'c1', bytes(2), 5)
      const numbers = await store.append([updateOf('g1', 3), updateOf('g2', 4), updateOf('g1', 5)])
      expect([...numbers].sort((a, b) => a - b)).toEqual([...numbers])
      const found = await loaded(store)
      expect(found.updates).toEqual([bytes(1), bytes(3), bytes(5)])
      expect(found.lastSequence).toBe(numbers[2])
      expect((await loaded(store, 'g2')).updates).toEqual([bytes(2), bytes(4)])
    })
    on('D4: keeps held updates apart, in order of arrival, with their writer', async (store) => {
      await store.create('g1', 'c1', bytes(1), 5)
      const [first, , second] = await store.append([heldOf('g1', 'ada', 2), updateOf('g1', 3), heldOf('g1', null, 4)])
      const found = await loaded(store)
      expect(found.updates).toEqual([bytes(1), bytes(3)])
      expect(found.held).toEqual([
        { sequence: first, update: bytes(2), participantId: 'ada', at: 6 },
        { sequence: second, update: bytes(4), participantId: null, at: 6 },
      ])
    })
    on('D5: a release turns what was held up to it into one update', async (store) => {
      await store.create('g1', 'c1', bytes(1), 5)
      await store.create('g2', 'c1', bytes(1), 5)
      const [through = 0] = await store.append([heldOf('g1', 'ada', 2)])
      await store.append([heldOf('g1', 'ben', 3), heldOf('g2', 'eve', 4)])
      await store.append([{ kind: 'release', documentId: 'g1', update: bytes(7), through, at: 8 }])
      const found = await loaded(store)
      expect(found.updates).toEqual([bytes(1), bytes(7)])
      expect(found.held.map((one) => one.participantId)).toEqual(['ben'])
      expect((await loaded(store, 'g2')).held).toHaveLength(1)
      await store.append([{ kind: 'release', documentId: 'g1', update: null, through: Number.MAX_SAFE_INTEGER, at: 8 }])
      expect(await loaded(store)).toMatchObject({ held: [], updates: [bytes(1), bytes(7)] })
    })
    on('D6: compaction replaces what it covers, and no more', async (store) => {
      await store.create('g1', 'c1', bytes(1), 5)
      const [through = 0] = await store.append([updateOf('g1', 2)])
      const [last] = await store.append([updateOf('g1', 3), heldOf('g1', 'ada', 4)])
      await store.compact('g1', bytes(1, 2), through)
      const found = await loaded(store)
      expect(found).toMatchObject({ snapshot: bytes(1, 2), updates: [bytes(3)], lastSequence: last })
      expect(found.held).toHaveLength(1)
      expect(await store.size('g1')).toBe(4)
    })
    on('D7: an older compaction that comes late changes nothing', async (store) => {
      await store.create('g1', 'c1', bytes(1), 5)
      const [early = 0] = await store.append([updateOf('g1', 2)])
      const [late = 0] = await store.append([updateOf('g1', 3)])
      await store.compact('g1', bytes(1, 2, 3), late)
      await store.compact('g1', bytes(1, 2), early)
      expect(await loaded(store)).toMatchObject({ snapshot: bytes(1, 2, 3), updates: [], lastSequence: late })
      const [next = 0] = await store.append([updateOf('g1', 4)])
      expect(next).toBeGreaterThan(late)
    })
    on('D8: takes nothing for a document that is not there, and fails nobody else for it', async (store) => {
      await store.create('g1', 'c1', bytes(1), 5)
      await store.append([updateOf('gone', 2), updateOf('g1', 3)])
      expect((await loaded(store)).updates).toEqual([bytes(1), bytes(3)])
      expect(await store.load('gone')).toBeUndefined()
    })
    on('D10: remembers when somebody last wrote, over compaction and lock; the seed is nobody’s writing', async (store) => {
      await store.create('g1', 'c1', bytes(1), 4)
      const editedAt = async () => (await loaded(store)).editedAt
      expect(await editedAt()).toBeNull()
      const [seeded = 0] = [(await loaded(store)).lastSequence]
      await store.compact('g1', bytes(1), seeded)
      expect(await editedAt()).toBeNull()
      const [through = 0] = await store.append([updateOf('g1', 2)])
      expect(await editedAt()).toBe(5)
      await store.compact('g1', bytes(1, 2), through)
      expect(await editedAt()).toBe(5)
      await store.append([heldOf('g1', 'ada', 3)])
      expect(await editedAt()).toBe(6)
      const [released = 0] = await store.append([{ kind: 'release', documentId: 'g1', update: bytes(3), through: Number.MAX_SAFE_INTEGER, at: 8 }])
      await store.compact('g1', bytes(1, 2, 3), released)
      expect(await editedAt()).toBe(8)
    })
    on('D9: bytes come back as they went in', async (store) => {
      const large = Uint8Array.from({ length: 20_000 }, (_, index) => index % 251)
      const view = new Uint8Array(large.buffer, 1_000, 500)
      await store.create('g1', 'c1', Buffer.from(view), 5)
      await store.append([{ kind: 'update', documentId: 'g1', update: large, at: 5 }, updateOf('g1')])
      expect((await loaded(store)).updates).toEqual([Uint8Array.from(view), large, new Uint8Array()])
    })
  })
}
