import { afterEach, describe, expect, it } from 'vitest'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { docFromStored } from '../../../server/domain/room/liveDocument.ts'
import { messageType, receiptKind } from '../../../shared/protocol/sync.ts'
import { gateBefore } from '../../support/gatedStore.ts'
import { step1, step2, update } from '../../support/syncPeer.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

describe('what a receipt promises', () => {
  let server: SyncServer
  afterEach(() => server.stop())

  it('P2.16: every update-carrying frame is receipted, from the first', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    for (const word of ['a', 'b', 'c']) ada.type(word)
    await ada.allSaved()
    expect(ada.saved).toBe(3)
    await ada.drop()
    const again = await server.peer('ada@g1', 'g1', { doc: ada.doc }).ready()
    await again.allSaved() // it was asked what it has: an empty step 2 counts too
    expect(again.saved).toBe(1)
  })

  it('sends receipts to those who asked for them alone', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1', 'g1', { ack: false }).ready()
    const ben = await server.peer('ben@g1').ready()
    ada.type('hello')
    await ben.sees('hello')
    expect(ada.saved).toBe(0)
  })

  it('P6.1: what is written may be seen, and is called saved only once the disk has it', async () => {
    const gate = gateBefore('syncToDisk')
    server = await startSyncServer({ wrapStore: gate.wrap })
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await ada.allSaved()
    gate.shut()
    ada.type('first ')
    await ben.sees('first ')
    await until(() => gate.waiting() > 0, 'the sync')
    // Written while a sync is under way: that one can't speak for it.
    ada.type('second ')
    await ben.sees('second ')
    await ada.roundTrip()
    expect(ada.saved).toBe(0)
    gate.open()
    await ada.allSaved()
  })

  it('P6.1: a sync that fails is a failing disk, and the receipts come once one has worked', async () => {
    let broken = false
    server = await startSyncServer({
      limits: { retryMs: 10, retryMaxMs: 20 },
      wrapStore: (store) => ({
        ...store,
        syncToDisk: async () => {
          if (broken) throw new Error('input/output error')
          await store.syncToDisk()
        },
      }),
    })
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await ada.allSaved()
    broken = true
    ada.type('seen ')
    await ben.sees('seen ')
    await until(() => server.rooms.storageFailing(), 'the failure to be known')
    expect(ada.saved).toBe(0)
    broken = false
    await ada.allSaved()
    expect(server.rooms.storageFailing()).toBe(false)
  })

  it('P2.2: nobody sees an edit, and no receipt comes, before it is on disk; newcomers neither', async () => {
    const gate = gateBefore('append')
    server = await startSyncServer({ wrapStore: gate.wrap })
    await server.rooms.create('g1', 'c1', seed('seed '))
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await ada.allSaved()
    gate.shut()
    ada.type('secret')
    await until(() => gate.waiting() > 0, 'the append')
    const newcomer = server.peer('eve@g1')
    let read: string | undefined
    void server.rooms.read('g1').then((doc) => (read = doc?.getText('notes').toString()))
    await until(() => newcomer.socket.readyState === newcomer.socket.OPEN, 'the newcomer to be connected')
    await newcomer.roundTrip()
    expect(newcomer.synced).toBe(false)
    expect(ben.received.updates).toEqual([])
    expect(read).toBeUndefined()
    expect(ada.saved).toBeLessThan(ada.sent)
    gate.open()
    await Promise.all([ada.allSaved(), ben.sees('secret'), newcomer.ready()])
    expect(newcomer.text).toBe('seed secret')
    expect(read).toBe('seed secret')
  })

  it('an update that overtook the answer to our question, and built on it, is not called saved by that answer', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const asked: Uint8Array[] = []
    let saved = 0
    const line = await server.rooms.connect({
      documentId: 'g1', receipts: true, actor: { role: 'trainer' },
      wire: {
        buffered: () => 0, close: () => undefined, terminate: () => undefined,
        send(frame) {
          const decoder = decoding.createDecoder(frame)
          const [type, kind] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
          if (type === messageType.sync && kind === 0) asked.push(decoding.readVarUint8Array(decoder))
          if (type === messageType.receipt && kind === receiptKind.saved) saved = decoding.readVarUint(decoder)
        },
      },
    })
    const doc = new Y.Doc()
    doc.getText('notes').insert(0, 'offline ')
    const before = Y.encodeStateVector(doc)
    line?.receive(step1(before))
    await until(() => asked.length === 1, 'the question')
    const early = Y.encodeStateAsUpdate(doc, asked[0])
    doc.getText('notes').insert(8, 'typed')
    line?.receive(update(Y.encodeStateAsUpdate(doc, before)))
    line?.receive(step2(early))
    await until(() => asked.length === 2 || saved > 0, 'a second question')
    expect(saved).toBe(0)
    line?.receive(step2(Y.encodeStateAsUpdate(doc, asked[1])))
    await until(() => saved === 3, 'the receipts')
    const stored = await server.storage.documents.load('g1')
    expect(stored && docFromStored(stored, (error) => { throw error }).getText('notes').toString()).toBe('offline typed')
  })

  it('P2.17: never sends an update back, and packs what came within a tick into one frame', async () => {
    const gate = gateBefore('append')
    server = await startSyncServer({ wrapStore: gate.wrap })
    await server.rooms.create('g1', 'c1', seed())
    const [ada, ben, eve] = await Promise.all(['ada@g1', 'ben@g1', 'eve@g1'].map((token) => server.peer(token).ready()))
    if (!ada || !ben || !eve) throw new Error('three peers')
    await Promise.all([ada, ben, eve].map((peer) => peer.allSaved()))
    gate.shut()
    ada.type('x')
    await until(() => gate.waiting() > 0, 'the disk to be busy')
    for (const letter of 'abcdefghij') ada.type(letter)
    ben.doc.getMap('about').set('by', 'ben')
    await ada.roundTrip()
    await ben.roundTrip()
    gate.open()
    await Promise.all([ada.allSaved(), ben.allSaved(), eve.sees('xabcdefghij'), until(() => eve.doc.getMap('about').get('by'))])
    // One for the first letter, one for all that came while the disk was busy.
    expect(eve.received.updates.length).toBeLessThanOrEqual(2)
    await until(() => ada.doc.getMap('about').get('by'))
    const own = new Y.Doc()
    for (const one of ada.received.updates) Y.applyUpdate(own, one)
    expect(own.getText('notes').toString()).toBe('')
    expect(own.getMap('about').get('by')).toBe('ben')
  })

  it('P1.18: an update with missing parts is neither stored nor sent, but asked for again', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    await ada.allSaved()
    const size = await server.storage.documents.size('g1')
    const asked = ada.received.step1
    // The first edit is lost on the way; the second builds on it.
    const lost: Uint8Array[] = []
    const own = new Y.Doc()
    own.on('update', (change: Uint8Array) => lost.push(change))
    own.getText('notes').insert(0, 'lost ')
    own.getText('notes').insert(5, 'found')
    ada.sendCounted(update(lost[1] ?? new Uint8Array()))
    await until(() => ada.received.step1 > asked, 'the question')
    // Ada's answer knows nothing of it either: her device never had it. Still nothing half is kept.
    expect(await server.storage.documents.size('g1')).toBe(size)
    expect((await server.rooms.read('g1'))?.store.pendingStructs).toBeNull()
    Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(own))
    await ben.sees('lost found')
    await ada.allSaved()
  })

  it('P1.18: a peer that keeps sending parts of nothing is closed with 4422', async () => {
    server = await startSyncServer({ limits: { strikes: 4 } })
    await server.rooms.create('g1', 'c1', seed())
    const mallory = await server.peer('mallory@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    for (let attempt = 0; attempt < 8; attempt++) {
      const doc = new Y.Doc()
      doc.getText('notes').insert(0, 'gone')
      const before = Y.encodeStateVector(doc)
      doc.getText('notes').insert(4, 'dangling')
      const dangling = Y.encodeStateAsUpdate(doc, before)
      mallory.send(Uint8Array.from([0, 1, dangling.length, ...dangling]))
    }
    expect(await mallory.closing()).toBe(4422)
    ben.type('fine')
    await ben.allSaved()
  })
})
