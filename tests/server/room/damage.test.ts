import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DocumentStore, StoredDocument } from '../../../server/domain/room/DocumentStore.ts'
import { GroupDocument } from '../../../server/domain/room/groupDocument.ts'
import { defaultLimits } from '../../../server/domain/room/limits.ts'
import { docFromStored } from '../../../server/domain/room/liveDocument.ts'
import { silentLog } from '../../../server/log.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

/** Of one writer, each word on the one before it. */
function rowsOf(words: readonly string[]): Uint8Array[] {
  const doc = new Y.Doc()
  const rows: Uint8Array[] = []
  doc.on('update', (row: Uint8Array) => void rows.push(row))
  for (const word of words) doc.getText('notes').insert(doc.getText('notes').length, word)
  return rows
}
const flipped = (row: Uint8Array): Uint8Array => row.map((byte, index) => (index === 0 ? byte ^ 0x40 : byte))
const stored = (changes: Partial<StoredDocument>): StoredDocument =>
  ({ documentId: 'g1', classId: 'c1', snapshot: null, updates: [], lastSequence: 0, held: [], damaged: false, editedAt: null, ...changes })
const wordsOf = (document: Pick<GroupDocument, 'doc'>): string => document.doc.getText('notes').toString()

describe('a stored row that can not be read', () => {
  let running: SyncServer | null = null
  afterEach(() => running?.stop())
  /** A document with these words of Ada's, one row each, that nobody has in memory; from then on `hurt` changes what is read of it. */
  async function openWithRows(words: readonly string[], hurt: (rows: readonly Uint8Array[]) => Uint8Array[]) {
    let isHurt = false
    const hurtStore = (store: DocumentStore): DocumentStore => ({
      ...store,
      async load(documentId) {
        const found = await store.load(documentId)
        return found && isHurt ? { ...found, updates: hurt(found.updates) } : found
      },
    })
    const server = await startSyncServer({ wrapStore: hurtStore })
    running = server
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    for (const word of words) {
      ada.type(word)
      await ada.allSaved()
    }
    ada.socket.close()
    await until(() => server.rooms.usage().connections === 0, 'nobody to be there')
    server.rooms.forget(['g1'])
    isHurt = true
    return { server, ada, heal: () => { isHurt = false } }
  }

  it('leaves what can be read, and all rows where they are: nothing takes their place', async () => {
    const { server, ada } = await openWithRows(['one ', 'two ', 'three ', 'four ', 'five '], (rows) => rows.map((row, index) => (index === 3 ? flipped(row) : row)))
    expect((await server.peer('ben@g1').ready()).text).toBe('one two ')
    await expect(server.rooms.compact('g1')).rejects.toMatchObject({ reason: 'disk-full' })
    const rows = await server.storage.documents.load('g1')
    expect(rows && docFromStored(rows, (error) => { throw error }).getText('notes').toString()).toBe('one two three four five ')
    // Whoever still has it all brings it back, over the same rows.
    const again = await server.peer('ada@g1', 'g1', { doc: ada.doc }).ready()
    await again.allSaved()
    server.rooms.forget(['g1'])
    expect((await server.peer('eve@g1').ready()).text).toBe('one two three four five ')
  })

  it('that was only missing is made good by who still has it: the document can be written anew, without another start', async () => {
    const { server, ada, heal } = await openWithRows(['one ', 'two ', 'three ', 'four '], (rows) => rows.filter((_row, index) => index !== 3))
    expect((await server.peer('ben@g1').ready()).text).toBe('one two ')
    await expect(server.rooms.compact('g1')).rejects.toMatchObject({ reason: 'disk-full' })
    const again = await server.peer('ada@g1', 'g1', { doc: ada.doc }).ready()
    await again.allSaved()
    await server.rooms.compact('g1')
    heal()
    server.rooms.forget(['g1'])
    expect((await server.peer('eve@g1').ready()).text).toBe('one two three four ')
  })

  it('is no damage when a later row brings what it lacked', () => {
    const [one, two, three] = rowsOf(['one ', 'two ', 'three'])
    const document = new GroupDocument(stored({ updates: [one, three, two].flatMap((row) => row ?? []) }), defaultLimits, silentLog)
    expect(wordsOf(document)).toBe('one two three')
    expect(document.snapshot()).not.toBeNull()
  })

  it('of what a lock holds, keeps nobody from writing behind it, and the others come out', () => {
    const writers = ['ada', 'ben'].map((participantId, index) => ({ participantId, sequence: index + 1, at: 1, update: rowsOf([`${participantId} `])[0] ?? new Uint8Array() }))
    const held = writers.map((one, index) => (index === 0 ? { ...one, update: flipped(one.update) } : one))
    const document = new GroupDocument(stored({ held }), defaultLimits, silentLog)
    const [more] = rowsOf(['more'])
    expect(document.take(more ?? new Uint8Array(), { participantId: 'cleo', throughLock: false }).kind).toBe('held')
    expect(document.release()).toMatchObject({ count: 3 })
    expect(wordsOf(document)).toContain('ben ')
    expect(wordsOf(document)).toContain('more')
  })
})

describe('a lock', () => {
  it('that was closed while its document could not be read holds once it can', async () => {
    let readable = true
    const server = await startSyncServer({ wrapStore: (store) => ({ ...store, load: (id) => (readable ? store.load(id) : Promise.reject(new Error('disk I/O error'))) }) })
    await server.rooms.create('g1', 'c1', seed())
    readable = false
    await expect(server.rooms.setLocked('g1', true)).rejects.toThrow('disk I/O error')
    readable = true
    const ada = await server.peer('ada@g1').ready()
    ada.type('held')
    await until(() => ada.held > 0, 'the receipt')
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('')
    await server.stop()
  })
})
