import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DocumentStore, StoredDocument } from '../../../server/domain/room/DocumentStore.ts'
import type { Storage } from '../../../server/domain/Storage.ts'
import { companions, editLogFiles } from '../../../server/storage/sqlite/files.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { brittleFiles } from '../../support/brittleFiles.ts'
import type { Random } from '../../support/random.ts'
import { DiskRefuses, never, type Disk, type Life } from './disk.ts'
import { AppendedFile, WrittenFile } from './durable.ts'
import { Gate } from './gate.ts'
import { silentLog } from '../../../server/log.ts'

/** Which calls fail, and how many of a hundred. */
interface Trouble {
  readonly where: 'everywhere' | 'log' | 'database'
  readonly percent: number
}
/** How often things happened, so that a run can't be right by doing nothing. */
export const troubles = { refusedWrites: 0, tornWrites: 0, refusedTransactions: 0, failedSyncs: 0 }
const NAME = 'ketu.db'

/** The storage as it really is, in files of their own, whose every write and sync may fail, for good or now and then. */
export class FileDisk implements Disk {
  isUnreadable = false
  private full: Trouble | null = null
  private deaf: Trouble | null = null
  private readonly gate = new Gate()
  private readonly root = mkdtempSync(join(tmpdir(), 'ketu-files-'))
  private folders = 0
  private folder = ''
  private storage: Storage | null = null
  private readonly dead: Storage[] = []
  /** What the power would leave. */
  private readonly logs = new Map<string, WrittenFile>(editLogFiles.map((suffix) => [suffix, new WrittenFile()]))
  private wal = new AppendedFile()
  /** The database as its log finds it. */
  private moved: Buffer = Buffer.alloc(0)
  private readonly random: Random
  private files: Awaited<ReturnType<typeof brittleFiles>> | null = null

