import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as encoding from 'lib0/encoding'
import { WebSocketServer, type WebSocket } from 'ws'
import { seatsOf, serveServer } from './contract.ts'

/** An update with nothing in it. */
const NOTHING = new Uint8Array([0, 0])

function step2Frame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** What Node can do at best: messages to the others in the room, without a look inside, no document, no disk. */
serveServer(async (setup) => {
  const answer = step2Frame(setup.content ?? NOTHING)
  const rooms = new Map<string, Set<WebSocket>>()
  const server = createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket, request) => {
    const name = request.url ?? ''
    const room = rooms.get(name) ?? new Set()
    rooms.set(name, room.add(socket))
    socket.on('message', (data: Buffer) => {
      if (data[0] === 0 && data[1] === 0) return socket.send(answer)
      for (const other of room) if (other !== socket) other.send(data)
    })
    socket.on('close', () => void room.delete(socket))
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    ready: { port, dialect: 'plain', seats: seatsOf(setup, (document) => `/${document}`), projectors: [] },
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
    },
  }
})
