import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { editLogFiles } from '../../server/storage/sqlite/files.ts'
import type { Inspector } from './inspector.ts'

const MB = 1_000_000
const NS_PER_MS = 1_000_000

/** What is watched; the columns of the table. */
export const measures = ['heapMb', 'externalMb', 'rssMb', 'databaseMb', 'walMb', 'editsMb', 'copiesMb', 'sockets', 'lagP99Ms', 'lagMaxMs'] as const
export type Measure = (typeof measures)[number]
export interface Sample {
  readonly atMs: number
  /** Class days that had ended. */
  readonly days: number
  readonly values: Readonly<Record<Measure, number>>
}

const startLag = `globalThis.soakLag = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 10 }); soakLag.enable(); 0`
const readLag = `[soakLag.percentile(99), soakLag.max]`
const resetLag = `soakLag.reset(); 0`
const readMemory = `(({ heapUsed, external, rss }) => [heapUsed, external, rss])(process.memoryUsage())`
const readSockets = `process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length`

/** Looks at a server from outside; what looking costs it (a full collection of garbage) is not part of its lag. */
export async function createSampler(inspector: Inspector, dataFolder: string) {
  const startedAt = performance.now()
  await inspector.evaluate(startLag)
  return async (days: number): Promise<Sample> => {
    const [lagP99, lagMax] = numbersOf(await inspector.evaluate(readLag))
    await inspector.collectGarbage()
    const [heapUsed, external, rss] = numbersOf(await inspector.evaluate(readMemory))
    const [sockets] = numbersOf([await inspector.evaluate(readSockets)])
    const files = await sizesIn(dataFolder)
    await inspector.evaluate(resetLag)
    const sizeOf = (isMeant: (name: string) => boolean): number => files.reduce((bytes, file) => bytes + (isMeant(file.name) ? file.bytes : 0), 0) / MB
    return {
      atMs: performance.now() - startedAt,
      days,
      values: {
        heapMb: (heapUsed ?? 0) / MB,
        externalMb: (external ?? 0) / MB,
        rssMb: (rss ?? 0) / MB,
        databaseMb: sizeOf((name) => name.endsWith('.db')),
        walMb: sizeOf((name) => name.endsWith('-wal')),
        editsMb: sizeOf(isEdits),
        copiesMb: sizeOf((name) => !name.endsWith('.db') && !name.endsWith('-wal') && !isEdits(name)),
        sockets: sockets ?? 0,
        lagP99Ms: (lagP99 ?? 0) / NS_PER_MS,
        lagMaxMs: (lagMax ?? 0) / NS_PER_MS,
      },
    }
  }
}

const isEdits = (name: string): boolean => editLogFiles.some((suffix) => name.endsWith(suffix))
const numbersOf = (value: unknown): number[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [])

/** The files in a folder and one level below; safety copies keep their own names there. */
async function sizesIn(folder: string): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const sizes = entries.map(async (entry) => {
    if (!entry.isFile()) return []
    const isCopy = entry.parentPath !== folder
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
    return found ? [{ name: isCopy ? `${entry.name} copy` : entry.name, bytes: found.size }] : []
  })
  return (await Promise.all(sizes)).flat()
}
