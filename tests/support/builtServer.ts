import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locale } from '../../shared/language/locale.ts'
import { ROOM_HOST } from './chromium.mjs'

/** The program as people start it: the built server in a process of its own, with a data folder of its own. */
export interface BuiltServer {
  /** As a device in the room sees it: not localhost, so not a secure context. */
  readonly roomUrl: string
  readonly localUrl: string
  /** A one-time key of the trainer's link, as the terminal printed it; new after each start. */
  readonly trainerKey: string
  /** Of the process of the last start. */
  readonly pid: number
  readonly dataFolder: string
  /** As a crash does it. */
  kill(): Promise<void>
  /** Its process stands still, as on a laptop that sleeps; what is sent meanwhile waits or is lost as the network likes. */
  suspend(): void
  resume(): void
  /** As Ctrl-C does it. */
  stop(): Promise<void>
  /** Again, with the same port and data. */
  start(): Promise<void>
  /** Everything that it has printed. */
  output(): string
  dispose(): Promise<void>
}

export interface BuiltServerOptions {
  /** A free one unless given. */
  readonly port?: number
  readonly locale?: Locale
  /** The program's file; the built one unless given. */
  readonly main?: string
}

const START_MS = 20_000
/** Another build than the tree's own, for trying one without waiting for the other. */
const built = process.env.KETU_DIST ?? new URL('../../dist', import.meta.url).pathname

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

export async function startBuiltServer(options: BuiltServerOptions = {}): Promise<BuiltServer> {
  const data = await mkdtemp(join(tmpdir(), 'ketu-e2e-'))
  const port = options.port ?? (await freePort())
  const main = options.main ?? join(built, 'server', 'main.js')
  let child: ChildProcess | undefined
  let printed = ''
  let trainerKey = ''

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [main, '--port', String(port), '--data', data, '--lang', options.locale ?? 'zh-CN'], {
      env: { ...process.env, KETU_HOSTS: ROOM_HOST, KETU_NO_OPEN: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    let fresh = ''
    trainerKey = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the server was not ready within ${START_MS} ms:\n${fresh}`)), START_MS)
      const read = (chunk: Buffer): void => {
        fresh += chunk.toString()
        printed += chunk.toString()
        const key = /#key=([\w-]+)/.exec(fresh)?.[1]
        if (!key) return
        clearTimeout(timer)
        resolve(key)
      }
      started.stdout.on('data', read)
      started.stderr.on('data', read)
      started.once('exit', (code) => {
        clearTimeout(timer)
        reject(new Error(`the server ended with ${code}:\n${fresh}`))
      })
    })
  }
  async function end(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await gone
  }

  await start()
  return {
    roomUrl: `http://${ROOM_HOST}:${port}`,
    localUrl: `http://127.0.0.1:${port}`,
    get trainerKey() {
      return trainerKey
    },
    get pid() {
      if (child?.pid === undefined) throw new Error('the server has no process')
      return child.pid
    },
    dataFolder: data,
    start,
    kill: () => end('SIGKILL'),
    suspend: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    stop: () => end('SIGINT'),
    output: () => printed,
    async dispose() {
      await end('SIGINT')
      await rm(data, { recursive: true, force: true })
    },
  }
}
