import { seed, startSyncServer } from './syncServer.ts'

const [file = ':memory:'] = process.argv.slice(2)
const server = await startSyncServer({ file })
await server.rooms.create('g1', 'c1', seed())
process.stdout.write(`${server.url}\n`)
