import { statfs } from 'node:fs/promises'
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
