import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Aggregate } from '../../shared/protocol/views.ts'
import { follow } from '../support/follow.ts'
import { openKillableClass, type KillableClass } from '../support/killableClass.ts'
import { disorder, type ProductTablet } from '../support/productTablet.ts'
import { awareness, frameOf, step2, SyncPeer, update } from '../support/syncPeer.ts'
import { until } from '../support/until.ts'

let classroom: KillableClass

const lock = (group = 0) => classroom.room.does('lock:close', { groupIds: [classroom.room.groupId(group)], inMs: 0 })
const unlock = () => classroom.room.does('lock:open', { groupIds: [classroom.room.groupId(0)] })
const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '')

describe('F2: typed offline while the trainer locks', () => {
  beforeEach(async () => {
    classroom = await openKillableClass({ groups: 2 })
  })
  afterEach(() => classroom.close())
  let tablets: ProductTablet[]
  const every = (state: ProductTablet['status']['state']) =>
    until(() => tablets.every(({ status }) => status.state === state), () => `everybody to be ${state}: ${tablets.map(({ status }) => status.state).join()}`, 15_000)
  const typeWords = (count: number): void => {
    for (let word = 0; word < count; word++) for (const tablet of tablets) tablet.type()
  }
  const typed = (): string[] => tablets.flatMap(({ written }) => written).sort()

  /** Three words of each before the lock, five of each offline behind it, and two more when they are back. */
  async function typeBehindTheLock(): Promise<{ readonly before: readonly string[] }> {
    tablets = await Promise.all(['ada', 'ben', 'cleo'].map((name) => classroom.tablet(name)))
    await every('saved')
    typeWords(3)
    await every('saved')
    const before = typed()
    classroom.wifi.cut()
    await every('offline')
    await lock()
    typeWords(5)
    classroom.wifi.restore()
    await every('held')
    typeWords(2)
    await every('held')
    return { before }
  }

  it('P2.4: held for everybody else and shown to the trainer, over kill -9 and without their writers; all there, once, in order, when it opens', { timeout: 60_000 }, async () => {
    const picture = follow<Aggregate>(classroom.room.trainer, 'aggregate')
    const held = (devices: number) => picture.until(({ groups }) => groups[0]?.heldDevices === devices && groups[1]?.heldDevices === 0)
    const { before } = await typeBehindTheLock()
    const [ada, ben, cleo] = tablets
    if (!ada || !ben || !cleo) throw new Error('three tablets were seated')
    await held(3)
    // Each sees its own held words, none of anybody else's.
    for (const tablet of tablets) expect(tablet.words.sort()).toEqual([...new Set([...before, ...tablet.written])].sort())
    expect(wordsOf((await classroom.observer()).text).sort()).toEqual(before)

    await classroom.server.kill()
    classroom.wifi.cut()
    picture.heard.length = 0
    await classroom.server.start()
    await held(3)
    expect(wordsOf((await classroom.observer()).text).sort()).toEqual(before)

    // Ada's tablet is gone for good: what it wrote is on the server alone.
    ada.leave()
    await unlock()
    await held(0)
    const opened = await classroom.observer()
    expect(wordsOf(opened.text).sort()).toEqual(typed())
    expect(disorder(wordsOf(opened.text))).toEqual([])
    tablets = [ben, cleo]
    classroom.wifi.restore()
    await every('saved')
    await until(() => tablets.every(({ text }) => text === opened.text), 'everybody to see the same')
  })

  it('P2.4: writers who come back behind the lock after kill -9 bring nothing twice', { timeout: 60_000 }, async () => {
    await typeBehindTheLock()
    for (let kill = 0; kill < 3; kill++) {
      await classroom.server.kill()
      await every('offline')
      await classroom.server.start()
      await every('held')
    }
    typeWords(1)
    await every('held')
    await unlock()
    await every('saved')
    const { text } = await classroom.observer()
    expect(wordsOf(text).sort()).toEqual(typed())
    expect(disorder(wordsOf(text))).toEqual([])
    await until(() => tablets.every((tablet) => tablet.text === text), 'everybody to see the same')
  })
})

/** A varuint below 128 with one byte more than it needs. */
const wide = (number: number): number[] => [number | 0x80, 0]
const wideSync = (step: number) => (payload: Uint8Array): Uint8Array => Uint8Array.from([...wide(0), ...wide(step), ...frameOf()(payload)])

