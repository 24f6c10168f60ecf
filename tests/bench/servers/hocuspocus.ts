import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { seatsOf, serveServer } from './contract.ts'

/** As its documentation starts it, with its SQLite extension and its own defaults. */
serveServer(async (setup) => {
  mkdirSync(setup.folder, { recursive: true })
  const database = join(setup.folder, 'hocuspocus.sqlite')
  const isNew = !existsSync(database)
  const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false, extensions: [new SQLite({ database })] })
  await server.listen()
  const seats = seatsOf(setup, () => '/')
  const { content } = setup
  for (const document of isNew && content ? new Set(seats.map((seat) => seat.document)) : []) {
    const direct = await server.hocuspocus.openDirectConnection(document)
    await direct.transact((doc) => Y.applyUpdate(doc, content ?? new Uint8Array()))
    await direct.disconnect()
  }
  return {
    ready: { port: server.address.port, dialect: 'hocuspocus', seats, projectors: [] },
    close: () => server.destroy(),
  }
})
