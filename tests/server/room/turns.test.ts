import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { createLocalBus } from '../../../server/bus/local.ts'
import { systemClock } from '../../../server/domain/clock.ts'
import { Committer } from '../../../server/domain/room/committer.ts'
import { createRooms, type LiveRooms } from '../../../server/domain/room/createRooms.ts'
import { GroupDocument } from '../../../server/domain/room/groupDocument.ts'
import { TurnTaker } from '../../../server/domain/room/turnTaker.ts'
import type { RoomLimits } from '../../../server/domain/room/limits.ts'
import { docFromStored } from '../../../server/domain/room/liveDocument.ts'
import type { Connection } from '../../../server/domain/room/Wire.ts'
import type { Storage } from '../../../server/domain/Storage.ts'
import { silentLog } from '../../../server/log.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { closeCode, messageType } from '../../../shared/protocol/sync.ts'
import { levels } from '../../support/levels.ts'
import { awarenessOf, step1, update } from '../../support/syncPeer.ts'
import { seed } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

/** A device without a socket: all that happens in one breath reaches its room in one tick. */
interface Device {
  readonly doc: Y.Doc
  /** Types of all messages, by the packet in which they came. */
  readonly heard: string[][]
  /** Frames with updates, by the packet in which they came. */
  readonly packets: Uint8Array[][]
  readonly line: Connection | undefined
  /** Codes with which the server closed it. */
  readonly closed: number[]
  write(words: string): void
}

let storage: Storage
let rooms: LiveRooms
/** The documents of all packets to all devices, as they came. */
let arrivals: string[] = []
const open = (limits: Partial<RoomLimits> = {}): LiveRooms =>
  createRooms({ documents: storage.documents, bus: createLocalBus(), clock: systemClock, log: silentLog, limits: { messageBurst: 10_000, messagesPerSecond: 10_000, retryMs: 5, retryMaxMs: 10, ...limits } })
beforeEach(async () => {
  arrivals = []
  storage = await openSqlite({ file: ':memory:', log: silentLog })
  rooms = open()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rooms.close()
  await storage.close()
})

async function device(documentId: string, doc = new Y.Doc()): Promise<Device> {
  const heard: string[][] = []
  const packets: Uint8Array[][] = []
  let isSynced = false
  const closed: number[] = []
  let sent: Uint8Array[] = []
  /** What is sent in one turn of the event loop is one packet, as on the wire. */
  function arrive(): void {
    heard.push(sent.map(typeOf))
    const updates = sent.flatMap(updateIn)
    sent = []
    for (const one of updates) Y.applyUpdate(doc, one, 'line')
    if (updates.length > 0 && isSynced) {
      packets.push(updates)
      arrivals.push(documentId)
    }
    isSynced ||= updates.length > 0
  }
  const line = await rooms.connect({
    documentId, receipts: true, actor: { role: 'trainer' },
    wire: {
      buffered: () => 0, close: (code) => void closed.push(code), terminate: () => undefined,
      send(frame) {
        if (sent.push(frame) === 1) process.nextTick(arrive)
      },
    },
  })
  doc.on('update', (change: Uint8Array, origin: unknown) => {
    if (origin !== 'line') line?.receive(update(change))
  })
  line?.receive(step1(Y.encodeStateVector(doc)))
  await until(() => isSynced, 'sync')
  return { doc, heard, packets, line, closed, write: (words) => doc.getText('notes').insert(doc.getText('notes').length, words) }
}
/** The update in a sync step 2 or an update message, when the frame is one. */
function updateIn(frame: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== messageType.sync || decoding.readVarUint(decoder) === 0) return []
  return [decoding.readVarUint8Array(decoder)]
}
function typeOf(frame: Uint8Array): string {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  return type === messageType.sync ? `step ${1 + decoding.readVarUint(decoder)}` : type === messageType.awareness ? 'awareness' : 'receipt'
}
const text = ({ doc }: Device): string => doc.getText('notes').toString()
async function storedText(): Promise<string> {
  const stored = await storage.documents.load('g1')
  return stored ? docFromStored(stored, (error) => { throw error }).getText('notes').toString() : ''
}
/** Two who have their start, and whose document breaks Yjs with the next letter, until it is read again. */
async function aboutToBreak(): Promise<{ readonly ann: Device; readonly ben: Device; readonly breakdowns: () => number }> {
  await rooms.create('g1', 'c1', seed())
  const [ann, ben] = [await device('g1'), await device('g1')]
  ann.write('start')
  await until(() => text(ben) === 'start' && ann.heard.flat().includes('receipt'), 'the start')
  const live = await rooms.read('g1')
  let breakdowns = 0
  // Goes with the document that it breaks.
  live?.getText('notes').observe(() => {
    breakdowns++
    throw new Error('broken')
  })
  return { ann, ben, breakdowns: () => breakdowns }
}

