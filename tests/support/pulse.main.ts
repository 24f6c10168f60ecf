import { SyncPeer } from './syncPeer.ts'

const [url = '', documentId = '', ...tokens] = process.argv.slice(2)
/** Slower than what the server gathers into steps, so that each shows by itself. */
const EVERY_MS = 50

const peer = (token: string): Promise<SyncPeer> => new SyncPeer({ url, documentId, token }).ready()
const [writer, reader] = await Promise.all([peer(tokens[0] ?? ''), peer(tokens[1] ?? '')])
const sentAt = new Map<number, number>()
let beat = 0

// Beats that share a frame arrive as the last of them.
reader.doc.getMap('pulse').observe((event) => {
  const seen = Number(event.target.get('beat'))
  for (const [sent, at] of sentAt) {
    if (sent > seen) continue
    sentAt.delete(sent)
    process.stdout.write(`${performance.now() - at}\n`)
  }
})
setInterval(() => {
  if (writer.closed !== null || reader.closed !== null) process.exit(1)
  sentAt.set(++beat, performance.now())
  writer.doc.getMap('pulse').set('beat', beat)
}, EVERY_MS)