describe('F2: a hand-made client', () => {
  beforeAll(async () => {
    classroom = await openKillableClass({ groups: 12 })
  })
  afterAll(() => classroom.close())

  /** A line with the rights of a participant, as the person's own program would open it. */
  async function outlaw(group: number): Promise<(ack: boolean) => SyncPeer> {
    const { admission, line } = await classroom.room.seat(`Mallory ${group}`, group)
    line.close()
    const url = `ws://127.0.0.1:${new URL(classroom.server.localUrl).port}`
    return (ack) => new SyncPeer({ url, documentId: classroom.room.groupId(group), token: admission.token, ack })
  }
  /** Every way to bring a change in past the lock. `change` is one update, `pieces` the same one character at a time. */
  const ways: readonly [string, (mallory: SyncPeer, change: Uint8Array, pieces: readonly Uint8Array[]) => void][] = [
    ['an update', (mallory, change) => mallory.sendCounted(update(change))],
    ['a step 2 that answers nothing', (mallory, change) => mallory.sendCounted(step2(change))],
    ['one character at a time', (mallory, _change, pieces) => pieces.forEach((piece) => mallory.sendCounted(update(piece)))],
    ['update and step 2 in turn', (mallory, _change, pieces) => pieces.forEach((piece, index) => mallory.sendCounted((index % 2 ? step2 : update)(piece)))],
    ['the second half first', (mallory, change, pieces) => {
      pieces.slice(10, 13).forEach((piece) => mallory.sendCounted(update(piece)))
      mallory.sendCounted(step2(change))
    }],
    ['numbers written wider than needed', (mallory, change) => mallory.sendCounted(wideSync(2)(change))],
    ['as awareness', (mallory, change) => mallory.send(awareness(change))],
    ['as a question', (mallory, change) => mallory.send(frameOf(0, 0)(change))],
    ['behind an empty update in one message', (mallory, change) => mallory.send(Buffer.concat([update(Uint8Array.from([0, 0])), update(change)]))],
    ['as an authentication message', (mallory, change) => mallory.send(frameOf(2, 0)(change))],
    ['as a text message', (mallory, change) => mallory.socket.send(Buffer.from(update(change)).toString('latin1'))],
  ]

  it.each(ways.map(([how, send], index) => ({ how, send, group: index + 1 })))('P2.4: can not write while locked: $how', async ({ send, group }) => {
    const trainer = await classroom.observer(group)
    trainer.type('by the trainer ')
    await trainer.allSaved()
    const mallory = await (await outlaw(group))(true).ready()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(mallory.doc))
    const pieces: Uint8Array[] = []
    const before = Y.encodeStateVector(forged)
    forged.on('update', (piece: Uint8Array) => pieces.push(piece))
    forged.getText('notes').delete(0, 3)
    for (const letter of 'past the lock') forged.getText('notes').insert(0, letter)
    await lock(group)
    send(mallory, Y.encodeStateAsUpdate(forged, before), pieces)
    await mallory.roundTrip()
    // One queue per document: what the trainer writes after it shows that it was dealt with.
    trainer.type('afterwards')
    await trainer.allSaved()
    const { text } = await classroom.observer(group)
    expect(text).toBe('by the trainer afterwards')
    expect(trainer.received.updates).toEqual([])
    mallory.socket.terminate()
  })

  it('P2.4: with six lines at once, one of them from before the lock, writes nothing; when it opens it is there once', async () => {
    const open = await outlaw(0)
    const early = await open(true).ready()
    await lock()
    const lines = [early, open(false), open(true), open(false), open(true), open(true)]
    const forged = new Y.Doc()
    forged.getText('notes').insert(0, 'past the lock')
    const change = Y.encodeStateAsUpdate(forged)
    // Some before they are even known, and so before their step 1 was answered.
    for (const one of lines) {
      await until(() => one.socket.readyState === one.socket.OPEN, 'the line')
      one.sendCounted(update(change))
      one.sendCounted(step2(change))
    }
    await Promise.all(lines.map((one) => one.ready()))
    await Promise.all(lines.map((one) => one.roundTrip()))
    const trainer = await classroom.observer()
    trainer.type('by the trainer ')
    await trainer.allSaved()
    expect((await classroom.observer()).text).toBe('by the trainer ')
    expect(lines.map(({ text }) => text)).toEqual(lines.map(() => 'by the trainer '))
    await unlock()
    await trainer.sees('past the lock')
    expect(trainer.text.match(/past the lock/g)).toHaveLength(1)
    for (const one of lines) one.socket.terminate()
  })
})
