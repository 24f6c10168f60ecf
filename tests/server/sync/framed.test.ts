import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { framed, remembered } from '../../../server/transport/sync/framed.ts'

describe('frames that we write ourselves', () => {
  const closers: (() => void)[] = []
  afterEach(() => closers.splice(0).forEach((close) => close()))

  it('are read by a client as one message each, at every way of writing a length', async () => {
    const sizes = [0, 1, 125, 126, 65_535, 65_536, 70_000]
    const http = createServer()
    const server = new WebSocketServer({ noServer: true })
    http.on('upgrade', (request, socket, head) => {
      server.handleUpgrade(request, socket, head, () => {
        socket.write(Buffer.concat(sizes.map((size) => framed(new Uint8Array(size).fill(size % 251)))))
      })
    })
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
    const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
    closers.push(() => client.terminate(), () => http.close())
    const messages: Uint8Array[] = []
    await new Promise<void>((all) => {
      client.on('message', (data, isBinary) => {
        expect(isBinary).toBe(true)
        if (messages.push(new Uint8Array(data as Buffer)) === sizes.length) all()
      })
    })
    expect(messages.map((message) => message.byteLength)).toEqual(sizes)
    expect(messages.every((message) => message.every((byte) => byte === message.byteLength % 251))).toBe(true)
  })

  it('are made once for a whole group', () => {
    let made = 0
    const make = remembered((key: object) => [key, ++made])
    const message = {}
    expect(make(message)).toBe(make(message))
    make({})
    make(message)
    expect(made).toBe(3)
  })
})
