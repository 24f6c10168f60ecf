import { IncomingMessage } from 'node:http'
import { connect, Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { silentLog } from '../../../server/log.ts'
import { createUpgradeRouter } from '../../../server/transport/upgrade.ts'
import { MAX_FRAME_BYTES } from '../../../shared/protocol/sync.ts'
import { SyncPeer, step1, step2, update } from '../../support/syncPeer.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

const malformed = Buffer.from([0xff, 0xff, 0xff, 0xff])
const handshake = (port: number): string =>
  `GET /sync/g1?token=ada@g1 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

describe('what a hostile or broken peer sends', () => {
  let server: SyncServer
  let ben: SyncPeer
  beforeEach(async () => {
    server = await startSyncServer({ limits: { documentBytes: 200_000 } })
    await server.rooms.create('g1', 'c1', seed())
    ben = await server.peer('ben@g1').ready()
  })
  /** Whatever was done to the server: it lives, and the others work. */
  afterEach(async () => {
    const eve = await server.peer('eve@g1').ready()
    ben.type('still here')
    await eve.sees('still here')
    await server.stop()
  })

  const junk: readonly [string, Uint8Array][] = [
    ['nothing', new Uint8Array()],
    ['four malformed bytes', Uint8Array.from([0, 2, 0xff, 0xff])],
    ['an unknown type', Uint8Array.from([9])],
    ['an unknown sync step', Uint8Array.from([0, 9, 0])],
    ['a length beyond the message', Uint8Array.from([0, 2, 100, 1, 2])],
    ['an endless number', Uint8Array.from([0, 2, ...new Uint8Array(20).fill(0xff)])],
    ['an update of noise', update(Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256))],
    ['a cut-off update', update(seed('a text that is cut off').slice(0, 20))],
    ['an update without its deletions', step2(seed('half').slice(0, -1))],
    ['a state vector of noise', step1(Uint8Array.from([5, 1]))],
    ['an awareness update of noise', Uint8Array.from([1, 3, 0xff, 0xff, 0xff])],
    ['an awareness update about a million clients', Uint8Array.from([1, 3, 0xc0, 0x84, 0x3d])],
  ]
  it.each(junk)('P2.1: %s closes its sender with 4422 and nobody else', async (_what, frame) => {
    const mallory = await server.peer('mallory@g1').ready()
    mallory.send(frame)
    expect(await mallory.closing()).toBe(4422)
    expect(ben.closed).toBeNull()
    expect(ben.received.updates).toEqual([])
  })

  it('text messages are none of ours', async () => {
    const mallory = await server.peer('mallory@g1').ready()
    mallory.socket.send('{"hello":1}')
    expect(await mallory.closing()).toBe(4422)
  })

  it('P2.1: four malformed bytes on the bare line: before, in and after the handshake', async () => {
    const upgrade = handshake(server.port)
    for (const text of [malformed, upgrade.replace('Version: 13', 'Version: 99'), Buffer.concat([Buffer.from(upgrade), malformed])]) {
      const socket = connect(server.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.resume().write(text)
      await until(() => socket.closed, 'the line to be cut')
    }
    const reset = connect(server.port, '127.0.0.1')
    reset.on('error', () => undefined).write(upgrade)
    await until(() => reset.bytesRead > 0, 'the handshake')
    reset.resetAndDestroy()
  })

  it('P2.1: a line that breaks while its upgrade is refused ends nothing', () => {
    const never = (): never => { throw new Error('nobody was to be let in') }
    for (const allowed of [false, true]) {
      const router = createUpgradeRouter({ sync: { handleUpgrade: never }, control: never, allowHost: () => allowed, allowOrigin: () => allowed, log: silentLog })
      const line = new PassThrough()
      router.handleUpgrade(Object.assign(new IncomingMessage(new Socket()), { url: '/elsewhere' }), line, Buffer.alloc(0))
      // An error that nobody listens to is thrown here, and would end the process there.
      line.emit('error', new Error('ECONNRESET'))
      expect(line.writableEnded).toBe(true)
    }
  })

  it('P2.12: a message beyond the limit ends its connection', async () => {
    const mallory = await server.peer('mallory@g1').ready()
    mallory.send(new Uint8Array(MAX_FRAME_BYTES + 1))
    expect(await mallory.closing()).toBe(1009)
  })

  it('P2.12: a document that is full takes no more, but still lets go', async () => {
    const ada = await server.peer('ada@g1').ready()
    ada.type('x'.repeat(150_000))
    await ada.allSaved()
    const mallory = await server.peer('mallory@g1').ready()
    mallory.type('y'.repeat(100_000))
    expect(await mallory.closing()).toBe(4413)
    expect(ada.text).not.toContain('y')
    ada.doc.getText('notes').delete(0, 140_000)
    await ada.allSaved()
    ada.type('z'.repeat(100_000))
    await ada.allSaved()
  })

  it('P2.12: too many messages close the connection with 4429', async () => {
    const mallory = await server.peer('mallory@g1').ready()
    for (let message = 0; message < 400; message++) mallory.send(Uint8Array.from([3]))
    expect(await mallory.closing()).toBe(4429)
  })

  it('documents inside documents are refused', async () => {
    const mallory = await server.peer('mallory@g1').ready()
    mallory.doc.getMap('about').set('inner', new Y.Doc())
    expect(await mallory.closing()).toBe(4422)
  })

  it('P1.19: the wrong types under known names stay the sender’s odd content, not a crash', async () => {
    const mallory = await server.peer('mallory@g1').ready()
    const odd = new Y.Doc()
    odd.getArray('notes').push([{ deep: [Number.NaN, Infinity, null] }])
    odd.getText('about').insert(0, 'no map')
    mallory.sendCounted(update(Y.encodeStateAsUpdate(odd)))
    await mallory.allSaved()
    expect(mallory.closed).toBeNull()
  })

  it('P2.11: a peer that stops reading is cut off instead of filling our memory', async () => {
    const slow = await startSyncServer({ limits: { bufferedBytes: 50_000, byteBurst: 1e9, bytesPerSecond: 1e9, messageBurst: 1e6 } })
    await slow.rooms.create('g1', 'c1', seed())
    const sleeper = await slow.peer('sleeper@g1').ready()
    const ada = await slow.peer('ada@g1').ready()
    sleeper.socket.pause()
    const text = ada.doc.getText('notes')
    await until(async () => {
      ada.doc.transact(() => {
        text.delete(0, text.length)
        text.insert(0, 'x'.repeat(200_000))
      })
      await ada.allSaved()
      return !slow.rooms.present('g1').has('sleeper')
    }, 'the sleeper to be cut off', 10_000)
    expect(ada.closed).toBeNull()
    await slow.stop()
  })

  it('P2.11: who asks for the whole document again and again and reads none of it is cut off', async () => {
    const slow = await startSyncServer({ limits: { bufferedBytes: 50_000, byteBurst: 1e9, messageBurst: 1e6, heartbeatMs: 1e6 } }) // or a heartbeat would find it out
    await slow.rooms.create('g1', 'c1', seed('x'.repeat(200_000)))
    const sleeper = await slow.peer('sleeper@g1').ready()
    sleeper.socket.pause()
    await until(() => {
      sleeper.send(step1(Uint8Array.of(0)))
      return !slow.rooms.present('g1').has('sleeper')
    }, 'the sleeper to be cut off')
    await slow.stop()
  })

  it('P3.6, P5.6: a page or name that is not ours gets no socket', async () => {
    const statusOf = (headers: Record<string, string>, path = '/sync/g1?token=ada@g1') =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers })
        socket.on('open', () => resolve('open'))
        socket.on('error', () => undefined)
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      })
    expect(await statusOf({ origin: 'http://evil.example' })).toBe(403)
    expect(await statusOf({ host: 'evil.example' })).toBe(403)
    expect(await statusOf({}, '/other')).toBe(404)
    expect(await statusOf({ origin: `http://127.0.0.1:${server.port}` })).toBe('open')
  })
})