describe('what several people wrote in the same moment', () => {
  it('comes in one packet: as one update to those who only read, and to each writer without its own', async () => {
    await rooms.create('g1', 'c1', seed())
    const [ann, ben, eve] = [await device('g1'), await device('g1'), await device('g1')]
    ann.write('A')
    ann.write('a')
    ben.write('B')
    await until(() => [ann, ben, eve].every((one) => text(one).length === 3), 'everybody to have all')
    expect(new Set([ann, ben, eve].map(text)).size).toBe(1)
    expect([ann, ben, eve].map(({ packets }) => packets.map((updates) => updates.length))).toEqual([[1], [2], [1]])
    const writersIn = (packet: readonly Uint8Array[] = []): number[] => packet.flatMap((one) => [...Y.parseUpdateMeta(one).to.keys()])
    expect(writersIn(ann.packets[0])).toEqual([ben.doc.clientID])
    expect(new Set(writersIn(ben.packets[0]))).toEqual(new Set([ann.doc.clientID]))
  })
})

describe('when Yjs breaks down over what came together', () => {
  it('it is taken one by one on the document as it was: nothing is lost, and nobody is blamed', async () => {
    const { ann, ben, breakdowns } = await aboutToBreak()
    ann.write('A')
    ben.write('B')
    ann.write('a')
    await until(() => [ann, ben].every((one) => text(one).length === 8), 'everybody to have all')
    expect(breakdowns()).toBe(1)
    expect(text(ann)).toBe(text(ben))
    expect((await rooms.read('g1'))?.getText('notes').toString()).toBe(text(ann))
    await rooms.close()
    expect(await storedText()).toBe(text(ann))
  })

  it('goes on also when taking them together fails each time', async () => {
    await rooms.create('g1', 'c1', seed())
    const [ann, ben] = [await device('g1'), await device('g1')]
    const together = vi.spyOn(GroupDocument.prototype, 'takeTyped').mockImplementation(() => {
      throw new Error('broken')
    })
    ann.write('A')
    ben.write('B')
    await until(() => [ann, ben].every((one) => text(one).length === 2), 'everybody to have all')
    expect(together).toHaveBeenCalled()
  })
})

describe('when Yjs breaks down over what one device sent', () => {
  it('a newcomer who asked in the same moment is not answered with what it left behind', async () => {
    const { ann } = await aboutToBreak()
    const eve = new Y.Doc()
    const wire = { buffered: () => 0, close: () => undefined, terminate: () => undefined, send: (frame: Uint8Array) => updateIn(frame).forEach((one) => Y.applyUpdate(eve, one)) }
    const line = await rooms.connect({ documentId: 'g1', receipts: false, actor: { role: 'trainer' }, wire })
    line?.receive(step1(Y.encodeStateVector(eve)))
    ann.write('A')
    await until(() => eve.getText('notes').length > 0, 'her document')
    expect(eve.getText('notes').toString()).toBe('start')
  })
})

describe('a mistake of ours', () => {
  it('over one who asks sends that one away to come again, and nobody else', async () => {
    await rooms.create('g1', 'c1', seed())
    const [ann, ben] = [await device('g1'), await device('g1')]
    vi.spyOn(GroupDocument.prototype, 'whole').mockImplementationOnce(() => {
      throw new Error('ours')
    })
    const close = vi.fn()
    const line = await rooms.connect({ documentId: 'g1', receipts: false, actor: { role: 'trainer' }, wire: { buffered: () => 0, close, terminate: () => undefined, send: () => undefined } })
    ann.write('A')
    await until(() => text(ben) === 'A', 'the first letter')
    line?.receive(step1(Y.encodeStateVector(new Y.Doc())))
    await until(() => close.mock.calls.length > 0, 'the close')
    expect(close.mock.calls).toEqual([[closeCode.restart]])
    ann.write('B')
    await until(() => text(ben) === 'AB', 'the second letter')
  })
  it('in a turn sends everybody away to come again, to the document as it is stored; whoever waits for an edit hears of it', async () => {
    await rooms.create('g1', 'c1', seed())
    const ann = await device('g1')
    vi.spyOn(Committer.prototype, 'commit').mockImplementationOnce(() => Promise.reject(new Error('ours')))
    const edit = rooms.edit('g1', (doc) => doc.getText('notes').insert(0, 'lost'))
    await new Promise((turn) => setImmediate(turn))
    // Who looks meanwhile must not get what is stored nowhere.
    const look = rooms.read('g1').then((doc) => doc?.getText('notes').toString(), (error: unknown) => error)
    await expect(edit).rejects.toThrow('ours')
    expect(await look).not.toBe('lost')
    await rooms.edit('g1', (doc) => doc.getText('notes').insert(0, 'made'))
    expect((await rooms.read('g1'))?.getText('notes').toString()).toBe('made')
    expect([text(ann), ann.closed]).toEqual(['', [closeCode.restart]])
    expect(text(await device('g1'))).toBe('made')
  })
  it('while a turn is taken settles whoever waits for it', async () => {
    await rooms.create('g1', 'c1', seed())
    await device('g1')
    vi.spyOn(TurnTaker.prototype, 'take').mockImplementationOnce((turn, events) => {
      turn.waiting.push(...events.splice(0).filter((event) => event.kind === 'edit'))
      throw new Error('ours')
    })
    await expect(rooms.edit('g1', (doc) => doc.getText('notes').insert(0, 'lost'))).rejects.toThrow('ours')
    expect(text(await device('g1'))).toBe('')
  })
  it('over a document that can\'t be written as one piece leaves the pieces where they are', async () => {
    await rooms.create('g1', 'c1', seed())
    const ann = await device('g1')
    ann.write('A')
    await until(() => ann.heard.flat().includes('receipt'), 'the receipt')
    const live = await rooms.read('g1')
    live?.getMap('about').set('deep', levels(20_000))
    await expect(rooms.compact('g1')).rejects.toMatchObject({ reason: 'disk-full' })
    expect(await storedText()).toBe('A')
  })
})

