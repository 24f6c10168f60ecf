import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'

const allow = (pid: number, bytes: number | 'unlimited'): void => {
  // The soft limit alone, which may be lifted again by whoever set it.
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
}
/**
 * No file of a running process may grow beyond `bytes`: the kernel cuts the write that would, and refuses those after it,
 * as it does when a disk is full. Node ignores the signal that comes with it.
 */
export const fillDisk = (pid: number, bytes: number): void => allow(pid, bytes)
export const makeRoom = (pid: number): void => allow(pid, 'unlimited')

export const bytesOfFile = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
/** On Linux, and where util-linux is: elsewhere a test can't take a process its disk. */
export function canFillDisk(): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' })
    return process.platform === 'linux'
  } catch {
    return false
  }
}
