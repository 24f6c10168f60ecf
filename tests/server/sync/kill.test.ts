import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startKillableServer } from '../../support/killableServer.ts'
import { SyncPeer } from '../../support/syncPeer.ts'
import { until } from '../../support/until.ts'

describe('P2.2: the server is killed while people type', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketu-kill-'))
  })
  const running: { kill(): Promise<void> }[] = []
  const start = async (file: string) => {
    const server = await startKillableServer(file)
    running.push(server)
    return server
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.kill()))
    await rm(folder, { recursive: true })
  })

  it('everything that a peer saw, or that was called saved, is there for fresh clients', { timeout: 90_000 }, async () => {
    const file = join(folder, 'ketu.db')
    const seen = new Set<string>()
    for (let round = 0; round < 4; round++) {
      const server = await start(file)
      const join = (who: string) => new SyncPeer({ url: server.url, documentId: 'g1', token: `${who}@g1` }).ready()
      const writers = await Promise.all(['ada', 'ben', 'eve'].map(join))
      const watcher = await join('watcher')
      const written: string[][] = writers.map(() => [])
      let count = 0
      const typing = setInterval(() => {
        writers.forEach((writer, index) => {
          const word = `r${round}w${index}n${count}`
          writer.doc.getMap('words').set(word, true)
          written[index]?.push(word)
        })
        count++
      }, 18) // 55 a second: as fast as one connection may in the long run
      await until(() => watcher.received.updates.length > 25 + round * 7, 'typing', 20_000)
      await server.kill()
      clearInterval(typing)
      for (const word of watcher.doc.getMap('words').keys()) seen.add(word)
      // One frame per word after the step 2 of the beginning: a receipt for n frames covers the first n - 1 words.
      writers.forEach((writer, index) => written[index]?.slice(0, Math.max(0, writer.saved - 1)).forEach((word) => seen.add(word)))
      for (const peer of [...writers, watcher]) peer.socket.terminate()
    }
    const server = await start(file)
    const fresh = await new SyncPeer({ url: server.url, documentId: 'g1', token: 'fresh@g1' }).ready()
    const there = new Set(fresh.doc.getMap('words').keys())
    expect(seen.size).toBeGreaterThan(100)
    expect([...seen].filter((word) => !there.has(word))).toEqual([])
    fresh.socket.terminate()
    await server.kill()
  })
})
