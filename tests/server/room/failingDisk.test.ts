import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { gateBefore } from '../../support/gatedStore.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

describe('P6.4: a disk that refuses writes', () => {
  let server: SyncServer
  let full = false
  beforeEach(async () => {
    full = false
    server = await startSyncServer({
      limits: { retryMs: 10, retryMaxMs: 20 },
      wrapStore: (store) => ({
        ...store,
        append: async (batch) => {
          if (full) throw new Error('database or disk is full')
          return store.append(batch)
        },
      }),
    })
    await server.rooms.create('g1', 'c1', seed())
  })
  afterEach(() => server.stop())
  const textOnDisk = async (): Promise<string> => {
    const doc = new Y.Doc()
    for (const one of (await server.storage.documents.load('g1'))?.updates ?? []) Y.applyUpdate(doc, one)
    return doc.getText('notes').toString()
  }

  it('lets the group go on from memory, and calls nothing saved', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await ada.allSaved()
    full = true
    ada.type('in memory ')
    await ben.sees('in memory ')
    ben.type('too')
    await ada.sees('too')
    expect(server.rooms.storageFailing()).toBe(true)
    expect(ada.saved).toBe(0)
    const eve = await server.peer('eve@g1').ready()
    expect(eve.text).toBe('in memory too')
    // What a newcomer brings again is not saved either, though it is nothing new.
    const again = await server.peer('ada@g1', 'g1', { doc: ada.doc }).ready()
    await again.roundTrip()
    expect(again.saved).toBe(0)

    full = false
    await Promise.all([ada.allSaved(), ben.allSaved(), eve.allSaved(), again.allSaved()])
    expect(server.rooms.storageFailing()).toBe(false)
    expect(await textOnDisk()).toBe('in memory too')
  })

  it('keeps what waits small: a long time of typing goes to disk in a few rows, whole', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await ada.allSaved()
    full = true
    let text = ''
    for (let word = 0; word < 150; word++) {
      ada.type(`${word} `)
      text += `${word} `
      if (word % 10 === 9) await ben.sees(text)
    }
    const rowsBefore = (await server.storage.documents.load('g1'))?.updates.length ?? 0
    full = false
    await ada.allSaved()
    expect(await textOnDisk()).toBe(text)
    const rows = ((await server.storage.documents.load('g1'))?.updates.length ?? 0) - rowsBefore
    expect(rows).toBeLessThan(10)
  })

  it('lets the group go on also when it takes no edits and then syncs nothing either, as a disk does that was pulled out', async () => {
    const gate = gateBefore('syncToDisk')
    await server.stop()
    server = await startSyncServer({
      limits: { retryMs: 3_600_000, retryMaxMs: 3_600_000 },
      wrapStore: (store) => gate.wrap({
        ...store,
        append: (batch) => (full ? Promise.reject(new Error('input/output error')) : store.append(batch)),
        syncToDisk: () => (full ? Promise.reject(new Error('input/output error')) : store.syncToDisk()),
      }),
    })
    await server.rooms.create('g1', 'c1', seed())
    const [ada, ben] = [await server.peer('ada@g1').ready(), await server.peer('ben@g1').ready()]
    gate.shut()
    ada.type('stored ')
    await until(() => gate.waiting() > 0, 'the sync')
    full = true
    ada.type('refused ')
    await ben.sees('refused ')
    gate.open()
    for (const word of ['one ', 'two ', 'three ']) {
      await ben.roundTrip()
      ada.type(word)
      await ben.sees(word)
    }
    full = false
  })

  it('keeps lock, hold and release in order over the failure', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    full = true
    await server.rooms.setLocked('g1', true)
    ada.type('held ')
    await until(() => server.rooms.heldBy('g1').has('ada'))
    expect(ada.held).toBe(0) // not durable, so not even held
    await server.rooms.setLocked('g1', false)
    await ben.sees('held ')
    await server.rooms.setLocked('g1', true)
    ben.type('again')
    await until(() => server.rooms.heldBy('g1').has('ben'))
    full = false
    await ada.allSaved()
    await until(() => ben.held === ben.sent, 'the held receipt')
    expect(await textOnDisk()).toBe('held ')
    expect((await server.storage.documents.load('g1'))?.held).toHaveLength(1)
    await server.rooms.setLocked('g1', false)
    await ben.allSaved()
    expect(await textOnDisk()).toBe('held again')
  })
})

describe('a disk that takes its time over writing a document anew', () => {
  it('P6.7: keeps nobody from seeing what the others type meanwhile, nor from their receipts; who asked for it waits', async () => {
    const waiting: (() => void)[] = []
    let isSlow = true
    const server = await startSyncServer({
      limits: { compactAfterUpdates: 3 },
      wrapStore: (store) => ({
        ...store,
        compact: async (...given) => {
          if (isSlow) await new Promise<void>((go) => void waiting.push(go))
          return store.compact(...given)
        },
      }),
    })
    await server.rooms.create('g1', 'c1', seed())
    const [ada, ben] = [await server.peer('ada@g1').ready(), await server.peer('ben@g1').ready()]
    let text = ''
    for (let word = 0; waiting.length === 0; word++) {
      ada.type(`${word} `)
      text += `${word} `
      await ben.sees(text)
    }
    ben.type('meanwhile')
    await ada.sees('meanwhile')
    await ben.allSaved()

    let isCompacted = false
    const asked = server.rooms.compact('g1').then(() => (isCompacted = true))
    await ada.roundTrip()
    expect(isCompacted).toBe(false)
    for (; !isCompacted; await ada.roundTrip()) waiting.shift()?.()
    await asked
    const stored = await server.storage.documents.load('g1')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stored?.snapshot ?? new Uint8Array())
    expect([doc.getText('notes').toString(), stored?.updates]).toEqual([`${text}meanwhile`, []])
    isSlow = false
    for (const go of waiting) go()
    await server.stop()
  })
})
