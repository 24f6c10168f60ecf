import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Driver, OpenDriver } from './driver.ts'
import { companions, isMissing, removeFile, renameFile, syncFile, syncFolder } from './files.ts'
import { oneByOne } from '../../domain/oneByOne.ts'

const KEPT = 12

/** Writes a whole copy of the open database into a new file. */
type CopyTo = (file: string) => Promise<void>

export interface Backups {
  /** Has a copy written, syncs it, and drops the oldest beyond twelve. A copy is never dated before an earlier one. */
  take(copyTo: CopyTo, now: number): Promise<{ readonly file: string; readonly bytes: number }>
  /** Whether there is a copy, good or not. */
  any(): Promise<boolean>
  /**
   * Moves the database and what lies beside it out of the way, where nothing is ever overwritten, and puts the newest copy
   * that `accept` finds good in its place. Whatever fails, and whenever the process dies, the next start can do the same again.
   * @returns where the old files are, and the instant of the copy, null when there is none
   */
  restoreNewest(accept: (file: string) => boolean, now: number): Promise<{ readonly aside: string; readonly fromMinute: number | null }>
  /** Removes copies, and damaged files that were set aside, in which `contains` is true. @returns how many. */
  removeWhere(contains: (file: string) => boolean): Promise<number>
}

/** Dated safety copies of one database file, in `backups` beside it. */
export function createBackups(file: string): Backups {
  const folder = join(dirname(file), 'backups')
  const stem = basename(file, extname(file))
  const extension = extname(file) || '.db'
  const nameAt = (now: number): string => `${stem}-${new Date(now).toISOString().replaceAll(':', '-')}${extension}`
  const instantOf = (name: string): number => {
    const stamp = name.slice(stem.length + 1, name.length - extension.length)
    return Date.parse(stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'))
  }
  /** Newest first. */
  const copies = async (): Promise<string[]> => {
    const names = await namesIn(folder)
    const ours = names.filter((name) => name.startsWith(`${stem}-`) && name.endsWith(extension) && Number.isFinite(instantOf(name)))
    return ours.sort((a, b) => instantOf(b) - instantOf(a))
  }
  const inTurn = oneByOne()
  const setAsidePrefix = `${basename(file)}.damaged-`

  /** What a process that was killed in the middle of a copy left. */
  async function removeHalves(): Promise<void> {
    const halves = (await namesIn(folder)).filter((name) => name.startsWith(`${stem}-`) && name.endsWith('.part'))
    for (const name of halves) await removeFile(join(folder, name))
  }
  async function take(copyTo: CopyTo, now: number) {
    await mkdir(folder, { recursive: true })
    const [newest] = await copies()
    // A clock that was set back must not make the newest copy look old (P7.3).
    const target = join(folder, nameAt(newest === undefined ? now : Math.max(now, instantOf(newest) + 1)))
    const half = `${target}.part`
    await removeHalves()
    try {
      await copyTo(half)
      await syncFile(half)
    } catch (error) {
      // On a disk that just got full the half of a copy is in the way of the class.
      await removeFile(half)
      throw error
    }
    await renameFile(half, target)
    await syncFolder(folder)
    for (const name of (await copies()).slice(KEPT)) await removeFile(join(folder, name))
    return { file: target, bytes: (await stat(target)).size }
  }
  async function removeWhere(contains: (file: string) => boolean): Promise<number> {
    await removeHalves()
    const old = (await copies()).map((name) => join(folder, name))
    const aside = (await namesIn(dirname(file))).filter((name) => name.startsWith(setAsidePrefix))
    // Also where only what lay beside a database is left: nobody knows what that says.
    const damaged = new Set(aside.map((name) => name.slice(0, name.length - (companions.find((suffix) => suffix !== '' && name.endsWith(suffix))?.length ?? 0))))
    const found = [...old, ...[...damaged].map((name) => join(dirname(file), name))].filter((one) => !existsSync(one) || contains(one))
    for (const one of found) for (const suffix of companions) await removeFile(one + suffix)
    return found.length
  }

  async function setAside(now: number): Promise<string> {
    const target = join(dirname(file), `${setAsidePrefix}${new Date(now).toISOString().replaceAll(':', '-')}`)
    // The database last: what lay beside it must never meet another one.
    for (const suffix of companions.toReversed()) {
      await renameFile(file + suffix, target + suffix).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
    }
    return target
  }

  return {
    any: async () => (await copies()).length > 0,
    take: (copyTo, now) => inTurn(() => take(copyTo, now)),
    async restoreNewest(accept, now) {
      const newest = (await copies()).find((name) => accept(join(folder, name)))
      const half = `${file}.part`
      if (newest !== undefined) {
        // Whole before the damaged one goes: on a full disk that one stays where it is.
        await copyFile(join(folder, newest), half).then(() => syncFile(half)).catch(async (error: unknown) => {
          await removeFile(half)
          throw error
        })
      }
      const aside = await setAside(now)
      if (newest !== undefined) await renameFile(half, file)
      await syncFolder(dirname(file))
      return { aside, fromMinute: newest === undefined ? null : instantOf(newest) }
    },
    // Also a copy that is under way: it may have begun before the wipe.
    removeWhere: (contains) => inTurn(() => removeWhere(contains)),
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

/** True unless the file can be read and surely says nothing of the class: when in doubt it goes. */
export function mentionsClass(open: OpenDriver, file: string, classId: string): boolean {
  let driver: Driver | undefined
  try {
    driver = open(file)
    const rows = driver.prepare('SELECT 1 AS found FROM classes WHERE id = ?1 UNION SELECT 1 FROM documents WHERE class_id = ?1').all([classId])
    return rows.length > 0
  } catch {
    return true
  } finally {
    driver?.close()
  }
}
