import type { Storage } from '../../../server/domain/Storage.ts'
import type { DocumentStore, StoredDocument } from '../../../server/domain/room/DocumentStore.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import type { Random } from '../../support/random.ts'
import { Gate } from './gate.ts'
import { silentLog } from '../../../server/log.ts'

/** One of the moods below. */
export class DiskRefuses extends Error {}

/** A server process; once it is dead nothing that it began goes on. */
export interface Life {
  alive: boolean
}
export const never = new Promise<never>(() => undefined)

/** What a class stands on, and what ails it. */
export interface Disk {
  isFull: boolean
  isUnreadable: boolean
  syncFails: boolean
  /** Calls wait from now on. */
  slow(): void
  fast(): void
  heal(): void
  /** What is stored, whatever the disk's mood. */
  look(documentId: string): Promise<StoredDocument | undefined>
  /** The same without what only waits to be stored for good, and for how long it may when nobody writes any more. */
  lookAtDatabase(documentId: string): Promise<StoredDocument | undefined>
  readonly waitsMs: number
  /** The power may take what was written earlier and leave what was written later, of what nobody was told that it is saved. */
  readonly leavesGaps: boolean
  /** The store as one process has it. */
  seenBy(life: Life): DocumentStore
  /** What the process left that was killed is found by the next one. */
  killed(): Promise<void>
  /** The process ends in good order, and the next one begins. */
  restarted(): Promise<void>
  /** Everything that was not synced may be gone. @returns how many writes are */
  cutPower(random: Random): Promise<number>
  /** Takes a safety copy, or tries. */
  copy(): Promise<void>
  /** Work of other threads, which no time of ours moves on. */
  threads(): Promise<void>
  close(): Promise<void>
}
const openMemory = (): Promise<Storage> => openSqlite({ file: ':memory:', log: silentLog })

/** SQLite on a disk that can be slow, full, unreadable, unable to sync, and that forgets what was not synced when the power goes. */
export class MemoryDisk implements Disk {
  isFull = false
  isUnreadable = false
  syncFails = false
  private storage: Storage
  /** Everything that was ever written, in order; those up to `synced` survive a loss of power. */
  private readonly writes: ((store: DocumentStore) => Promise<unknown>)[] = []
  private synced = 0
  private readonly gate = new Gate()
  private readonly random: Random

  private constructor(storage: Storage, random: Random) {
    this.storage = storage
    this.random = random
  }
  static open = async (random: Random): Promise<Disk> => new MemoryDisk(await openMemory(), random)
  close = (): Promise<void> => this.storage.close()

  /** Calls wait from now on, some before and some after they have done their work. */
  slow(): void {
    this.gate.shut()
  }
  fast(): void {
    this.gate.open()
  }
  heal(): void {
    this.isFull = this.isUnreadable = this.syncFails = false
    this.fast()
  }
  /** What is stored, whatever the disk's mood. */
  look = (documentId: string): Promise<StoredDocument | undefined> => this.storage.documents.load(documentId)

  readonly waitsMs = 0
  readonly leavesGaps = false
  lookAtDatabase = this.look
  /** The store as one process has it. */
  seenBy(life: Life): DocumentStore {
    const passing = async <T>(work: () => Promise<T>): Promise<T> => {
      const { opened } = this.gate
      if (!opened) return work()
      const early = this.random.below(2) === 0 ? { value: await work() } : null
      await opened
      if (!life.alive) return never
      return early ? early.value : work()
    }
    const alive = async <T>(work: () => Promise<T>): Promise<T> => (life.alive ? passing(work) : never)
    return {
      create: (...given) => alive(() => this.write((store) => store.create(...given)).then(() => this.sync())),
      load: (documentId) => alive(() => this.read(documentId)),
      append: (batch) => alive(() => this.write((store) => store.append(batch))),
      syncToDisk: () => alive(() => this.sync()),
      compact: (...given) => alive(() => this.write((store) => store.compact(...given))),
      size: (documentId) => alive(() => this.storage.documents.size(documentId)),
    }
  }
  // What was written is there, whatever became of the process.
  killed = async (): Promise<void> => undefined
  restarted = async (): Promise<void> => undefined
  copy = async (): Promise<void> => undefined
  threads = async (): Promise<void> => undefined
  /** Everything that was not synced may be gone; a disk keeps some of it, from the first on. */
  async cutPower(random: Random): Promise<number> {
    const kept = this.synced + random.below(this.writes.length - this.synced + 1)
    const lost = this.writes.splice(kept).length
    this.synced = kept
    await this.storage.close()
    this.storage = await openMemory()
    for (const write of this.writes) await write(this.storage.documents)
    return lost
  }

  private async write<T>(write: (store: DocumentStore) => Promise<T>): Promise<T> {
    if (this.isFull) throw new DiskRefuses('the disk is full')
    // The store works before it first waits, so this is the order on disk.
    this.writes.push(write)
    return write(this.storage.documents)
  }
  private async sync(): Promise<void> {
    const written = this.writes.length
    if (this.syncFails) throw new DiskRefuses('the disk does not sync')
    this.synced = Math.max(this.synced, written)
  }
  private async read(documentId: string): Promise<StoredDocument | undefined> {
    if (this.isUnreadable) throw new DiskRefuses('the disk does not read')
    return this.storage.documents.load(documentId)
  }
}
