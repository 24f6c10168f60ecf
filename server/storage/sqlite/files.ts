import { open, rename, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** The two files of the log of edits, beside the database. */
export const editLogFiles = ['-edits-a', '-edits-b'] as const
/** Everything that belongs to a database, itself first, what SQLite keeps beside it too. */
export const companions = ['', ...editLogFiles, '-wal', '-shm', '-journal'] as const

const busy = new Set(['EBUSY', 'EPERM', 'EACCES'])
const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && busy.has(error.code)
export const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Windows and virus scanners let go of a file late: tries again for about 3 s. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let waitMs = 50; ; waitMs *= 2) {
    try {
      return await act()
    } catch (error) {
      if (!isBusy(error) || waitMs > 1_600) throw error
      await wait(waitMs)
    }
  }
}
export const renameFile = (from: string, to: string): Promise<void> => patiently(() => rename(from, to))
export const removeFile = (file: string): Promise<void> => patiently(() => rm(file, { force: true }))

/** Resolves when the disk really has the file. @throws what the disk says */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
/** The same for a folder's list of files, where the system can do that: Windows can't, and needs it less. */
export const syncFolder = (path: string): Promise<void> =>
  open(path, 'r').then((handle) => handle.sync().finally(() => handle.close())).catch(() => undefined)
