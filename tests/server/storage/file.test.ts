import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, open as openFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../../server/log.ts'
import { findDriver } from '../../../server/storage/sqlite/findDriver.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { buildClassState } from '../../contract/classRepository.ts'
import { seed, startSyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

/** While `work` runs the disk fails in every sync of a whole file. */
async function withoutSyncs(file: string, work: () => Promise<unknown>): Promise<void> {
  const probe = await openFile(file, 'r')
  const prototype: { sync: () => Promise<void> } = Object.getPrototypeOf(probe)
  await probe.close()
  const real = prototype.sync
  prototype.sync = async () => Promise.reject(new Error('EIO: i/o error'))
  try {
    await work()
  } finally {
    prototype.sync = real
  }
}

describe('the file on the trainer’s laptop', () => {
  let folder: string
  let file: string
  const open = () => openSqlite({ file, log: silentLog })
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketu-file-'))
    file = join(folder, 'ketu.db')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('P6.2: leaves one whole file behind, which a plain copy carries away', async () => {
    const storage = await open()
    await storage.documents.create('g1', 'c1', bytes('seed'), 1)
    await storage.close()
    expect((await readdir(folder)).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
    await cp(file, join(folder, 'copy.db'))
    const copy = await openSqlite({ file: join(folder, 'copy.db'), log: silentLog })
    expect((await copy.documents.load('g1'))?.updates).toEqual([bytes('seed')])
    await copy.close()
  })

  it('a server that stops leaves each document as one piece, and a file that is hardly larger', { timeout: 60_000 }, async () => {
    const empty = await startSyncServer({ file })
    await empty.stop()
    const { size: schemaBytes } = await stat(file)
    const server = await startSyncServer({ file, limits: { compactWhenIdleUpdates: 5, messageBurst: 10_000, messagesPerSecond: 10_000 } })
    await server.rooms.create('g1', 'c1', seed())
    const writer = await server.peer('ann@g1').ready()
    for (let turn = 0; turn < 12; turn++) {
      for (let key = 0; key < 20; key++) writer.type('客户')
      await writer.allSaved()
      // Their place in the file is what compaction leaves free.
      await server.storage.backup()
    }
    const documentBytes = Y.encodeStateAsUpdate(writer.doc).byteLength
    await server.stop()
    expect((await stat(file)).size).toBeLessThan(schemaBytes + documentBytes + 4 * 4_096)

    const again = await startSyncServer({ file })
    const stored = await again.storage.documents.load('g1')
    expect(stored?.updates).toEqual([])
    expect((await again.peer('ben@g1').ready()).text).toBe(writer.text)
    await again.stop()
  })

  it('P6.5: a second start on the same file says who has it', async () => {
    const storage = await open()
    await expect(open()).rejects.toMatchObject({ code: 'already-running' })
    await expect(open()).rejects.toThrow(file)
    await storage.close()
    await (await open()).close()
  })

  it('P6.5: a server that was killed leaves no lock behind', async () => {
    const script = `import { openSqlite } from './server/storage/sqlite/openSqlite.ts'
      import { silentLog } from './server/log.ts'
      await openSqlite({ file: ${JSON.stringify(file)}, log: silentLog }); console.log('open'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await until(() => said.includes('open'), 'the other process', 15_000)
    await expect(open()).rejects.toMatchObject({ code: 'already-running' })
    child.kill('SIGKILL')
    await until(() => child.signalCode !== null, 'its end')
    await (await open()).close()
  })

  it('P6.2: a copy that the disk did not sync is none, and the ones before it stay', async () => {
    const storage = await open()
    await storage.backup()
    const names = await readdir(join(folder, 'backups'))
    await withoutSyncs(file, () => expect(storage.backup()).rejects.toThrow('EIO'))
    expect(await readdir(join(folder, 'backups'))).toEqual(names)
    await storage.close()
  })

  it('P6.6: a damaged file is moved aside and the newest good copy takes its place', async () => {
    const before = await open()
    expect(before.restored).toBeNull()
    await before.documents.create('g1', 'c1', bytes('in the copy'), 1)
    const copy = await before.backup()
    await before.documents.create('g2', 'c1', bytes('later'), 1)
    await before.close()
    const damaged = bytes('this is no database '.repeat(1_000))
    await writeFile(file, damaged)
    await writeFile(join(folder, 'backups', 'ketu-2099-01-01T00-00-00.000Z.db'), 'a newer copy that is broken too')

    const after = await open()
    expect(after.restored?.fromMinute).toBe(Date.parse((copy?.file ?? '').replace(/^.*ketu-|\.db$/g, '').replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')))
    expect((await after.documents.load('g1'))?.updates).toEqual([bytes('in the copy')])
    const aside = (await readdir(folder)).find((name) => name.includes('.damaged-')) ?? ''
    expect(new Uint8Array(await readFile(join(folder, aside)))).toEqual(damaged)
    await after.close()
  })

  it.each<[string, () => Promise<unknown>]>([
    ['a folder that takes no more files', async () => {
      // What a restore writes first: in its way is a folder.
      await mkdir(join(file + '.part', 'in the way'), { recursive: true })
      await expect(open()).rejects.toThrow()
      await rm(`${file}.part`, { recursive: true })
    }],
    ['a disk that does not sync the new file', async () => {
      await withoutSyncs(file, () => expect(open()).rejects.toThrow('EIO'))
      expect(await readFile(file, 'utf8')).toContain('this is no database')
    }],
    ['a death between the old file and the new one', async () => {
      await rm(file)
      await writeFile(`${file}-edits-a`, 'of the damaged one')
    }],
  ])('P6.6: a restore that was stopped by %s goes on with the next start: nobody gets an empty class in silence', async (_what, stop) => {
    const before = await open()
    await before.documents.create('g1', 'c1', bytes('in the copy'), 1)
    await before.backup()
    await before.close()
    await writeFile(file, 'this is no database '.repeat(1_000))
    await stop()
    const after = await open()
    expect(after.restored?.fromMinute).toBeGreaterThan(0)
    expect((await after.documents.load('g1'))?.updates).toEqual([bytes('in the copy')])
    await after.close()
    for (const name of await readdir(folder)) if (!name.includes('.damaged-') && name.includes('-edits-')) expect(await readFile(join(folder, name), 'utf8')).not.toContain('of the damaged one')
  })

  it('P6.6: damage inside is found too, and without any copy the start succeeds empty', async () => {
    const before = await open()
    for (let index = 0; index < 200; index++) await before.documents.create(`g${index}`, 'c1', new Uint8Array(500), 1)
    await before.close()
    const content = await readFile(file)
    content.fill(0x55, 8_192)
    await writeFile(file, content)
    const after = await open()
    expect(after.restored).toEqual({ fromMinute: null })
    expect(await after.documents.load('g7')).toBeUndefined()
    await after.close()
  })

  it('P6.6: a row that can\'t be taken apart is left out and stays; the others make a document', async () => {
    const before = await open()
    for (const documentId of ['g1', 'g2']) {
      await before.documents.create(documentId, 'c1', seed('seed'), 1)
      await before.documents.append([1, 2].map((at) => ({ kind: 'update', documentId, update: seed(`more ${at}`), at } as const)))
    }
    await before.close()
    const { open: openDriver } = await findDriver()
    const driver = openDriver(file)
    expect(driver.prepare(`UPDATE updates SET bytes = x'05' WHERE kind = 2 AND document_id = 'g1'`).run([]).changes).toBe(1)
    driver.close()
    const after = await open()
    expect(await after.documents.load('g1')).toMatchObject({ damaged: true, updates: [expect.any(Uint8Array)] })
    expect(await after.documents.load('g2')).toMatchObject({ damaged: false, updates: [1, 2, 3].map(() => expect.any(Uint8Array)) })
    await after.close()
  })

  it('P6.6: another program’s database is left whole, aside', async () => {
    const { open: openDriver } = await findDriver()
    const foreign = openDriver(file)
    foreign.exec("CREATE TABLE classes (mine TEXT); INSERT INTO classes VALUES ('theirs')")
    foreign.close()
    const storage = await open()
    expect(storage.restored).toEqual({ fromMinute: null })
    await storage.close()
    const aside = (await readdir(folder)).find((name) => name.includes('.damaged-')) ?? ''
    expect(new TextDecoder().decode(await readFile(join(folder, aside)))).toContain('theirs')
  })

  it('a file of a newer program is refused, not moved', async () => {
    await (await open()).close()
    const { open: openDriver } = await findDriver()
    const newer = openDriver(file)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    await expect(open()).rejects.toMatchObject({ code: 'newer-file' })
    expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toEqual([])
  })

  it('keeps the twelve newest copies', async () => {
    const storage = await open()
    const made = []
    for (let count = 0; count < 15; count++) {
      const copy = await storage.backup()
      made.push(basename(copy?.file ?? ''))
    }
    expect((await readdir(join(folder, 'backups'))).sort()).toEqual([...new Set(made)].sort().slice(-12))
    await storage.close()
  })

  it('P5.14: what was set aside of a file that is lost itself goes with a wipe, too', async () => {
    const storage = await open()
    await storage.classes.save(buildClassState())
    for (const left of ['-edits-a', '-wal']) await writeFile(`${file}.damaged-2026-01-01T00-00-00.000Z${left}`, 'what people wrote')
    await storage.classes.wipe('c1')
    expect((await readdir(folder)).filter((name) => name.includes('.damaged-'))).toEqual([])
    await storage.close()
  })

  it('P5.14: a copy that is under way while a class is wiped goes too', async () => {
    const secret = 'Customer Number One Ltd'
    const storage = await open()
    await storage.classes.save(buildClassState({ trainerName: secret }))
    const copies = [storage.backup(), storage.backup()]
    await storage.classes.wipe('c1')
    await Promise.all(copies)
    const names = await readdir(join(folder, 'backups'))
    const contents = await Promise.all(names.map((name) => readFile(join(folder, 'backups', name), 'latin1')))
    expect(contents.length).toBeGreaterThan(0)
    expect(contents.filter((content) => content.includes(secret))).toEqual([])
    await storage.close()
  })

  it('P5.14: after a wipe no file says anything of the class any more, copies included', async () => {
    const secret = 'Customer Number One Ltd'
    const storage = await open()
    await storage.classes.save(buildClassState({ trainerName: secret }))
    await storage.classes.save(buildClassState({ id: 'c2', code: '222222', trainerName: 'stays' }))
    await storage.documents.create('g1', 'c1', bytes(secret.repeat(50)), 1)
    await storage.documents.append([{ kind: 'held', documentId: 'g1', participantId: 'p', update: bytes(secret), at: 1 }])
    await storage.sessions.put({ tokenHash: secret, kind: 'participant', classId: 'c1', participantId: 'p', createdAt: 1, expiresAt: 2 })
    await storage.backup()
    await writeFile(join(folder, 'backups', 'ketu-2026-01-01T00-00-00.000Z.db.part'), `of a process that was killed: ${secret}`)
    await storage.classes.wipe('c1')
    const everything = async (where: string): Promise<string> => {
      const names = await readdir(where, { recursive: true, withFileTypes: true })
      const files = names.filter((one) => one.isFile())
      return (await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), 'latin1')))).join('')
    }
    expect(await everything(folder)).not.toContain(secret)
    expect(await everything(join(folder, 'backups'))).toContain('stays')
    expect(await storage.classes.find('c2')).toBeDefined()
    await storage.close()
  })
})
