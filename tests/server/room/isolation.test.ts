import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLocalBus } from '../../../server/bus/local.ts'
import { systemClock } from '../../../server/domain/clock.ts'
import { createRooms } from '../../../server/domain/room/createRooms.ts'
import { silentLog } from '../../../server/log.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { docFromStored } from '../../../server/domain/room/liveDocument.ts'
import { levels } from '../../support/levels.ts'
import { update } from '../../support/syncPeer.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

/** Maps inside maps, continuing where the document is deepest. */
function nested(levels: number, doc = new Y.Doc()): Y.Doc {
  doc.transact(() => {
    let inner = doc.getMap<unknown>('deep')
    for (let next = inner.get('k'); next instanceof Y.Map; next = inner.get('k')) inner = next
    for (let depth = 0; depth < levels; depth++) {
      const next = new Y.Map<unknown>()
      inner.set('k', next)
      inner = next
    }
  })
  return doc
}

describe('content that Yjs itself chokes on', () => {
  let server: SyncServer
  afterEach(() => server.stop())

  it('P1.19: types nested without end are refused, in one message or step by step', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const atOnce = await server.peer('mallory@g1').ready()
    atOnce.sendCounted(update(Y.encodeStateAsUpdate(nested(10_000))))
    expect(await atOnce.closing()).toBe(4422)
    const stepwise = await server.peer('mallory@g1').ready()
    nested(14, stepwise.doc)
    await stepwise.allSaved()
    nested(3, stepwise.doc)
    expect(await stepwise.closing()).toBe(4422)
    const beside = await server.peer('mallory@g1').ready()
    const list = new Y.Doc()
    let inner = list.getArray<unknown>('list')
    list.transact(() => {
      for (let depth = 0; depth < 20; depth++) {
        const next = new Y.Array<unknown>()
        inner.push(['first', next])
        inner = next
      }
    })
    beside.sendCounted(update(Y.encodeStateAsUpdate(list)))
    expect(await beside.closing()).toBe(4422)
  })

  it.each<[string, (doc: Y.Doc, value: object) => void]>([
    ['a value', (doc, value) => doc.getMap('about').set('deep', value)],
    ['an embedded object', (doc, value) => doc.getText('notes').insertEmbed(0, value)],
    ['a format', (doc, value) => doc.getText('notes').format(0, 1, { deep: value })],
    ['a value, beside a type', (doc, value) => doc.transact(() => (doc.getMap('about').set('deep', value), doc.getMap('about').set('type', new Y.Map())))],
  ])('P1.19: %s of lists in lists without end, which could be read and not written, is refused', async (_what, edit) => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed('whole'))
    const mallory = await server.peer('mallory@g1').ready()
    edit(mallory.doc, { list: levels(1_000) })
    expect(await mallory.closing()).toBe(4422)
    const eve = await server.peer('eve@g1').ready()
    expect([eve.text, eve.doc.getMap('about').toJSON()]).toEqual(['whole', { seeded: true }])
    edit(eve.doc, { list: levels(10) })
    await eve.allSaved()
  })

  /** One struct of a writer of its own, in the root `about`: with the key `deep` and this content, or none. */
  const crafted = (client: number, info: number, ...content: readonly number[]): Uint8Array => {
    const place = info === 0 ? [] : [1, 5, ...Buffer.from('about'), 4, ...Buffer.from('deep')]
    return Uint8Array.from([1, 1, client, 0, info === 0 ? 0 : info | 0x20, ...place, ...content, 0])
  }
  const far = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f] // 2^53 - 1
  it.each<[string, Uint8Array]>([
    ['an object whose prototype is no object’s', crafted(7, 8, 1, 118, 1, 9, ...Buffer.from('__proto__'), 116, 1, 1)],
    ['a collected struct as long as all integers', crafted(7, 0, ...far)],
    ['a clock near their end', Uint8Array.from([1, 1, 7, ...far.slice(0, 7), 0x07, 0x04, 1, 5, ...Buffer.from('notes'), 1, 0x78, 0])],
  ])('P1.19: %s, after which nobody could be answered, is refused', async (_what, bytes) => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed('whole'))
    const mallory = await server.peer('mallory@g1').ready()
    mallory.sendCounted(update(bytes))
    await until(() => mallory.closed !== null || mallory.received.step1 > 0, 'the answer')
    mallory.socket.close()
    const eve = await server.peer('eve@g1').ready()
    expect([eve.text, eve.doc.getMap('about').toJSON()]).toEqual(['whole', { seeded: true }])
    await server.rooms.compact('g1')
    expect(Y.decodeStateVector(Y.encodeStateVector((await server.rooms.read('g1')) ?? new Y.Doc())).has(7)).toBe(false)
  })

  it('P1.19: what is refused leaves no types behind that nobody counts', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed('whole'))
    const mallory = await server.peer('mallory@g1').ready()
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let count = 0; count < 1_000; count++) doc.getText(`root ${count}`).insert(0, 'x')
      doc.getText('format').insert(0, 'x', { deep: levels(100) })
    })
    mallory.sendCounted(update(Y.encodeStateAsUpdate(doc)))
    expect(await mallory.closing()).toBe(4422)
    expect([...((await server.rooms.read('g1'))?.share.keys() ?? [])].filter((name) => name.startsWith('root'))).toEqual([])
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['typed', (doc) => doc.getText('notes').insert(0, 'BAD ')],
    ['deleted', (doc) => doc.getText('notes').delete(0, 3)],
    ['typed beside a type', (doc) => doc.transact(() => (doc.getText('notes').insert(0, 'BAD '), doc.getMap('about').set('type', new Y.Map())))],
  ])('P1.19: of a message that ends too soon, nothing of what it %s stays', async (_what, edit) => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed('whole'))
    const mallory = await server.peer('mallory@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    const before = Y.encodeStateVector(mallory.doc)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(mallory.doc))
    edit(copy)
    mallory.send(update(Y.encodeStateAsUpdate(copy, before).slice(0, -1)))
    expect(await mallory.closing()).toBe(4422)
    ben.type('!')
    await ben.allSaved()
    const eve = await server.peer('eve@g1').ready()
    expect([ben.text, eve.text]).toEqual(['whole!', 'whole!'])
    eve.type('!')
    await eve.allSaved()
    const stored = await server.storage.documents.load('g1')
    expect(stored && docFromStored(stored, (error) => { throw error }).getText('notes').toString()).toBe('whole!!')
  })

  it('P1.19: of several messages in one moment, the one that ends too soon takes none of the others along', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed('whole'))
    const [mallory, ben] = [await server.peer('mallory@g1').ready(), await server.peer('ben@g1').ready()]
    ben.type(' and')
    const copy = new Y.Doc()
    copy.getText('notes').insert(0, 'BAD ')
    mallory.send(update(Y.encodeStateAsUpdate(copy).slice(0, -1)))
    ben.type(' sound')
    expect(await mallory.closing()).toBe(4422)
    await ben.allSaved()
    expect((await server.peer('eve@g1').ready()).text).toBe('whole and sound')
  })

  it('P1.19: is undone for everybody, and its sender closed; what others wrote in the same moment stays', async () => {
    server = await startSyncServer({ limits: { nesting: Infinity } })
    await server.rooms.create('g1', 'c1', seed('whole '))
    const mallory = await server.peer('mallory@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    // Maps inside maps, so deep that deleting the outermost one overflows the stack.
    const deep = nested(8_000)
    mallory.sendCounted(update(Y.encodeStateAsUpdate(deep)))
    await mallory.allSaved()
    ben.type('and sound')
    // One deletion: no structs, one client, one range, the first struct.
    const id = [...Y.decodeStateVector(Y.encodeStateVector(deep)).keys()][0] ?? 0
    const bytes: number[] = []
    for (let rest = id; ; rest = Math.floor(rest / 128)) {
      bytes.push(rest > 127 ? (rest % 128) + 128 : rest)
      if (rest <= 127) break
    }
    mallory.send(update(Uint8Array.from([0, 1, ...bytes, 1, 0, 1])))
    expect(await mallory.closing()).toBe(4422)
    await ben.allSaved()
    const eve = await server.peer('eve@g1').ready()
    expect(eve.text).toBe('whole and sound')
    ben.type('!')
    await eve.sees('whole and sound!')
  })
})

