import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { aptInstall } from './aptInstall.mjs'

/** What writes, or opens to write. What only reads goes on, as it does on such a disk. */
const calls = ['write', 'pwrite64', 'writev', 'pwritev', 'fsync', 'fdatasync', 'ftruncate', 'openat', 'open', 'mkdir', 'rename', 'unlink']

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))

/**
 * Every file in `folder` refuses a running process whatever would change it, as a disk does that the system has turned
 * read-only in the middle: files that are open by then refuse, too. Ends with what is returned.
 */
export async function turnReadOnly(pid: number, folder: string, code: 'EROFS' | 'EIO'): Promise<() => Promise<void>> {
  const paths = [folder, join(folder, 'backups'), ...filesIn(folder)].flatMap((path) => ['-P', path])
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
