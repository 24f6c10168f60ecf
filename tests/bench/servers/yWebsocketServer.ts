import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { seatsOf, serveServer } from './contract.ts'

/** The server that y-websocket's documentation names, wired as its own server.js does; in memory, or with its LevelDB store. */
serveServer(async (setup) => {
  const isStored = process.env['BENCH_STORE'] === 'leveldb'
  const folder = join(setup.folder, 'leveldb')
  const isNew = !isStored || !existsSync(folder)
  if (isStored) {
    mkdirSync(setup.folder, { recursive: true })
    process.env['YPERSISTENCE'] = folder
  }
  // It reads its setting while it is imported.
  const { getPersistence, getYDoc, setupWSConnection } = await import('@y/websocket-server/utils')
  const store = getPersistence()?.provider

  const seats = seatsOf(setup, (document) => `/${document}`)
  for (const document of isNew && setup.content ? new Set(seats.map((seat) => seat.document)) : []) {
    Y.applyUpdate(getYDoc(document), setup.content ?? new Uint8Array())
    await store?.getYDoc(document) // its queue has come to here, so the content is stored
  }
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  sockets.on('connection', setupWSConnection)
  server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, (connection) => void sockets.emit('connection', connection, request)))
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    ready: { port, dialect: 'plain', seats, projectors: [] },
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
      await store?.destroy()
    },
  }
})
