import { copyFile, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../server/log.ts'
import { editLogFiles } from '../../server/storage/sqlite/files.ts'
import { openSqlite } from '../../server/storage/sqlite/openSqlite.ts'
import { bytesOfFile, canFillDisk, fillDisk, makeRoom } from '../support/fullDisk.ts'
import { openKillableClass, type KillableClass } from '../support/killableClass.ts'
import { disorder, type ProductTablet } from '../support/productTablet.ts'
import { until } from '../support/until.ts'

const WARNED_WITHIN_MS = 5_000
/** Less than one more edit: the write that finds the disk full is torn in the middle. */
const TORN_BYTES = 20

let classroom: KillableClass
afterEach(() => classroom.close())

const isWarned = ({ warnings }: { readonly warnings: readonly { readonly kind: string }[] }): boolean => warnings.some(({ kind }) => kind === 'disk-failing')
const isSeenBy = (reader: ProductTablet, writer: ProductTablet): boolean => {
  const seen = new Set(reader.words)
  return writer.written.every((word) => seen.has(word))
}
async function typeAndSee(writer: ProductTablet, reader: ProductTablet, words: number): Promise<void> {
  for (let count = 0; count < words; count++) {
    writer.type()
    await until(() => isSeenBy(reader, writer), `${reader.name} to see ${writer.written.at(-1)}`)
  }
}
async function storedWords(group: number): Promise<string[]> {
  const observer = await classroom.observer(group)
  const words = observer.text.split(' ').filter((word) => word !== '')
  await observer.drop()
  return words
}

describe.skipIf(!canFillDisk())('F5: the disk is full', () => {
  it('P6.4: tablets go on from memory, nothing is called saved, the console warns within 5 s, and all is stored once there is room', { timeout: 60_000 }, async () => {
    classroom = await openKillableClass({ groups: 2 })
    const { server, room } = classroom
    const [one, other, elsewhere] = await Promise.all([classroom.tablet('one'), classroom.tablet('other'), classroom.tablet('elsewhere', 1)])
    const tablets = [one, other, elsewhere]
    for (const tablet of tablets) tablet.type()
    await until(() => tablets.every(({ isGreen, savedWords }) => isGreen && savedWords === 1), 'the first words to be saved')

    fillDisk(server.pid, Math.min(...editLogFiles.map((suffix) => bytesOfFile(join(server.dataFolder, `ketu.db${suffix}`)))) + TORN_BYTES)
    const full = performance.now()
    const warned = room.trainer.until(isWarned, WARNED_WITHIN_MS).then(() => performance.now() - full)
    await typeAndSee(one, other, 40)
    await typeAndSee(other, one, 40)
    elsewhere.type()
    const warnedAfterMs = await warned
    // One more of each while the failure is known, and what the trainer does is done too.
    await typeAndSee(one, other, 1)
    const { agenda, currentId } = await room.trainer.view()
    const to = agenda.find(({ id }) => id !== currentId)?.id ?? ''
    await room.does('agenda:go', { to, from: currentId })
    expect(tablets.map(({ savedWords }) => savedWords)).toEqual([1, 1, 1])
    expect(tablets.map(({ isGreen }) => isGreen)).toEqual([false, false, false])
    expect(await (await fetch(`${server.localUrl}/healthz`)).json()).toMatchObject({ value: { diskFailing: true } })

    makeRoom(server.pid)
    const roomy = performance.now()
    await until(() => tablets.every(({ isGreen, savedWords, written }) => isGreen && savedWords === written.length), 'everything to be saved', 20_000)
    const savedAfterMs = performance.now() - roomy
    await room.trainer.until((view) => !isWarned(view))

    const before = await room.trainer.until((view) => view.currentId === to)
    // There is room for a safety copy again, too: the end of an exercise leaves one.
    const then = agenda.find(({ id }) => id !== currentId && id !== to)?.id ?? ''
    await room.does('agenda:go', { to: then, from: to })
    await until(async () => (await readdir(join(server.dataFolder, 'backups')).catch(() => [])).some((name) => name.endsWith('.db')), 'a safety copy')
    await server.kill()
    classroom.wifi.cut()
    await server.start()
    const stored = await storedWords(0)
    expect(disorder(stored)).toEqual([])
    expect(new Set(stored)).toEqual(new Set([...one.written, ...other.written]))
    expect(stored).toHaveLength(83)
    expect(await storedWords(1)).toEqual(elsewhere.written)
    const after = await room.trainer.until(({ run }) => run !== before.run)
    expect(after.currentId).toBe(then)
    expect(isWarned(after)).toBe(false)
    console.log(`F5: the console warned after ${warnedAfterMs.toFixed(0)} ms; all was saved ${savedAfterMs.toFixed(0)} ms after there was room`)
  })
})

const STARTED_WITHIN_MS = 10_000
/** Of other documents: a file that takes a while to look through, several days of class in size. */
const BALLAST = { documents: 40, bytes: 1_000_000 }

/** While the server stands still: a safety copy of everything so far, and newer ones that are broken. */
async function takeCopies(dataFolder: string): Promise<void> {
  const storage = await openSqlite({ file: join(dataFolder, 'ketu.db'), log: silentLog })
  for (let index = 0; index < BALLAST.documents; index++) {
    await storage.documents.create(`ballast-${index}`, 'none', Buffer.alloc(BALLAST.bytes, `ballast ${index} `), 1)
  }
  await storage.backup()
  await storage.close()
  await writeFile(join(dataFolder, 'backups', 'ketu-2099-01-01T00-00-00.000Z.db'), 'a newer copy that is broken too')
  await writeFile(join(dataFolder, 'backups', 'ketu-2099-01-02T00-00-00.000Z.db'), '')
}
async function overwriteMiddle(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(65_536, 0x55), 0, 65_536, Math.floor((await stat(file)).size / 2))
  await handle.close()
}
const damages: readonly (readonly [string, (file: string) => Promise<unknown>])[] = [
  ['truncated', async (file) => truncate(file, Math.floor((await stat(file)).size / 2))],
  ['of no length', (file) => truncate(file, 0)],
  ['damaged in the middle', overwriteMiddle],
  ['no database at all', (file) => writeFile(file, 'this is no database '.repeat(1_000))],
]

