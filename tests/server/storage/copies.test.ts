import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Storage } from '../../../server/domain/Storage.ts'
import { silentLog } from '../../../server/log.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { openClassroom, type Classroom } from '../../support/openClassroom.ts'
import { startServer, type TestServer } from '../../support/startServer.ts'
import { SyncPeer } from '../../support/syncPeer.ts'
import { until } from '../../support/until.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** Counts the copies that are asked for, and lets each end only when the test says so while it is shut. */
function watchCopies() {
  let shut: Promise<void> | null = null
  let open: () => void = () => undefined
  const seen = { asked: 0, done: 0, atOnce: 0, most: 0 }
  return {
    seen,
    shut: () => void (shut = new Promise((resolve) => (open = resolve))),
    open: () => open(),
    wrap: (storage: Storage): Storage => ({
      ...storage,
      async backup() {
        seen.asked++
        seen.most = Math.max(seen.most, ++seen.atOnce)
        await shut
        const copy = await storage.backup()
        seen.atOnce--
        seen.done++
        return copy
      },
    }),
  }
}

describe('F5: safety copies', () => {
  let folder: string
  let server: TestServer
  let room: Classroom
  let copies: ReturnType<typeof watchCopies>
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketu-copies-'))
    copies = watchCopies()
    server = await startServer({ file: join(folder, 'ketu.db'), clock: createFakeClock(), wrapStorage: copies.wrap })
    room = await openClassroom(server, { groups: 1 })
  })
  afterEach(async () => {
    room.close()
    copies.open()
    await server.stop()
    await rm(folder, { recursive: true })
  })
  const names = async (): Promise<string[]> => (await readdir(join(folder, 'backups')).catch(() => [])).filter((name) => name.endsWith('.db')).sort()
  /** The trainer goes on to the next item. */
  async function goOn(): Promise<void> {
    const { agenda, currentId } = await room.trainer.view()
    const to = agenda[agenda.findIndex(({ id }) => id === currentId) + 1]?.id ?? ''
    await room.does('agenda:go', { to, from: currentId })
    await room.trainer.until((view) => view.currentId === to)
  }
  const done = (count: number): Promise<unknown> => until(() => copies.seen.done === count, () => `${count} copies, not ${copies.seen.done}`)

  it('P6.2: the end of an exercise leaves a copy with the work in it, and so does the end of the class', async () => {
    await goOn()
    expect(copies.seen.asked, 'the first exercise begins').toBe(0)
    const { admission } = await room.seat('Ann')
    const tablet = await new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(0), token: admission.token }).ready()
    tablet.type('what the group found')
    await tablet.allSaved()
    await goOn()
    await done(1)
    const [name = ''] = await names()
    const copy = await openSqlite({ file: join(folder, 'backups', name), log: silentLog })
    const doc = new Y.Doc()
    for (const update of (await copy.documents.load(room.groupId(0)))?.updates ?? []) Y.applyUpdate(doc, update)
    await copy.close()
    expect(doc.getText('notes').toString()).toBe('what the group found')

    await server.advance(MINUTE_MS)
    await room.does('class:end', {})
    await done(2)
    expect(await names()).toHaveLength(2)
    await tablet.drop()
  })

  it('a trainer who leafs through the agenda makes one copy at once and one of what came after, half a minute later', async () => {
    for (let item = 0; item < 5; item++) await goOn()
    await done(1)
    await server.advance(29 * SECOND_MS)
    expect(copies.seen.asked).toBe(1)
    await server.advance(2 * SECOND_MS)
    await done(2)
    await server.advance(2 * MINUTE_MS)
    expect(copies.seen.asked).toBe(2)
  })

  it('there are never two at once, however slow the disk, and the end of the server waits for the one under way', async () => {
    copies.shut()
    await goOn()
    await goOn()
    expect(copies.seen.asked).toBe(1)
    await server.advance(10 * MINUTE_MS)
    await goOn()
    expect(copies.seen).toMatchObject({ asked: 1, done: 0, most: 1 })
    let stopped = false
    const stopping = server.stop().then(() => (stopped = true))
    await until(() => fetch(server.url).then(() => false, () => true), 'the server to be closed to everybody')
    expect(stopped).toBe(false)
    copies.open()
    await stopping
    expect(copies.seen).toMatchObject({ asked: 1, done: 1, most: 1 })
    expect(await names()).toHaveLength(1)
  })

  it('P6.2: without any exercise there is one every five minutes', async () => {
    await server.advance(5 * MINUTE_MS - SECOND_MS)
    expect(copies.seen.asked).toBe(0)
    await server.advance(SECOND_MS)
    await done(1)
    await server.advance(5 * MINUTE_MS)
    await done(2)
  })
})
