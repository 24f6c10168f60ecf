import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { DeviceTrouble } from '../../shared/protocol/views.ts'
import { openKillableClass, type KillableClass } from '../support/killableClass.ts'
import { awarenessOf, SyncPeer, update } from '../support/syncPeer.ts'
import { until } from '../support/until.ts'

/** What one device on the Wi-Fi does to the class, in which two others go on working. */
describe('F4: one device against the class', () => {
  let classroom: KillableClass
  let url: string
  let ada: SyncPeer
  let ben: SyncPeer
  let mallory: string
  let word = 0

  beforeAll(async () => {
    classroom = await openKillableClass({ groups: 2 })
    url = classroom.server.localUrl.replace('http', 'ws')
    const tokenOf = async (name: string): Promise<string> => {
      const { admission, line } = await classroom.room.seat(name)
      line.close()
      return admission.token
    }
    ada = await peer(await tokenOf('Ada')).ready()
    ben = await peer(await tokenOf('Ben')).ready()
    mallory = await tokenOf('Mallory')
  }, 60_000)
  afterAll(() => classroom.close())

  const peer = (token: string, documentId = classroom.room.groupId(0)): SyncPeer => new SyncPeer({ url, documentId, token })
  /** Ada types, Ben reads. @returns how long it took, ms. */
  async function roundMs(): Promise<number> {
    const text = `word${++word} `
    const startedAt = performance.now()
    ada.type(text)
    await until(() => ben.text.includes(text), () => `"${text}" while another device misbehaves`)
    return performance.now() - startedAt
  }
  /** Lets the others work until `done`; @returns the slowest of their rounds, ms. */
  async function workUntil(done: () => boolean): Promise<number> {
    const rounds: number[] = []
    await until(async () => {
      rounds.push(await roundMs())
      return done()
    }, 'the offender to be dealt with', 20_000)
    return Math.max(...rounds)
  }
  const named = (trouble: DeviceTrouble) =>
    classroom.room.trainer.until(({ warnings }) => warnings.some(({ kind, detail, device }) => kind === 'device-trouble' && detail === 'Mallory' && device?.trouble === trouble && device.group === 'A'))
  async function memory(): Promise<number> {
    const text = await (await fetch(`${classroom.server.localUrl}/metrics`)).text()
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1])
  }
  const report = (what: string, slowestMs: number): void => console.info(`F4: ${what}: slowest edit of the others ${slowestMs.toFixed(0)} ms`)

  it('P2.1: four bad bytes close their sender with 4422, and the console names it', async () => {
    const offender = await peer(mallory).ready()
    offender.send(Uint8Array.from([0, 2, 0xff, 0xff]))
    report('four bad bytes', await workUntil(() => offender.closed !== null))
    expect(offender.closed).toBe(4422)
    await named('unreadable')
  })

  it('P5.11: a flood closes its sender with 4429, and the console names it', async () => {
    const offender = await peer(mallory).ready()
    const flood = update(Y.encodeStateAsUpdate(new Y.Doc()))
    for (let message = 0; message < 5_000; message++) offender.send(flood)
    report('a flood', await workUntil(() => offender.closed !== null))
    expect(offender.closed).toBe(4429)
    await named('too-fast')
  })

  it('P2.12: a message of 64 MiB ends its sender with 1009, and the console names it', async () => {
    const before = await memory()
    const offender = await peer(mallory).ready()
    offender.send(new Uint8Array(64 * 1_048_576))
    report('64 MiB', await workUntil(() => offender.closed !== null))
    expect([1006, 1009]).toContain(offender.closed) // the line may be cut while the rest is still being sent
    await named('too-large')
    expect(await memory()).toBeLessThan(before + 48 * 1_048_576)
  })

  it('P1.18: updates that build on nothing are never kept, and close their sender with 4422 in the end', async () => {
    const before = await memory()
    const offender = await peer(mallory).ready()
    const source = new Y.Doc()
    const parts: Uint8Array[] = []
    source.on('update', (part: Uint8Array) => void parts.push(part))
    for (let index = 0; index < 150; index++) source.getText('notes').insert(index, 'x')
    // The first is never sent, and every step 1 of the server is answered with as little.
    offender.socket.removeAllListeners('message')
    for (const part of parts.slice(1)) offender.send(update(part))
    offender.socket.on('message', () => offender.send(Uint8Array.from([0, 1, ...lengthAnd(parts.at(-1) ?? new Uint8Array())])))
    report('missing parts', await workUntil(() => offender.closed !== null))
    expect([4422, 4429]).toContain(offender.closed)
    expect(ben.text).not.toContain('xx')
    expect(await memory()).toBeLessThan(before + 48 * 1_048_576)
  })

  it('P2.14: ten thousand document names make no document', async () => {
    const before = await memory()
    const closed: number[] = []
    const tryName = (): void => {
      const socket = new WebSocket(`${url}/sync/${randomBytes(8).toString('hex')}?token=${mallory}`)
      socket.on('error', () => undefined)
      socket.on('close', (code) => {
        closed.push(code)
        if (closed.length + 50 <= 10_000) tryName()
      })
    }
    for (let parallel = 0; parallel < 50; parallel++) tryName()
    report('10,000 names', await workUntil(() => closed.length >= 10_000))
    expect(new Set(closed)).toEqual(new Set([4404]))
    expect(await memory()).toBeLessThan(before + 96 * 1_048_576)
    const text = await (await fetch(`${classroom.server.localUrl}/metrics`)).text()
    expect(text).toMatch(/^ketu_documents_loaded [12]$/m)
  }, 60_000)

  it('P2.7: forged presence reaches nobody', async () => {
    const offender = await peer(mallory).ready()
    ben.received.awareness.length = 0
    offender.send(awarenessOf([1, 1, JSON.stringify({ participantId: 'somebody-else', field: 'x', name: '<b>Ada</b>' })]))
    offender.send(awarenessOf([2, 1, JSON.stringify({ field: 'mine', name: '<b>Ada</b>' })]))
    await until(() => ben.received.awareness.length > 0, 'what is allowed of it')
    expect(ben.received.awareness.map(([id]) => id)).toEqual([2])
    expect(JSON.stringify(ben.received.awareness)).not.toContain('Ada')
    await offender.drop()
  })

  it('P2.11: a device that never reads is cut off, and the console names it', async () => {
    const before = await memory()
    const offender = await peer(mallory).ready()
    offender.socket.pause()
    let isNamed = false
    void named('not-reading').then(() => (isNamed = true), () => undefined)
    // What the system holds for both ends has to fill first: some megabytes of pasted text, taken back at once.
    const paste = (from: SyncPeer): void => {
      const notes = from.doc.getText('notes')
      notes.insert(0, randomBytes(50_000).toString('hex'))
      notes.delete(0, 100_000)
    }
    for (let page = 0; page < 35; page++) [ada, ben].forEach(paste)
    await until(async () => {
      ;[ada, ben].forEach(paste)
      await Promise.all([ada.allSaved(), ben.allSaved()])
      return isNamed
    }, 'the console to name the device', 20_000)
    expect(await memory()).toBeLessThan(before + 96 * 1_048_576)
    report('a reader that sleeps', await roundMs())
    offender.socket.terminate()
  }, 60_000)
})

/** A length as a variable number before the bytes, as messages carry it. */
function lengthAnd(bytes: Uint8Array): number[] {
  const length: number[] = []
  for (let left = bytes.byteLength; ; left >>>= 7) {
    if (left < 0x80) return [...length, left, ...bytes]
    length.push((left & 0x7f) | 0x80)
  }
}
