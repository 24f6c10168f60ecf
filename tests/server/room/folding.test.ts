import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Log } from '../../../server/domain/Log.ts'
import type { StoredDocument } from '../../../server/domain/room/DocumentStore.ts'
import { GroupDocument } from '../../../server/domain/room/groupDocument.ts'
import { defaultLimits } from '../../../server/domain/room/limits.ts'
import { silentLog } from '../../../server/log.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

const stored = (changes: Partial<StoredDocument>): StoredDocument =>
  ({ documentId: 'g1', classId: 'c1', snapshot: null, updates: [], lastSequence: 0, held: [], damaged: false, editedAt: null, ...changes })
const open = (changes: Partial<StoredDocument>, log: Log = silentLog): GroupDocument => new GroupDocument(stored(changes), defaultLimits, log)
const trainer = { participantId: null, throughLock: true }
const participant = { participantId: 'p1', throughLock: false }
const text = (whole: Uint8Array): string => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, whole)
  return doc.getText('notes').toString()
}
const written = (words: string, on?: Uint8Array): Uint8Array => {
  const doc = new Y.Doc()
  if (on) Y.applyUpdate(doc, on)
  const before = Y.encodeStateVector(doc)
  doc.getText('notes').insert(doc.getText('notes').length, words)
  return Y.encodeStateAsUpdate(doc, before)
}
const isFolded = (document: GroupDocument): boolean => document.whole() === document.whole()

describe('a document that nobody works in', () => {
  it('is kept as the bytes that are stored, and handed on as they are, until somebody works in it', () => {
    const snapshot = written('first')
    const document = open({ snapshot })
    expect(document.whole()).toBe(snapshot)
    expect(document.take(written(' second', snapshot), trainer)).toMatchObject({ kind: 'applied', missing: false })
    expect(isFolded(document)).toBe(false)
    expect(text(document.whole())).toBe('first second')
  })
  it('is folded when it was left alone for a whole round, with all that is in it', () => {
    const document = open({ updates: [written('first')] })
    document.take(written(' second', document.whole()), trainer)
    document.fold()
    expect(isFolded(document)).toBe(false)
    expect(document.doc.getText('notes').toString()).toBe('first second')
    document.fold()
    expect(isFolded(document)).toBe(false)
    document.fold()
    expect(isFolded(document)).toBe(true)
    expect(text(document.whole())).toBe('first second')
    expect(document.snapshot()).toBe(document.whole())
    document.take(written(' third', document.whole()), trainer)
    expect(document.doc.getText('notes').toString()).toBe('first second third')
  })
  it('stays open while a lock holds something back, and holds what comes when it is folded', () => {
    const document = open({ snapshot: written('first') })
    document.lock()
    const held = written(' held', document.whole())
    expect(document.take(held, participant).kind).toBe('held')
    for (const round of [1, 2, 3]) expect([round, (document.fold(), isFolded(document))]).toEqual([round, false])
    expect(document.release()).toMatchObject({ count: 1 })
    for (let round = 0; round < 3; round++) document.fold()
    expect(isFolded(document)).toBe(true)
    expect(text(document.whole())).toBe('first held')
  })
  it('stays open when it is so large that unfolding it would be felt', () => {
    const document = open({ updates: [written('字'.repeat(100_000))] })
    for (let round = 0; round < 3; round++) document.fold()
    expect(isFolded(document)).toBe(false)
  })
  it('is not handed on when it can not be read', () => {
    const errors: string[] = []
    const document = open({ snapshot: written('first').subarray(0, -6) }, { ...silentLog, error: (event) => void errors.push(event) })
    expect(errors).toEqual(['document.row-unreadable'])
    expect(text(document.whole())).toBe('')
  })
})

describe('a class that looks at its work and talks', () => {
  let folded = 0
  let server: SyncServer
  beforeEach(async () => {
    folded = 0
    server = await startSyncServer({ limits: { foldMs: 50 }, log: { ...silentLog, debug: (event) => void (folded += event === 'document.folded' ? 1 : 0) } })
  })
  afterEach(() => server.stop())
  async function untilFolded(): Promise<void> {
    const before = folded
    await until(() => folded > before, 'the document to be folded')
  }

  it('finds it as it was, old and new devices alike', async () => {
    await server.rooms.create('g1', 'c1', seed('first'))
    const ada = await server.peer('ada@g1').ready()
    ada.type(' second')
    await ada.allSaved()
    await untilFolded()
    const ben = await server.peer('ben@g1').ready()
    expect(ben.text).toBe('first second')
    ben.type(' third')
    await ada.sees('third')
    await untilFolded()
    await ada.drop()
    ada.doc.getText('notes').insert(0, 'offline ')
    const again = await server.peer('ada@g1', 'g1', { doc: ada.doc }).ready()
    await again.allSaved()
    await ben.sees('offline first second third')
    await untilFolded()
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('offline first second third')
  })
})