describe('F5: the file is damaged when the server starts', () => {
  it('P6.6: it is kept aside, the newest good copy takes its place within 10 s, and the tablets bring back what came later', { timeout: 120_000 }, async () => {
    classroom = await openKillableClass({ groups: 1 })
    const { server, room, wifi } = classroom
    const file = join(server.dataFolder, 'ketu.db')
    const tablet = await classroom.tablet('one')
    const typed = async (): Promise<void> => {
      tablet.type()
      await until(() => tablet.isGreen && tablet.savedWords === tablet.written.length, 'the word to be saved', 20_000)
    }
    await typed()
    await server.stop()
    await takeCopies(server.dataFolder)
    await server.start()

    for (const [what, damage] of damages) {
      await typed()
      const { run } = await room.trainer.view()
      // One half of the time it is found closed, the other as a crash left it, with its log beside it.
      await (what === 'truncated' || what === 'damaged in the middle' ? server.stop() : server.kill())
      wifi.cut()
      await damage(file)
      const damaged = join(server.dataFolder, 'as-it-was')
      await copyFile(file, damaged)
      const asideBefore = new Set(await readdir(server.dataFolder))
      const startedAt = performance.now()
      await server.start()
      const tookMs = performance.now() - startedAt

      expect(await storedWords(0), what).toEqual(['one.0'])
      expect((await room.trainer.until((view) => view.run !== run)).warnings.map(({ kind }) => kind), what).toContain('restored-copy')
      const aside = (await readdir(server.dataFolder)).filter((name) => name.includes('.damaged-') && !/-(?:wal|shm|edits-[ab])$/.test(name) && !asideBefore.has(name))
      expect(aside, what).toHaveLength(1)
      expect((await readFile(damaged)).equals(await readFile(join(server.dataFolder, aside[0] ?? ''))), what).toBe(true)
      expect(tookMs, what).toBeLessThan(STARTED_WITHIN_MS)
      wifi.restore()
      await until(() => tablet.isGreen, 'the tablet to be back', 20_000)
      expect(await storedWords(0), what).toEqual(tablet.written)
      console.log(`F5: a file that was ${what}, its copy of ${Math.round((await stat(file)).size / 1_000_000)} MB in place and the server ready after ${tookMs.toFixed(0)} ms`)
    }
  })
})