describe('when Yjs breaks down, and the disk does not give the document back', () => {
  let isReadable = false
  let loads = 0
  beforeEach(() => {
    isReadable = true
    loads = 0
    const load = storage.documents.load.bind(storage.documents)
    vi.spyOn(storage.documents, 'load').mockImplementation((documentId) => {
      loads++
      return isReadable ? load(documentId) : Promise.reject(new Error('disk I/O error'))
    })
  })
  async function broken(): Promise<{ readonly ann: Device; readonly ben: Device }> {
    const { ann, ben } = await aboutToBreak()
    isReadable = false
    loads = 0
    for (const { heard } of [ann, ben]) heard.length = 0
    ann.write('A')
    ben.write('B')
    await until(() => loads >= 3, 'it to be tried again')
    return { ann, ben }
  }

  it('nothing of it is shown or called saved before it does; then it is all there, and stored', async () => {
    const { ann, ben } = await broken()
    expect([text(ann), text(ben)]).toEqual(['startA', 'startB'])
    expect([ann.heard, ben.heard]).toEqual([[], []])
    expect(rooms.storageFailing()).toBe(true)
    await expect(rooms.read('g1')).rejects.toThrow('disk I/O error')
    isReadable = true
    await until(() => [ann, ben].every((one) => text(one).length === 7 && one.heard.flat().includes('receipt')), 'all of it, and the receipts')
    expect(text(ann)).toBe(text(ben))
    expect(rooms.storageFailing()).toBe(false)
    expect(await storedText()).toBe(text(ann))
  })

  it('the server still ends, and calls nothing saved', async () => {
    const { ann, ben } = await broken()
    await rooms.close()
    expect([ann.heard, ben.heard]).toEqual([[], []])
  })
  it('a lock waits for nobody: it is refused at once, and holds when the document is there again', async () => {
    const { ann, ben } = await broken()
    await expect(rooms.setLocked('g1', true)).rejects.toThrow('disk I/O error')
    await expect(rooms.compact('g1')).rejects.toMatchObject({ reason: 'disk-full' })
    isReadable = true
    await until(() => [ann, ben].every((one) => text(one).length === 7), 'all of it')
    const line = await rooms.connect({
      documentId: 'g1', receipts: false, actor: { role: 'participant', classId: 'c1', participantId: 'cleo', groupId: 'g1' },
      wire: { send: () => undefined, buffered: () => 0, close: () => undefined, terminate: () => undefined },
    })
    line?.receive(update(seed('behind the lock')))
    await until(() => rooms.heldBy('g1').has('cleo'), 'it to be held')
    await rooms.setLocked('g1', false)
  })
  it('who asked the server for an edit hears at its end that it was not made', async () => {
    await broken()
    const edit = rooms.edit('g1', (doc) => doc.getText('notes').insert(0, 'restored'))
    await Promise.all([expect(edit).rejects.toThrow('disk I/O error'), rooms.close()])
    isReadable = true
    expect(await storedText()).toBe('start')
  })
})