  private constructor(random: Random) {
    this.random = random
  }
  static async open(random: Random): Promise<Disk> {
    const disk = new FileDisk(random)
    disk.files = await brittleFiles({
      write: (path, position, bytes) => {
        const file = disk.logOf(path)
        if (!disk.happens(disk.full, 'log')) {
          file?.wrote(position, bytes)
          return bytes
        }
        if (random.below(2) === 0) {
          troubles.refusedWrites++
          throw new DiskRefuses('ENOSPC: no space left on device')
        }
        troubles.tornWrites++
        const written = random.below(bytes)
        file?.wrote(position, written)
        return written
      },
      transact: () => {
        if (!disk.happens(disk.full, 'database')) return
        troubles.refusedTransactions++
        throw new DiskRefuses('database or disk is full')
      },
      sync: (path) => disk.sync(path),
    })
    disk.folder = disk.copyFiles()
    await disk.boot()
    return disk
  }
  set isFull(isSo: boolean) {
    this.full = isSo ? this.trouble() : null
  }
  set syncFails(isSo: boolean) {
    this.deaf = isSo ? this.trouble() : null
  }
  slow(): void {
    this.gate.shut()
  }
  fast(): void {
    this.gate.open()
  }
  heal(): void {
    this.full = this.deaf = null
    this.isUnreadable = false
    this.fast()
  }
  look = (documentId: string): Promise<StoredDocument | undefined> => this.running.documents.load(documentId)
  /** Twice as long as the database lets edits wait, which it takes over every five seconds. */
  readonly waitsMs = 10_000
  readonly leavesGaps = true
  lookAtDatabase = async (documentId: string): Promise<StoredDocument | undefined> => {
    const folder = this.copyFiles()
    for (const suffix of editLogFiles) rmSync(join(folder, NAME + suffix), { force: true })
    const storage = await openSqlite({ file: join(folder, NAME), log: silentLog })
    const found = await storage.documents.load(documentId)
    await storage.close()
    return found
  }
  seenBy(life: Life): DocumentStore {
    const { documents } = this.running
    const alive = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!life.alive) return never
      const result = await work().catch((error: unknown) => (life.alive ? Promise.reject(error) : never))
      return life.alive ? result : never
    }
    return {
      create: (...given) => alive(() => documents.create(...given)),
      load: (documentId) => alive(async () => {
        if (this.isUnreadable) throw new DiskRefuses('the disk does not read')
        return documents.load(documentId)
      }),
      append: (batch) => alive(() => documents.append(batch)),
      syncToDisk: () => alive(documents.syncToDisk),
      compact: (...given) => alive(() => documents.compact(...given)),
      size: (documentId) => alive(() => documents.size(documentId)),
    }
  }
  async killed(): Promise<void> {
    // The next start waits for the disk.
    this.fast()
    this.dead.push(this.running)
    this.folder = this.copyFiles()
    this.lookAtDatabaseFile()
    for (const file of [...this.logs.values(), this.wal]) file.killed()
    await this.boot()
  }
  async restarted(): Promise<void> {
    await this.running.close()
    this.wal = new AppendedFile()
    for (const suffix of editLogFiles) if (!existsSync(this.file(suffix))) this.logs.set(suffix, new WrittenFile())
    await this.boot()
  }
  async cutPower(): Promise<number> {
    this.fast()
    this.dead.push(this.running)
    this.folder = this.copyFiles()
    this.lookAtDatabaseFile()
    rmSync(this.file('-shm'), { force: true })
    let lost = 0
    for (const [suffix, { bytes }] of [...this.logs, ['-wal', this.wal] as const]) {
      if (!existsSync(this.file(suffix)) || readFileSync(this.file(suffix)).equals(bytes)) continue
      lost++
      writeFileSync(this.file(suffix), bytes)
    }
    for (const log of this.logs.values()) log.cut()
    await this.boot()
    return lost
  }
  async copy(): Promise<void> {
    await this.running.backup().catch(() => undefined)
  }
  threads = async (): Promise<void> => this.files?.threads()
  async close(): Promise<void> {
    this.heal()
    await this.running.close()
    for (const storage of this.dead) await storage.close()
    this.files?.end()
    rmSync(this.root, { recursive: true })
  }

  private get running(): Storage {
    if (!this.storage) throw new Error('no storage')
    return this.storage
  }
  private async boot(): Promise<void> {
    this.storage = await openSqlite({ file: this.file(), log: silentLog })
    this.moved = readFileSync(this.file())
    if (this.folders === 1) this.wal.moved(readFileSync(this.file('-wal')))
  }
  private file = (suffix = ''): string => join(this.folder, NAME + suffix)
  private logOf = (path: string): WrittenFile | undefined => (dirname(path) === this.folder ? this.logs.get(editLogFiles.find((suffix) => path.endsWith(suffix)) ?? '') : undefined)
  /** The log was moved into it: SQLite has synced the one before the other. */
  private lookAtDatabaseFile(): void {
    const now = readFileSync(this.file())
    if (now.equals(this.moved)) return
    this.moved = now
    this.wal.moved(readFileSync(this.file('-wal')))
  }
  /** @returns a new folder with the files as they are at this moment */
  private copyFiles(): string {
    const folder = join(this.root, String(this.folders++))
    mkdirSync(folder)
    // The file before its log: what moves from the log into the file meanwhile is then in both.
    for (const suffix of companions) if (existsSync(this.file(suffix))) copyFileSync(this.file(suffix), join(folder, NAME + suffix))
    return folder
  }
  private trouble = (): Trouble => ({ where: this.random.pick(['everywhere', 'log', 'database'] as const), percent: this.random.pick([100, 50, 20]) })
  private happens(trouble: Trouble | null, where: 'log' | 'database'): boolean {
    return trouble !== null && (trouble.where === 'everywhere' || trouble.where === where) && this.random.below(100) < trouble.percent
  }
  private async sync(path: string): Promise<void> {
    const isWal = path.endsWith('-wal')
    const file = isWal && dirname(path) === this.folder ? this.wal : this.logOf(path)
    if (isWal && file) this.lookAtDatabaseFile()
    const ends = file?.syncs(readFileSync(path))
    await nextTurn()
    await this.gate.opened
    const isGood = !this.happens(this.deaf, isWal ? 'database' : 'log')
    // Of a process that is dead by now nobody knows what became of it.
    if (dirname(path) === this.folder) ends?.(isGood)
    if (isGood) return
    troubles.failedSyncs++
    throw new DiskRefuses('EIO: i/o error, fdatasync')
  }
}