describe('two processes on one database and one bus', () => {
  it('bring each other what became durable, and never apply their own twice', async () => {
    const storage = await openSqlite({ file: ':memory:', log: silentLog })
    const bus = createLocalBus()
    let stored = 0
    const documents: typeof storage.documents = { ...storage.documents, append: (batch) => ((stored += batch.length), storage.documents.append(batch)) }
    const parts = { documents, bus, clock: systemClock, log: silentLog }
    const one = createRooms(parts)
    const other = createRooms(parts)
    await one.create('g1', 'c1', seed('start'))
    await other.read('g1')

    const sent: Uint8Array[] = []
    const connection = await one.connect({
      documentId: 'g1', receipts: false, actor: { role: 'trainer' },
      wire: { send: (frame) => void sent.push(frame), buffered: () => 0, close: () => undefined, terminate: () => undefined },
    })
    const writer = new Y.Doc()
    writer.getMap('rows').set('from', 'one')
    connection?.receive(update(Y.encodeStateAsUpdate(writer)))
    await until(async () => (await other.read('g1'))?.getMap('rows').get('from') === 'one', 'the other process')
    expect((await one.read('g1'))?.getMap('rows').get('from')).toBe('one')
    expect(stored).toBe(1)
    await one.close()
    await other.close()
    await storage.close()
  })
})