describe('a newcomer', () => {
  it('gets the document and who is here in one packet', async () => {
    await rooms.create('g1', 'c1', seed())
    const ann = await device('g1')
    ann.line?.receive(awarenessOf([ann.doc.clientID, 1, JSON.stringify({ field: 'notes' })]))
    const ben = await device('g1')
    expect(ann.heard[0]).toEqual(['step 2'])
    // Who is here may come with the round that has just begun, too.
    expect([...new Set(ben.heard[0])]).toEqual(['awareness', 'step 2'])
  })
  it('is asked in the same packet what it has, unless it came with empty hands', async () => {
    await rooms.create('g1', 'c1', seed())
    const ann = await device('g1')
    ann.line?.closed()
    ann.write('alone')
    const [again, eve] = [await device('g1', ann.doc), await device('g1')]
    expect([again.heard[0], eve.heard[0]]).toEqual([['step 1', 'step 2'], ['step 2']])
  })
})

describe('a document in which much has gathered', () => {
  it('lets the others go on between its portions, and loses nothing', async () => {
    await rooms.create('g1', 'c1', seed())
    await rooms.create('g2', 'c1', seed())
    const [flooding, beside] = [await device('g1'), await device('g1')]
    const [calm, reader] = [await device('g2'), await device('g2')]
    for (let count = 0; count < 1_000; count++) flooding.write('x')
    calm.write('here')
    await until(() => text(beside).length === 1_000, 'all of it')
    expect(text(reader)).toBe('here')
    expect(arrivals.indexOf('g2')).toBeLessThan(arrivals.lastIndexOf('g1'))
    expect(arrivals.indexOf('g2')).toBeGreaterThanOrEqual(0)
  })
  it('P2.9: to which everybody comes back at once lets the others go on between its answers', async () => {
    await rooms.create('g1', 'c1', seed())
    await rooms.create('g2', 'c1', seed())
    const [calm, reader] = [await device('g2'), await device('g2')]
    reader.doc.once('update', () => arrivals.push('the letter'))
    const wire = { buffered: () => 0, close: () => undefined, terminate: () => undefined, send: (frame: Uint8Array) => void (typeOf(frame) === 'step 2' && arrivals.push('an answer')) }
    const back = await Promise.all(Array.from({ length: 100 }, () => rooms.connect({ documentId: 'g1', receipts: false, actor: { role: 'trainer' }, wire })))
    for (const line of back) line?.receive(step1(Y.encodeStateVector(new Y.Doc())))
    calm.write('here')
    await until(() => arrivals.filter((what) => what === 'an answer').length === back.length, 'all answers')
    await until(() => text(reader) === 'here', 'the letter')
    expect(arrivals.indexOf('the letter')).toBeLessThan(arrivals.lastIndexOf('an answer'))
  })
})

describe('a group in which everybody types at once, and whose next step is far off', () => {
  const HOUR_MS = 3_600_000
  /** The second word waits for the step. */
  async function waiting(): Promise<{ readonly ann: Device; readonly ben: Device }> {
    rooms = open({ paceAbovePerSecond: 0.1, paceMs: HOUR_MS, paceMostMs: HOUR_MS })
    await rooms.create('g1', 'c1', seed())
    const [ann, ben] = [await device('g1'), await device('g1')]
    ann.write('one')
    await until(() => text(ben) === 'one', 'the first word')
    ann.write(' two')
    return { ann, ben }
  }

  it('is looked at without waiting for it, as it is stored', async () => {
    await waiting()
    await new Promise((turn) => setImmediate(turn))
    expect((await rooms.read('g1'))?.getText('notes').toString()).toBe('one')
    expect(await storedText()).toBe('one')
  })
  it('lets in a newcomer, a lock and an edit of the server at once', async () => {
    const { ben } = await waiting()
    expect(text(await device('g1'))).toBe('one two')
    await until(() => text(ben) === 'one two', 'what waited')
    await rooms.setLocked('g1', true)
    await rooms.setLocked('g1', false)
    await rooms.edit('g1', (doc) => doc.getText('notes').insert(0, 'zero '))
    await until(() => text(ben) === 'zero one two', 'the edit')
  })
  it('is not hurried by who has its document already and asks again', async () => {
    const { ann, ben } = await waiting()
    await rooms.create('g2', 'c1', seed())
    const [calm, beside] = [await device('g2'), await device('g2')]
    ann.line?.receive(step1(Y.encodeStateVector(ann.doc)))
    calm.write('later')
    await until(() => text(beside) === 'later', 'the other group')
    expect([text(ben), await storedText()]).toEqual(['one', 'one'])
    expect(text(await device('g1'))).toBe('one two')
    await until(() => ann.heard.flat().filter((type) => type === 'step 2').length === 2, 'the second answer')
  })
  it('is stored whole when the server stops', async () => {
    await waiting()
    await rooms.close()
    expect(await storedText()).toBe('one two')
  })
})
