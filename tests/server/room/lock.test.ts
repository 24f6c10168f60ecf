import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { update } from '../../support/syncPeer.ts'
import { seed, startSyncServer, type SyncServer, type SyncServerOptions } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

describe('P2.4: a lock holds back what participants write, and loses none of it', () => {
  let folder: string
  let server: SyncServer
  const start = (more: SyncServerOptions = {}) => startSyncServer({ file: join(folder, 'ketu.db'), ...more })
  const stored = async () => {
    const found = await server.storage.documents.load('g1')
    if (!found) throw new Error('no document')
    return found
  }
  const textOnDisk = async () => {
    const doc = new Y.Doc()
    const { snapshot, updates } = await stored()
    for (const one of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, one)
    return doc.getText('notes').toString()
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketu-lock-'))
    server = await start()
    await server.rooms.create('g1', 'c1', seed())
  })
  afterEach(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  it('holds an update message: not applied, not sent on, but on disk, and the writer knows', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await server.rooms.setLocked('g1', true)
    ada.type('too late')
    await until(() => ada.held === ada.sent, 'the held receipt')
    expect(ada.saved).toBeLessThan(ada.sent)
    expect(await textOnDisk()).toBe('')
    expect((await stored()).held).toHaveLength(1)
    expect([...server.rooms.heldBy('g1')]).toEqual(['ada'])
    expect(ben.received.updates).toEqual([])
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('')
  })

  it('holds a sync step 2 alike: what was typed offline before or during the lock', async () => {
    const offline = new Y.Doc()
    offline.getText('notes').insert(0, 'in the tunnel')
    await server.rooms.setLocked('g1', true)
    const ada = await server.peer('ada@g1', 'g1', { doc: offline }).ready()
    const ben = await server.peer('ben@g1').ready()
    await until(() => ada.held === ada.sent, 'the held receipt')
    await server.rooms.setLocked('g1', false)
    await ada.allSaved()
    await ben.sees('in the tunnel')
    expect([...server.rooms.heldBy('g1')]).toEqual([])
  })

  it('merges in order of arrival on unlock, tells everybody, and then says saved', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await server.rooms.setLocked('g1', true)
    ada.type('one ')
    await until(() => ada.held === ada.sent)
    ada.type('two ')
    ben.doc.getMap('about').set('by', 'ben')
    await until(() => ada.held === ada.sent && ben.held === ben.sent)
    await server.rooms.setLocked('g1', false)
    await Promise.all([ada.allSaved(), ben.allSaved(), ben.sees('one two ')])
    expect(ada.doc.getMap('about').get('by')).toBe('ben')
    expect(await textOnDisk()).toBe('one two ')
    expect((await stored()).held).toEqual([])
    ada.type('three')
    await ben.sees('one two three')
  })

  it('lets the trainer write through the lock, and what is held still fits in afterwards', async () => {
    const ada = await server.peer('ada@g1').ready()
    const trainer = await server.peer('trainer', 'g1').ready()
    await server.rooms.setLocked('g1', true)
    ada.type('held ')
    await until(() => ada.held === ada.sent)
    trainer.type('by the trainer ')
    await ada.sees('by the trainer ')
    await trainer.allSaved()
    ada.type('after it ')
    await until(() => ada.held === ada.sent)
    await server.rooms.setLocked('g1', false)
    await trainer.sees('held ')
    await trainer.sees('after it ')
    await until(() => trainer.text === ada.text)
  })

  it('counts a step 2 with nothing new in it as saved, also while locked', async () => {
    const before = await server.peer('ada@g1').ready()
    before.type('known, and deleted')
    before.doc.getText('notes').delete(5, 5)
    await before.allSaved()
    await before.drop()
    await server.rooms.setLocked('g1', true)
    const ada = await server.peer('ada@g1', 'g1', { doc: before.doc }).ready()
    await ada.allSaved()
    expect(ada.held).toBe(0)
    expect((await stored()).held).toEqual([])
  })

  it('holds the same edits once, however often their writer reconnects', async () => {
    const first = await server.peer('ada@g1').ready()
    await server.rooms.setLocked('g1', true)
    first.type('once')
    await until(() => first.held === first.sent)
    await first.drop()
    for (let round = 0; round < 3; round++) {
      const again = await server.peer('ada@g1', 'g1', { doc: first.doc }).ready()
      await until(() => again.held === again.sent, 'the held receipt again')
      await again.drop()
    }
    expect((await stored()).held).toHaveLength(1)
    await server.rooms.setLocked('g1', false)
    expect(await textOnDisk()).toBe('once')
  })

  it('holds a deletion alone', async () => {
    const ada = await server.peer('ada@g1').ready()
    ada.type('keep this')
    await ada.allSaved()
    await server.rooms.setLocked('g1', true)
    ada.doc.getText('notes').delete(0, 5)
    await until(() => ada.held === ada.sent)
    expect(await textOnDisk()).toBe('keep this')
    await ada.drop()
    const again = await server.peer('ada@g1', 'g1', { doc: ada.doc }).ready()
    await until(() => again.held === again.sent, 'held again after the return')
    await server.rooms.setLocked('g1', false)
    await again.allSaved()
    expect(await textOnDisk()).toBe('this')
  })

  it('stays locked over a restart with what it holds, until the class opens it', async () => {
    const ada = await server.peer('ada@g1').ready()
    await server.rooms.setLocked('g1', true)
    ada.type('held over night')
    await until(() => ada.held === ada.sent)
    await server.stop()
    server = await start()
    const ben = await server.peer('ben@g1').ready()
    ben.type('also held')
    await until(() => ben.held === ben.sent)
    expect([...server.rooms.heldBy('g1')].sort()).toEqual(['ada', 'ben'])
    expect(ben.text).not.toContain('over night')
    await server.rooms.setLocked('g1', false)
    await ben.sees('held over night')
    await ben.allSaved()
    expect(await textOnDisk()).toContain('held over night')
  })

  it('P3.5: takes what arrived before the lock, holds what arrived after', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    ada.type('before ')
    await ada.roundTrip() // read, but perhaps not on disk yet
    await server.rooms.setLocked('g1', true)
    ada.type('after')
    await until(() => ada.held === ada.sent)
    await ben.sees('before ')
    expect(ben.text).toBe('before ')
  })

  it('P3.5: what arrives in the same moment in which the lock opens comes out with the rest, and nothing stays behind on disk', async () => {
    await server.rooms.setLocked('g1', true)
    const wire = { send: () => undefined, buffered: () => 0, close: () => undefined, terminate: () => undefined }
    const ada = await server.rooms.connect({ documentId: 'g1', receipts: true, actor: { role: 'participant', classId: 'c1', participantId: 'ada', groupId: 'g1' }, wire })
    ada?.receive(update(seed('at the last moment')))
    await server.rooms.setLocked('g1', false)
    expect((await stored()).held).toEqual([])
    expect(await textOnDisk()).toContain('at the last moment')
    await server.stop()
    server = await start()
    expect(server.rooms.heldBy('g1').size).toBe(0)
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe(await textOnDisk())
  })
})
