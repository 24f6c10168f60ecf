import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadCalls } from '../load/contract.ts'
import type { Ready, ServerCalls, ServerSetup } from '../servers/contract.ts'
import { outFolder, programFile, type Program } from './build.ts'
import { callsTo, type Remote } from './calls.ts'

export interface ServerChoice {
  readonly name: string
  readonly program: Exclude<Program, 'load'>
  /** What outlives the process, or the last connection. */
  readonly keeps: 'nothing' | 'memory' | 'disk'
  readonly environment?: Readonly<Record<string, string>>
}
export interface RunningServer {
  readonly ready: Ready
  readonly calls: Remote<ServerCalls>
  stop(): Promise<void>
  /** As a power switch would, as far as a process can. */
  kill(): Promise<void>
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

export async function startServer(choice: ServerChoice, setup: ServerSetup): Promise<RunningServer> {
  const child = fork(programFile(choice.program), {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production', ...choice.environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const calls = callsTo<ServerCalls>(child, choice.name)
  const ready = await calls.ready(setup)
  return {
    ready, calls,
    async stop() {
      // It may have been killed, or stopped already.
      if (child.exitCode === null && child.signalCode === null) await calls.stop(null)
      await ended(child)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
  }
}

export interface RunningLoad {
  readonly calls: Remote<LoadCalls>
  stop(): Promise<void>
}
export function startLoad(): RunningLoad {
  const child = fork(programFile('load'), { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const calls = callsTo<LoadCalls>(child, 'load')
  return {
    calls,
    async stop() {
      child.disconnect()
      await ended(child)
    },
  }
}

/** An empty folder on the disk of this repository, gone when `work` is done. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(outFolder, 'data-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
