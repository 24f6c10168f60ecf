import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from './domain/machine/Disk.ts'

/** The disk that holds `folder`. A folder that is gone for a moment says nothing: failing writes are noticed elsewhere. */
export const diskOf = (folder: string): Disk => ({
  async freeBytes() {
    try {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    } catch {
      return null
    }
  },
})

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Bytes of each file in `folder` by its name, and of each folder in it as a whole. What goes away meanwhile is left out. */
export async function fileSizes(folder: string): Promise<Readonly<Record<string, number>>> {
  const sizes: Record<string, number> = {}
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    try {
      const path = join(folder, entry.name)
      sizes[entry.name] = entry.isDirectory() ? sum(Object.values(await fileSizes(path))) : (await stat(path)).size
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  return sizes
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
