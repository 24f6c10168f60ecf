import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { aptInstall } from './aptInstall.mjs'

const writes = ['write', 'pwrite64', 'writev', 'pwritev'] as const
/** What only reads goes on, as it does on such a disk. */
const changes = [...writes, 'fsync', 'fdatasync', 'ftruncate', 'openat', 'open', 'mkdir', 'rename', 'unlink'] as const

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))

/**
 * Every file in `folder` refuses a running process whatever would change it, as a disk does that the system has turned
 * read-only in the middle: files that are open by then refuse, too. Ends with what is returned.
 */
export const turnReadOnly = (pid: number, folder: string, code: 'EROFS' | 'EIO'): Promise<() => Promise<void>> =>
  refuse(pid, [folder, join(folder, 'backups'), ...filesIn(folder)], changes, code)

/** There is no room for anything more in these files; all else may be done with them. */
export const refuseWrites = (pid: number, files: readonly string[]): Promise<() => Promise<void>> => refuse(pid, files, writes, 'ENOSPC')

async function refuse(pid: number, files: readonly string[], calls: readonly (typeof changes)[number][], code: 'EROFS' | 'EIO' | 'ENOSPC'): Promise<() => Promise<void>> {
  const paths = files.flatMap((path) => ['-P', path])
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...paths, '-e', `inject=${calls.join(',')}:error=${code}`, '-o', '/dev/null'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    tracer.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('attached')) resolve()
    })
    tracer.once('exit', (status) => reject(new Error(`strace ended with ${status}: ${said}`)))
  })
  return async () => {
    const ended = once(tracer, 'exit')
    tracer.kill('SIGINT')
    await ended
  }
}

/** On Linux, where strace is and may follow another process; CI installs it. */
export function canTurnReadOnly(): boolean {
  const isThere = (): boolean => spawnSync('strace', ['--version']).status === 0
  if (process.env['CI'] && !isThere()) aptInstall('strace for the tests of a disk that fails', ['strace'])
  try {
    execFileSync('strace', ['-o', '/dev/null', '-e', 'inject=mkdir:error=EROFS', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
