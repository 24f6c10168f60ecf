import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { benchFolder, rootFolder } from './build.ts'

const BEGIN = '<!-- figures: begin -->'
const END = '<!-- figures: end -->'
const Package = z.object({ version: z.string() })
const GB = 1_000_000_000

function versionOf(folder: string, name: string): string {
  return `${name} ${Package.parse(JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))).version}`
}

/** What the figures depend on beside the code. */
export function surroundings(minutes: number): string {
  const [cpu] = cpus()
  const peers = ['@hocuspocus/server', '@hocuspocus/extension-sqlite', '@y/websocket-server', 'y-leveldb', 'ws', 'yjs'].map((name) => versionOf(benchFolder, name))
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} in ${minutes.toFixed(0)} minutes: ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${(totalmem() / GB).toFixed(0)} GB, ${type()} ${release()}, Node ${process.versions.node}.`,
    `Peers: ${peers.join(', ')}. Ketu: ${['yjs', 'ws', 'libsql', 'socket.io'].map((name) => versionOf(rootFolder, name)).join(', ')}.`,
  ].join('\n')
}

/** Replaces the figures in tests/bench/README.md; the words around them stay. */
export function writeFigures(figures: string): void {
  const file = join(benchFolder, 'README.md')
  const page = readFileSync(file, 'utf8')
  const from = page.indexOf(BEGIN)
  const to = page.indexOf(END)
  if (from < 0 || to < from) throw new Error(`${file} has no place for figures`)
  writeFileSync(file, `${page.slice(0, from + BEGIN.length)}\n\n${figures.trim()}\n\n${page.slice(to)}`)
}
