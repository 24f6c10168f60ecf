import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Storage } from '../../../server/domain/Storage.ts'
import { silentLog } from '../../../server/log.ts'
import { findDriver } from '../../../server/storage/sqlite/findDriver.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'

const MB = 1_000_000

describe('housekeeping apart from the class', () => {
  let folder: string
  let file: string
  let storage: Storage
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketu-housekeeping-'))
    file = join(folder, 'ketu.db')
    storage = await openSqlite({ file, log: silentLog })
    await storage.documents.create('g1', 'c1', new Uint8Array(10), 1)
  })
  afterEach(async () => {
    await storage.close()
    await rm(folder, { recursive: true })
  })
  const write = (bytes: number) => storage.documents.append([{ kind: 'update', documentId: 'g1', update: Buffer.alloc(bytes, 'x'), at: 2 }])
  async function fill(mb: number): Promise<void> {
    for (let index = 0; index < mb; index++) await write(MB)
    await storage.documents.syncToDisk()
  }

  it('waits for another program that has the file, while the event loop turns', async () => {
    const { open } = await findDriver()
    const other = open(file)
    other.exec('BEGIN IMMEDIATE')
    let isDone = false
    const order: string[] = []
    const creating = storage.documents.create('g2', 'c1', new Uint8Array(10), 1).then(() => void (isDone = true, expect(order).toEqual([])))
    await nextTurn()
    expect(isDone).toBe(false)
    const behind = ['g3', 'g4'].map((id) => storage.documents.create(id, 'c1', new Uint8Array(10), 1).then(() => order.push(id)))
    other.exec('COMMIT')
    other.close()
    // It is free by now, and whoever comes does not overtake.
    const last = storage.documents.create('g5', 'c1', new Uint8Array(10), 1).then(() => order.push('g5'))
    await Promise.all([creating, ...behind, last])
    expect(order).toEqual(['g3', 'g4', 'g5'])
    expect(await storage.documents.load('g2')).toBeDefined()
  })

  it('P6.7: a copy is written while the event loop turns', { timeout: 60_000 }, async () => {
    await fill(60)
    await storage.backup() // the thread is there now
    let isDone = false
    let turns = 0
    const copying = storage.backup().finally(() => (isDone = true))
    for (; !isDone; turns++) await nextTurn()
    expect((await copying)?.bytes).toBeGreaterThan(60 * MB)
    // Thousands; on the loop itself it would be a handful, however fast the machine.
    expect(turns).toBeGreaterThan(100)
  })

  it('P6.7: the log stays short however long people type without a pause, and nothing is lost by that', { timeout: 60_000 }, async () => {
    const [each, count] = [20_000, 3_000]
    const log = `${file}-wal`
    let longest = 0
    for (let index = 0; index < count; index++) {
      await write(each)
      if (index % 10 === 0) await storage.documents.syncToDisk()
      longest = Math.max(longest, (await stat(log)).size)
    }
    await storage.documents.syncToDisk()
    expect(longest).toBeLessThan((each * count) / 2)
    await storage.close()
    storage = await openSqlite({ file, log: silentLog })
    expect((await storage.documents.load('g1'))?.updates).toHaveLength(count + 1)
    console.log(`${(each * count) / MB} MB written without a pause: the log had ${(longest / MB).toFixed(1)} MB at most`)
  })
})
