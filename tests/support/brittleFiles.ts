import fs from 'node:fs'
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { Worker } from 'node:worker_threads'
import { editLogFiles } from '../../server/storage/sqlite/files.ts'
import { nodeSqlite } from '../../server/storage/sqlite/nodeSqliteDriver.ts'

/** What happens to the calls that the storage makes to the system. */
export interface FileMoods {
  /** Of a record of the log of edits, how many bytes are written; less than all: the disk is full. @throws what the system says */
  write(path: string, position: number, bytes: number): number
  /** Called before a transaction begins, and before it is committed. @throws what SQLite says */
  transact(): void
  /** In place of a sync. @throws what the system says */
  sync(path: string): Promise<void>
}

const isEditLog = (path: string): boolean => editLogFiles.some((suffix) => path.endsWith(suffix))

interface Database {
  exec(sql: string): unknown
}
const isMaker = (module: unknown): module is new (file: string) => Database & { close(): void } => typeof module === 'function'
/** What all databases of the driver in use are made of. */
async function databasePrototype(): Promise<Database> {
  const module = nodeSqlite() ? Object.entries(process.getBuiltinModule('node:sqlite') ?? {}).find(([name]) => name === 'DatabaseSync')?.[1] : (await import('libsql')).default
  if (!isMaker(module)) throw new TypeError('no SQLite')
  const probe = new module(':memory:')
  probe.close()
  return Object.getPrototypeOf(probe)
}

/**
 * From now on the log of edits, the database and its syncs have moods. Nothing is really synced: a process that dies loses
 * nothing by that. @returns what ends it, and what is under way in other threads.
 */
export async function brittleFiles(moods: FileMoods) {
  const { openSync, writeSync } = fs
  const { open } = files
  const { postMessage } = Worker.prototype
  const prototype = await databasePrototype()
  const { exec } = prototype
  const paths = new Map<number, string>()
  const underWay = new Set<Promise<unknown>>()
  function follow<T>(work: Promise<T>): Promise<T> {
    const end = work.catch(() => undefined).finally(() => underWay.delete(end))
    underWay.add(end)
    return work
  }

  fs.openSync = (...given: Parameters<typeof openSync>) => {
    const descriptor = openSync(...given)
    paths.set(descriptor, String(given[0]))
    return descriptor
  }
  const brittleWrite = (...given: unknown[]): unknown => {
    const [descriptor, bytes, offset, , position] = given
    const path = typeof descriptor === 'number' ? (paths.get(descriptor) ?? '') : ''
    if (typeof position !== 'number' || !ArrayBuffer.isView(bytes) || !isEditLog(path)) return Reflect.apply(writeSync, fs, given)
    return Reflect.apply(writeSync, fs, [descriptor, bytes, offset, moods.write(path, position, bytes.byteLength), position])
  }
  Object.assign(fs, { writeSync: brittleWrite })
  files.open = async (...given: Parameters<typeof open>) => {
    const handle = await follow(open(...given))
    handle.datasync = () => moods.sync(String(given[0]))
    return handle
  }
  prototype.exec = function (this: Database, sql: string) {
    if (sql === 'BEGIN IMMEDIATE' || sql === 'COMMIT') moods.transact()
    return Reflect.apply(exec, this, [sql])
  }
  Worker.prototype.postMessage = function (this: Worker, chore: unknown) {
    void follow(new Promise((resolve) => this.once('message', resolve).once('exit', resolve)))
    return Reflect.apply(postMessage, this, [chore])
  }
  syncBuiltinESMExports()
  return {
    threads: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    end() {
      Object.assign(fs, { openSync, writeSync })
      Object.assign(files, { open })
      Object.assign(prototype, { exec })
      Object.assign(Worker.prototype, { postMessage })
      syncBuiltinESMExports()
    },
  }
}
