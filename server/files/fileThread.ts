import { Worker } from 'node:worker_threads'
import type { IntakeTable } from '../../shared/intake/table.ts'
import { Refusal, type RefusalReason } from '../../shared/protocol/reply.ts'
import type { FileWork } from '../domain/intake/FileWork.ts'
import type { Log } from '../domain/Log.ts'

/** What the thread is asked for. */
export type FileTask = { readonly kind: 'table'; readonly bytes: Uint8Array }
export type FileReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: RefusalReason; readonly message: string; readonly unexpected?: true }

export interface ThreadLimits {
  readonly timeMs: number
  readonly memoryMb: number
  /** Tasks that may wait; each is done alone, because the laptop also runs the class. */
  readonly waiting: number
}
export const defaultThreadLimits: ThreadLimits = { timeMs: 10_000, memoryMb: 192, waiting: 12 }

const here = import.meta.url
/** From its sources the thread reads TypeScript, as the tests and `npm run dev` do; built it is a file beside the server's. */
const isSource = here.endsWith('.ts')
const program = new URL(isSource ? './work.ts' : './fileWork.js', here)

/** One file after the other, each in a thread of its own that is ended when it takes too long or too much memory. */
export function createFileThread(log: Log, limits: ThreadLimits = defaultThreadLimits): FileWork {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function inTurn(task: FileTask): Promise<unknown> {
    if (waiting >= limits.waiting) throw new Refusal('too-fast', 'too many files at once')
    waiting += 1
    const mine = last.then(() => run(task, limits, log))
    last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      waiting -= 1
    }
  }
  return {
    // The thread is ours, built from the same sources: what it answers has this type.
    readTable: async (bytes) => (await inTurn({ kind: 'table', bytes })) as IntakeTable,
  }
}

async function run(task: FileTask, limits: ThreadLimits, log: Log): Promise<unknown> {
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    execArgv: isSource ? ['--import', 'tsx'] : [],
    env: {},
  })
  const reply = await answerOf(worker, task, limits.timeMs).finally(() => worker.terminate())
  if (reply.ok) return reply.value
  if (reply.unexpected) log.warn('file.unexpected', { message: reply.message })
  throw new Refusal(reply.reason, reply.message)
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function answerOf(worker: Worker, task: FileTask, timeMs: number): Promise<FileReply> {
  return new Promise((resolve, reject) => {
    const tooMuch = (message: string): void => resolve({ ok: false, reason: 'file-too-large', message })
    const timer = setTimeout(() => tooMuch('took too long'), timeMs)
    worker.once('message', resolve)
    worker.on('error', (error) => (isOutOfMemory(error) ? tooMuch('took too much memory') : reject(error)))
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the thread ended'))
    })
    worker.postMessage(task)
  })
}
