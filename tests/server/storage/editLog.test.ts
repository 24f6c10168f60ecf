import { appendFile, copyFile, mkdir, mkdtemp, open, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Append } from '../../../server/domain/room/DocumentStore.ts'
import type { Storage } from '../../../server/domain/Storage.ts'
import { silentLog } from '../../../server/log.ts'
import { companions, editLogFiles } from '../../../server/storage/sqlite/files.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { brittleFiles } from '../../support/brittleFiles.ts'
import { until } from '../../support/until.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const edit = (documentId: string, text: string): Append => ({ kind: 'update', documentId, update: bytes(text), at: 5 })
const held = (documentId: string, text: string): Append => ({ kind: 'held', documentId, update: bytes(text), participantId: 'ada', at: 6 })

describe('the log of edits before the database', () => {
  let folder: string
  let file: string
  let storage: Storage
  const ends: (() => Promise<unknown>)[] = []
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketu-edits-'))
    file = join(folder, 'ketu.db')
    storage = await openSqlite({ file, log: silentLog })
    await storage.documents.create('g1', 'c1', bytes('seed'), 1)
  })
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
    await storage.close()
    await rm(folder, { recursive: true })
  })
  /** The files as they are at this moment, which is what a process leaves that is killed. */
  async function killed(change: (file: string) => Promise<unknown> = async () => undefined, database = file): Promise<Storage> {
    const copy = join(folder, `killed-${ends.length}`)
    await mkdir(copy)
    for (const suffix of companions) await copyFile(database + suffix, join(copy, `ketu.db${suffix}`)).catch(() => undefined)
    await change(join(copy, 'ketu.db'))
    const opened = await openSqlite({ file: join(copy, 'ketu.db'), log: silentLog })
    ends.push(() => opened.close())
    return opened
  }
  /** The same, and the log of edits is lost. */
  const withoutLog = () => killed((copy) => Promise.all(editLogFiles.map((suffix) => rm(copy + suffix))))
  const loaded = async ({ documents }: Storage, documentId = 'g1') => {
    const found = await documents.load(documentId)
    if (!found) throw new Error('not stored')
    return { ...found, texts: found.updates.map((update) => new TextDecoder().decode(update)), heldTexts: found.held.map(({ update }) => new TextDecoder().decode(update)) }
  }
  const usedFileAfter = async (entry: Append): Promise<(typeof editLogFiles)[number]> => {
    await storage.documents.append([entry])
    return (await stat(file + editLogFiles[0])).size > 0 ? editLogFiles[0] : editLogFiles[1]
  }
  const usedFile = async (database: string): Promise<string> => {
    const sizes = await Promise.all(editLogFiles.map(async (suffix) => (await stat(database + suffix)).size))
    return database + (sizes[0] ? editLogFiles[0] : editLogFiles[1])
  }

  it('P6.1: what was appended is there after a kill, in order, though the database never had it', async () => {
    await storage.documents.create('g2', 'c1', bytes('other seed'), 1)
    await storage.documents.append([edit('g1', 'one'), held('g1', 'kept'), edit('g2', 'elsewhere')])
    const [through = 0] = await storage.documents.append([held('g1', 'kept too')])
    await storage.documents.append([{ kind: 'release', documentId: 'g1', update: bytes('released'), through, at: 7 }])
    await storage.documents.append([edit('g1', 'two'), held('g1', 'later')])
    const now = await loaded(storage)
    expect(now).toMatchObject({ texts: ['seed', 'one', 'released', 'two'], heldTexts: ['later'], editedAt: 7 })

    const after = await killed()
    expect(await loaded(after)).toEqual(now)
    expect((await loaded(after, 'g2')).texts).toEqual(['other seed', 'elsewhere'])
    const [next = 0] = await after.documents.append([edit('g1', 'three')])
    expect(next).toBeGreaterThan(now.lastSequence)
  })

  it('P6.1: a line that was cut short is left out, and those before it are there', async () => {
    await storage.documents.append([edit('g1', 'one')])
    await storage.documents.append([edit('g1', 'two')])
    const after = await killed(async (copy) => {
      const log = await usedFile(copy)
      await truncate(log, (await stat(log)).size - 1)
    })
    expect((await loaded(after)).texts).toEqual(['seed', 'one'])
    const garbled = await killed(async (copy) => appendFile(await usedFile(copy), 'not a record of ours at all'))
    expect((await loaded(garbled)).texts).toEqual(['seed', 'one', 'two'])
  })

  it('P6.1: an end of zeros, as a file system leaves it that knew the length before the power went and not yet the content, is left out', async () => {
    await storage.documents.append([edit('g1', 'one')])
    const after = await killed(async (copy) => appendFile(await usedFile(copy), Buffer.alloc(4_096)))
    expect((await loaded(after)).texts).toEqual(['seed', 'one'])
    await after.documents.append([edit('g1', 'two')])
    expect((await loaded(after)).texts).toEqual(['seed', 'one', 'two'])
  })

  it('P6.1: what a loss of power left behind a gap is cut, or it would be read once the gap is filled', async () => {
    const log = await usedFileAfter(edit('g1', 'one'))
    const { size: from } = await stat(file + log)
    await storage.documents.append([edit('g1', 'two')])
    const { size: to } = await stat(file + log)
    await storage.documents.append([edit('g1', 'six')])
    let copied = ''
    const after = await killed(async (copy) => {
      copied = copy
      const handle = await open(copy + log, 'r+')
      await handle.write(Buffer.alloc(to - from), 0, to - from, from)
      await handle.close()
    })
    expect((await loaded(after)).texts).toEqual(['seed', 'one'])
    expect((await stat(copied + log)).size).toBe(from)
    // Nor are the numbers of what is gone given again.
    const [next = 0] = await after.documents.append([edit('g1', 'three')])
    expect(next).toBeGreaterThan((await loaded(storage)).lastSequence)
  })

  it('a document reads the same before and after the database takes its edits, and nothing comes twice', async () => {
    const written: string[] = ['seed']
    for (let round = 0; round < 6; round++) {
      for (let count = 0; count <= round % 3; count++) {
        written.push(`${round}.${count}`)
        await storage.documents.append([edit('g1', written.at(-1) ?? '')])
      }
      expect((await loaded(storage)).texts).toEqual(written)
      // A copy takes everything over first; each time the other file of the log is in use.
      await storage.backup()
      expect((await loaded(storage)).texts).toEqual(written)
      expect((await loaded(await killed())).texts).toEqual(written)
    }
  })

  it('compaction covers what is in the log, and of a row with several edits only what it should', async () => {
    await storage.documents.append([edit('g1', 'one')])
    const [through = 0] = await storage.documents.append([edit('g1', 'two')])
    await storage.documents.append([edit('g1', 'three')])
    await storage.documents.append([edit('g1', 'four')])
    await storage.backup()
    await storage.documents.compact('g1', bytes('seed, one, two'), through)
    expect(await loaded(storage)).toMatchObject({ snapshot: bytes('seed, one, two'), texts: ['three', 'four'] })
    await storage.documents.append([edit('g1', 'five')])
    const { lastSequence } = await loaded(storage)
    await storage.documents.compact('g1', bytes('all of it'), lastSequence)
    expect(await loaded(await killed())).toMatchObject({ snapshot: bytes('all of it'), texts: [], lastSequence })
  })

  it('the database takes the edits by itself after a while, and the log stays short however much is written', { timeout: 60_000 }, async () => {
    const [each, count] = [20_000, 2_000]
    let longest = 0
    for (let index = 0; index < count; index++) {
      await storage.documents.append([edit('g1', 'x'.repeat(each))])
      if (index % 10 === 0) await storage.documents.syncToDisk()
      for (const suffix of editLogFiles) longest = Math.max(longest, (await stat(file + suffix)).size)
    }
    expect(longest).toBeLessThan((each * count) / 2)
    await storage.documents.append([edit('g1', 'the last one')])
    await until(async () => (await loaded(await withoutLog())).texts.at(-1) === 'the last one', 'the database to have all', 20_000)
  })

  /** In place of every sync, until the test ends or what is returned is called. */
  async function syncsAre(sync: (real: () => Promise<void>) => Promise<void>): Promise<() => void> {
    const probe = await open(file, 'r')
    const prototype: { datasync: () => Promise<void> } = Object.getPrototypeOf(probe)
    await probe.close()
    const real = prototype.datasync
    prototype.datasync = function (this: unknown) {
      return sync(() => real.call(this))
    }
    const end = (): void => void (prototype.datasync = real)
    ends.unshift(async () => end())
    return end
  }
  /** Every sync waits until `release` was called. */
  async function slowDisk() {
    let release: () => void = () => undefined
    let asked = 0
    const disk = new Promise<void>((resolve) => (release = resolve))
    const end = await syncsAre(async (real) => {
      asked++
      await disk
      await real()
    })
    const mend = () => {
      release()
      end()
    }
    ends.unshift(async () => mend())
    return { release: mend, asked: () => asked }
  }

  it('P6.1: what the database took over stays in the log until it is safe there, also when the process dies before', async () => {
    const walBefore = await readFile(`${file}-wal`)
    const log = await usedFileAfter(edit('g1', 'one'))
    await syncsAre(async () => Promise.reject(new Error('EIO: i/o error')))
    await expect(storage.backup()).rejects.toThrow('EIO')
    let first = ''
    const next = await killed(async (copy) => void (first = copy))
    expect((await loaded(next)).texts).toEqual(['seed', 'one'])
    await expect(next.documents.syncToDisk()).rejects.toThrow('EIO')

    // The power takes what the database never synced.
    const afterPower = await killed(async (copy) => {
      await copyFile(first + log, copy + log)
      await writeFile(`${copy}-wal`, walBefore)
      await rm(`${copy}-shm`)
    })
    expect((await loaded(afterPower)).texts).toEqual(['seed', 'one'])
  })

  it('P6.1: what a process that was killed wrote and could not sync is safe before the next one trusts it', async () => {
    const walBefore = await readFile(`${file}-wal`)
    await storage.documents.append([edit('g1', 'one')])
    const mend = await syncsAre(async () => Promise.reject(new Error('EIO: i/o error')))
    await expect(storage.backup()).rejects.toThrow('EIO')
    // To the next process the system says that all is well.
    mend()
    const walLeft = await readFile(`${file}-wal`)
    let died = ''
    const next = await killed(async (copy) => void (died = copy))
    for (const text of ['two', 'six', 'ten']) {
      await next.documents.append([edit('g1', text)])
      await next.backup()
    }
    await next.documents.syncToDisk()

    // The power takes what was never synced, and of the file that it lies in all that was written behind it.
    const afterPower = await killed(async (copy) => {
      const wal = await readFile(`${copy}-wal`)
      if (wal.subarray(0, walLeft.length).equals(walLeft)) await writeFile(`${copy}-wal`, walBefore)
      await rm(`${copy}-shm`)
    }, died)
    expect((await loaded(afterPower)).texts).toEqual(['seed', 'one', 'two', 'six', 'ten'])
  })

  it('P6.4: what a start found and the database refused is tried again, though nobody writes', { timeout: 30_000 }, async () => {
    await storage.documents.append([edit('g1', 'one')])
    let isFull = true
    const files = await brittleFiles({
      write: (_path, _position, bytes) => bytes,
      sync: async () => undefined,
      transact() {
        if (isFull) throw new Error('database or disk is full')
      },
    })
    ends.push(async () => files.end())
    let database = ''
    const next = await killed(async (copy) => void (database = copy))
    isFull = false
    expect((await loaded(next)).texts).toEqual(['seed', 'one'])
    const { size } = await stat(`${database}-wal`)
    await until(async () => (await stat(`${database}-wal`)).size !== size, 'the database to be written', 20_000)
    const withoutItsLog = await killed((copy) => Promise.all(editLogFiles.map((suffix) => rm(copy + suffix))), database)
    expect((await loaded(withoutItsLog)).texts).toEqual(['seed', 'one'])
  })

  it('P2.2: a file is not closed as if all were safe when the disk refused what the database should take and synced nothing', async () => {
    await storage.documents.append([edit('g1', 'one')])
    let isBroken = true
    const refuse = (): void => {
      if (isBroken) throw new Error('EIO: i/o error')
    }
    const next = await killed()
    const files = await brittleFiles({ write: (_path, _position, bytes) => bytes, transact: refuse, sync: async () => refuse() })
    ends.unshift(async () => files.end())
    await next.documents.append([edit('g1', 'two')])
    await expect(next.close()).rejects.toThrow('EIO')
    isBroken = false
  })

  it('what comes in while the database takes over is taken over in its turn, though nothing comes after it', async () => {
    const disk = await slowDisk()
    await storage.documents.append([edit('g1', 'x'.repeat(1_000_001))])
    await until(() => disk.asked() > 0, 'the database to take the first')
    await storage.documents.append([edit('g1', `the last one${'x'.repeat(1_000_001)}`)])
    disk.release()
    await until(async () => (await loaded(await withoutLog())).texts.at(-1)?.startsWith('the last one'), 'the database to have all')
  })

  it('P2.2: who asks for a sync while one is under way waits for the disk, too', async () => {
    const disk = await slowDisk()
    await storage.documents.append([edit('g1', 'one')])
    const ended: string[] = []
    const both = ['first', 'second'].map((name) => storage.documents.syncToDisk().then(() => void ended.push(name)))
    await nextTurn()
    expect(ended).toEqual([])
    disk.release()
    await Promise.all(both)
    expect(ended).toEqual(['first', 'second'])
  })

  it('P5.6: nothing of a wiped class stays in either file, and other classes lose nothing', async () => {
    await storage.documents.create('g2', 'c2', bytes('other seed'), 1)
    const words = async (): Promise<string> => {
      const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
      return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('')
    }
    // Into both files, so that one holds it behind newer lines.
    for (let round = 0; round < 3; round++) {
      await storage.documents.append([edit('g1', `secret ${'s'.repeat(200)}`), edit('g2', `stays ${round}`)])
      await storage.backup()
    }
    await storage.documents.append([edit('g1', 'secret again'), edit('g2', 'stays 3')])
    expect(await words()).toContain('secret')
    await storage.classes.wipe('c1')
    expect(await words()).not.toContain('secret')
    expect((await loaded(storage, 'g2')).texts).toEqual(['other seed', 'stays 0', 'stays 1', 'stays 2', 'stays 3'])
  })

  it('P6.2: closing leaves no log behind, and a log that no process left is none', async () => {
    await storage.documents.append([edit('g1', 'one')])
    await storage.close()
    expect((await readdir(folder)).filter((name) => name.includes('-edits'))).toEqual([])
    await writeFile(file + editLogFiles[0], 'some other program’s file')
    storage = await openSqlite({ file, log: silentLog })
    expect((await loaded(storage)).texts).toEqual(['seed', 'one'])
  })
})
