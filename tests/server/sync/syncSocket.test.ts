import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { syncSocketOptions, type SyncSocket } from '../../../server/transport/sync/syncSocket.ts'
import { closeCode } from '../../../shared/protocol/sync.ts'
import { until } from '../../support/until.ts'

interface Ends {
  readonly wire: SyncSocket
  /** The server's socket below the WebSocket. */
  readonly below: Duplex
  readonly client: WebSocket
  readonly heard: string[]
  closedWith: number | null
}

describe('the end of a socket that a room writes to', () => {
  let http: Server
  let clients: WebSocket[]
  beforeEach(async () => {
    clients = []
    http = createServer()
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  })
  afterEach(() => {
    for (const client of clients) client.terminate()
    http.close()
  })

  async function connect(): Promise<Ends> {
    const server = new WebSocketServer(syncSocketOptions)
    const accepted = new Promise<readonly [SyncSocket, Duplex]>((accept) => {
      http.once('upgrade', (request, below, head) => {
        server.handleUpgrade(request, below, head, (socket) => {
          socket.open(below, { failed: () => undefined, closed: () => undefined })
          accept([socket, below])
        })
      })
    })
    const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
    clients.push(client)
    const heard: string[] = []
    client.on('message', (data) => heard.push(String(data)))
    const [wire, below] = await accepted
    const ends: Ends = { wire, below, client, heard, closedWith: null }
    client.on('close', (code) => (ends.closedWith = code))
    return ends
  }
  const message = (text: string): Uint8Array => new TextEncoder().encode(text)

  it('sends all of one turn of the event loop in one packet, in order', async () => {
    const ann = await connect()
    const writes = vi.spyOn(ann.below, 'write')
    for (const text of ['an edit', 'presence', 'a receipt']) ann.wire.send(message(text))
    await Promise.resolve()
    expect(writes).not.toHaveBeenCalled()
    await until(() => ann.heard.length === 3, 'the messages')
    expect(ann.heard).toEqual(['an edit', 'presence', 'a receipt'])
    expect(writes).toHaveBeenCalledTimes(1)
    ann.wire.send(message('more'))
    await until(() => ann.heard.length === 4, 'the next turn')
    expect(writes).toHaveBeenCalledTimes(2)
  })

  it('frames what is for several only once, and copies nothing large', async () => {
    const [ann, ben] = [await connect(), await connect()]
    const written: unknown[] = []
    for (const { below } of [ann, ben]) {
      const write = below.write.bind(below)
      vi.spyOn(below, 'write').mockImplementation((piece: unknown) => (written.push(piece), write(piece as Buffer)))
    }
    for (const text of ['a'.repeat(5), 'b'.repeat(10_000)]) {
      const shared = message(text)
      for (const { wire } of [ann, ben]) wire.send(shared)
      await until(() => ann.heard.at(-1) === text && ben.heard.at(-1) === text, 'both')
      expect(written[0]).toBe(written[1])
      written.length = 0
    }
    const large = message('c'.repeat(10_000))
    for (const { wire } of [ann, ben]) {
      wire.send(message('small'))
      wire.send(large)
    }
    await until(() => ann.heard.at(-1)?.[0] === 'c' && ben.heard.at(-1)?.[0] === 'c', 'both')
    expect(written[1]).toBe(written[3])
    expect(ann.heard.at(-2)).toBe('small')
  })

  it('closes behind what was sent in the same turn, and sends nothing after that', async () => {
    const ann = await connect()
    const writes = vi.spyOn(ann.below, 'write')
    ann.wire.send(message('the last word'))
    ann.wire.close(closeCode.moved)
    const written = writes.mock.calls.length
    ann.wire.send(message('too late'))
    await new Promise((turn) => setImmediate(turn))
    expect(writes).toHaveBeenCalledTimes(written)
    await until(() => ann.closedWith !== null, 'the close')
    expect([ann.heard, ann.closedWith]).toEqual([['the last word'], closeCode.moved])
  })

  it('answers a ping with what it brought, unless what was sent before has not been read', async () => {
    const ann = await connect()
    const pongs: string[] = []
    ann.client.on('pong', (data) => pongs.push(String(data)))
    await until(() => ann.client.readyState === ann.client.OPEN, 'the open line')
    ann.client.ping('are you there')
    await until(() => pongs.length > 0, 'the answer')
    expect(pongs).toEqual(['are you there'])
    ann.client.pause()
    const much = new Uint8Array(500_000)
    while (ann.wire.buffered() < 20_000) {
      ann.wire.send(much)
      await new Promise((turn) => setImmediate(turn))
    }
    const answers = vi.spyOn(ann.wire, 'pong')
    for (let count = 0; count < 100; count++) ann.client.ping()
    ann.client.send('behind the pings')
    await until(() => ann.wire.readyState !== ann.wire.OPEN, 'the close for a text message')
    expect(answers).not.toHaveBeenCalled()
  })

  it('says nothing more to a line that was cut, and others hear what they are sent in the same turn', async () => {
    const [ann, ben] = [await connect(), await connect()]
    ann.wire.send(message('never read'))
    ben.wire.send(message('still here'))
    ann.wire.terminate()
    await until(() => ann.closedWith !== null && ben.heard.length > 0, 'both')
    expect([ann.heard, ben.heard]).toEqual([[], ['still here']])
  })
})