it('P2.1: who was closed for malformed bytes and never hangs up does not keep the server from ending', { timeout: 10_000 }, async () => {
  const server = await startSyncServer()
  await server.rooms.create('g1', 'c1', seed())
  const mallory = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
  mallory.on('error', () => undefined).resume().write(Buffer.concat([Buffer.from(handshake(server.port)), malformed]))
  await until(() => mallory.readableEnded, 'the server to close')
  await server.stop()
  mallory.destroy()
})

describe('who it is takes a while', () => {
  it('P3.1: what was sent meanwhile waits, and a check that never ends ends', async () => {
    let answer: (() => void) | undefined
    const slow = await startSyncServer({
      endpoint: {
        authenticateMs: 150,
        authenticate: async (_request, token) => {
          if (token === 'never') return new Promise(() => undefined)
          await new Promise<void>((resolve) => (answer = resolve))
          return { role: 'participant', classId: 'c1', participantId: 'ada', groupId: 'g1' }
        },
      },
    })
    await slow.rooms.create('g1', 'c1', seed('here'))
    const ada = slow.peer('soon', 'g1')
    await until(() => ada.socket.readyState === WebSocket.OPEN && answer, 'the handshake')
    ada.type(' already')
    answer?.()
    await ada.ready()
    await ada.allSaved()
    expect((await slow.rooms.read('g1'))?.getText('notes').toString()).toContain('already')
    const stuck = slow.peer('never', 'g1')
    expect(await stuck.closing()).toBe(4500)
    await slow.stop()
  })

  it('P2.8: a peer that does not answer pings is dead', async () => {
    const server = await startSyncServer({ endpoint: { heartbeatMs: 30 } })
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    const asleep = new SyncPeer({ url: server.url, documentId: 'g1', token: 'ben@g1' })
    await asleep.ready()
    asleep.socket.pause()
    await until(() => !server.rooms.present('g1').has('ben'), 'the ghost to go')
    expect(ada.closed).toBeNull()
    asleep.socket.terminate()
    await server.stop()
  })
})
