import { WebSocket as NodeSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import type { SyncStatus } from '../../../client/collab/SyncStatus.ts'
import { openSyncLine, type SyncLine } from '../../../client/collab/syncLine.ts'
import { closeCode } from '../../../shared/protocol/sync.ts'
import { seed, startSyncServer, type SyncServerOptions } from '../../support/syncServer.ts'
import { faultless, openFaultyLine } from '../../support/faultyLine.ts'
import { createRandom } from '../../support/random.ts'
import { until } from '../../support/until.ts'
import { openWifi } from '../../support/wifi.ts'

const ends: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function startServer(options: SyncServerOptions = {}) {
  const server = await startSyncServer(options)
  ends.push(() => server.stop())
  await server.rooms.create('g1', 'c1', seed())
  const line = await openWifi(server.port)
  ends.push(() => line.close())
  return { server, line }
}

/** A member's device. Its clock runs on by `skip`, so that nobody has to wait for it. */
function device(port: number, { name = 'anna', documentName = 'g1', token = `${name}@g1` as string | null } = {}) {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  let skipped = 0
  let status: SyncStatus | undefined
  const states: string[] = []
  const line: SyncLine = openSyncLine({
    doc, awareness, documentName, token, url: `ws://127.0.0.1:${port}/sync`, WebSocket: NodeSocket as unknown as typeof WebSocket,
    now: () => performance.now() + skipped, random: () => 0,
    onStatus(next) {
      if (status?.state !== next.state) states.push(next.state)
      status = next
    },
  })
  line.connect()
  ends.push(() => {
    line.destroy()
    awareness.destroy()
    doc.destroy()
  })
  return {
    doc, line, states,
    text: doc.getText('notes'),
    status: () => status,
    skip: (ms: number) => { skipped += ms },
    is: (state: SyncStatus['state'], deadlineMs?: number) => until(() => status?.state === state, () => `${state}, but it is ${JSON.stringify(status)}`, deadlineMs),
  }
}

describe('a device on the line to the real server', () => {
  it('P2.2: shows saved after the receipt, and a colleague sees the words', async () => {
    const { line } = await startServer()
    const anna = device(line.port)
    const ben = device(line.port, { name: 'ben' })
    await Promise.all([anna.is('saved'), ben.is('saved')])
    anna.text.insert(0, '年采购额')
    expect(anna.status()).toMatchObject({ state: 'saving', waiting: 1 })
    await anna.is('saved')
    await until(() => ben.text.toString() === '年采购额', 'the words at the colleague')
    expect(ben.status()).toMatchObject({ state: 'saved' })
  })

  it('P4.4: what is typed while the line is cut arrives afterwards', async () => {
    const { server, line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    line.cut()
    line.restore()
    await anna.is('offline')
    anna.text.insert(0, '断线时写的')
    expect(anna.status()).toMatchObject({ state: 'offline', waiting: 1 })
    await anna.is('saved')
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('断线时写的')
  })

  it('P2.4: what is written under a lock is held, said so, and saved when it opens', async () => {
    const { server, line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    await server.rooms.setLocked('g1', true)
    anna.text.insert(0, '锁定时写的')
    await anna.is('held')
    expect(anna.status()).toMatchObject({ waiting: 1 })
    line.cut()
    line.restore()
    await anna.is('offline')
    await anna.is('held')
    await server.rooms.setLocked('g1', false)
    await anna.is('saved')
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('锁定时写的')
  })

  it('P2.15: a close code 44xx stops it, and only the person starts it again', async () => {
    const { server, line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    server.rooms.disconnect({ participantId: 'anna' }, closeCode.moved)
    await anna.is('refused')
    expect(anna.status()).toMatchObject({ code: closeCode.moved })
    const before = line.accepted()
    anna.line.probe()
    anna.skip(30_000)
    // A colleague who was only cut off is back by now, and comes as two connections.
    const ben = device(line.port, { name: 'ben' })
    await ben.is('saved')
    line.cut()
    line.restore()
    await ben.is('offline')
    await ben.is('saved')
    expect(line.accepted()).toBe(before + 2)
    expect(anna.status()).toMatchObject({ state: 'refused' })
    anna.line.retry()
    await anna.is('saved')
  })

  it('P2.15: behind a full document it says so until there is room, and then what waited is saved by itself', async () => {
    const { server, line } = await startServer({ limits: { documentBytes: 3_000 } })
    const anna = device(line.port)
    const ben = device(line.port, { name: 'ben' })
    await Promise.all([anna.is('saved'), ben.is('saved')])
    ben.text.insert(0, 'x'.repeat(2_500))
    await ben.is('saved')
    await until(() => anna.text.length === 2_500, 'the words')
    anna.text.insert(0, 'y'.repeat(600))
    await anna.is('refused')
    expect(anna.status()).toMatchObject({ code: closeCode.documentFull, waiting: 1 })
    const before = line.accepted()
    anna.skip(31_000)
    await until(() => line.accepted() > before, 'another try')
    await ben.is('saved')
    expect(anna.states.slice(anna.states.indexOf('refused'))).toEqual(['refused'])

    ben.text.delete(0, 2_500)
    await ben.is('saved')
    anna.skip(31_000)
    await anna.is('saved')
    expect(anna.states.slice(anna.states.indexOf('refused'))).toEqual(['refused', 'saved'])
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('y'.repeat(600))
  })

  it('P2.14: an unknown document is refused with its code', async () => {
    const { line } = await startServer()
    const anna = device(line.port, { documentName: 'nowhere' })
    await anna.is('refused')
    expect(anna.status()).toMatchObject({ code: expect.toSatisfy((code: number) => code === closeCode.unknownDocument || code === closeCode.forbidden) })
  })

  it('P4.2: after a wake a dead line that looks open is found out within two seconds and replaced', async () => {
    const { line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    line.freeze()
    line.thaw()
    const before = line.accepted()
    anna.line.probe()
    anna.skip(2_100)
    await until(() => line.accepted() > before, 'a new connection')
    await anna.is('saved')
  })

  it('P4.2: a wake on a living line keeps it', async () => {
    const { line } = await startServer()
    const anna = device(line.port)
    const ben = device(line.port, { name: 'ben' })
    await Promise.all([anna.is('saved'), ben.is('saved')])
    const before = line.accepted()
    anna.line.probe()
    ben.text.insert(0, '你好')
    await until(() => anna.text.toString() === '你好', 'the words')
    anna.skip(2_100)
    anna.text.insert(0, '也')
    await anna.is('saved')
    expect(line.accepted()).toBe(before)
  })

  it('P4.2: a connection that hangs for five seconds is given up', async () => {
    const { line } = await startServer()
    line.freeze()
    const anna = device(line.port)
    await until(() => line.accepted() === 1, 'the first try')
    line.thaw()
    anna.skip(5_100)
    await anna.is('saved')
  })

  it('P2.10: a line that is silent for 25 seconds is taken for dead', async () => {
    const { line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    line.freeze()
    line.thaw()
    anna.skip(25_100)
    await until(() => line.accepted() === 2, 'a new connection')
    await anna.is('saved')
  })

  it('P1.18: a change without a receipt for five seconds is sent again on a new line', async () => {
    const { server, line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    line.freeze()
    line.thaw()
    anna.text.insert(0, '没有回执')
    anna.skip(5_100)
    await anna.is('saved')
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('没有回执')
  })

  it('P2.2: receipts of more than it sent say nothing any more: it takes a new line, whose count is right again', async () => {
    const { server } = await startServer()
    const faulty = await openFaultyLine(server.url, createRandom(1))
    ends.push(() => faulty.close())
    const line = await openWifi(Number(new URL(faulty.url).port))
    ends.push(() => line.close())
    const anna = device(line.port)
    await anna.is('saved')
    faulty.rates.up = { ...faultless, repeated: 1 }
    anna.text.insert(0, '写了两遍')
    await until(() => line.accepted() > 1, 'a new connection')
    faulty.rates.up = faultless
    anna.text.delete(0, 2)
    await anna.is('saved')
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('两遍')
  })

  /** More than one message may have, in many small pieces. */
  function writeMuch(doc: Y.Doc): void {
    doc.transact(() => {
      for (let row = 0; row < 400; row++) doc.getMap('rows').set(`row-${row}`, new Y.Text(`${row} `.padEnd(1_000, '甲乙丙丁')))
    })
  }
  const rowsOf = (doc: Y.Doc | undefined): number => doc?.getMap('rows').size ?? 0

  it('P2.12: what was written offline and is larger than one message arrives in parts, on one line', async () => {
    const { server, line } = await startServer()
    const anna = device(line.port)
    const ben = device(line.port, { name: 'ben' })
    await Promise.all([anna.is('saved'), ben.is('saved')])
    line.cut()
    await anna.is('offline')
    anna.text.insert(0, '断线时写的')
    writeMuch(anna.doc)
    line.restore()
    await Promise.all([anna.is('saved'), ben.is('saved')])
    const before = line.accepted()
    anna.text.insert(0, '又写的')
    await anna.is('saved')
    await until(() => ben.text.toString() === '又写的断线时写的', 'the words')
    expect([rowsOf(ben.doc), rowsOf(await server.rooms.read('g1')), line.accepted()]).toEqual([400, 400, before])
    expect([anna.states.includes('refused'), anna.doc.store.pendingStructs]).toEqual([false, null])
  })

  it('P2.12: so does one large change while the line is good, and it is saved only when all of it is', async () => {
    const { server, line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    writeMuch(anna.doc)
    expect(anna.status()).toMatchObject({ state: 'saving', waiting: 1 })
    await anna.is('saved')
    expect(rowsOf(await server.rooms.read('g1'))).toBe(400)
  })

  it('P2.12, P2.4: behind a lock it is held, and is there when the lock opens', async () => {
    const { server, line } = await startServer()
    const anna = device(line.port)
    await anna.is('saved')
    line.cut()
    await anna.is('offline')
    writeMuch(anna.doc)
    await server.rooms.setLocked('g1', true)
    line.restore()
    await anna.is('held')
    await server.rooms.setLocked('g1', false)
    await anna.is('saved')
    expect(rowsOf(await server.rooms.read('g1'))).toBe(400)
  })
})
