import { Worker } from 'node:worker_threads'
import type { IntakeTable } from '../../shared/intake/table.ts'
import { Refusal, type RefusalReason } from '../../shared/protocol/reply.ts'
import type { ClassArchive } from '../domain/archive/ClassArchive.ts'
import type { FileWork } from '../domain/intake/FileWork.ts'
import type { Log } from '../domain/Log.ts'
import { oneByOne } from '../domain/oneByOne.ts'

/** What the thread is asked for. */
export type FileTask =
  | { readonly kind: 'table'; readonly bytes: Uint8Array }
  | { readonly kind: 'unpack'; readonly bytes: Uint8Array }
  | { readonly kind: 'pack'; readonly archive: ClassArchive }
export type FileReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: RefusalReason; readonly message: string; readonly unexpected?: true }

export interface ThreadLimits {
  readonly timeMs: number
  /** An archive of a large class holds tens of megabytes, and comes from the trainer alone. */
  readonly archiveTimeMs: number
  readonly memoryMb: number
  /** Tasks that may wait; each is done alone, because the laptop also runs the class. */
  readonly waiting: number
}
export const defaultThreadLimits: ThreadLimits = { timeMs: 10_000, archiveTimeMs: 60_000, memoryMb: 256, waiting: 12 }

/** Built, the thread is a file beside the server's. */
const program = new URL(import.meta.url.endsWith('.ts') ? './sourceWork.mjs' : './fileWork.js', import.meta.url)

export interface FileThread extends FileWork {
  close(): Promise<void>
}

/**
 * One file after the other, in a thread that is ended when one takes too long or too much memory; the next gets a new one.
 * It starts with the first file: most days have few.
 */
export function createFileThread(log: Log, limits: ThreadLimits = defaultThreadLimits): FileThread {
  let worker: Worker | null = null
  const queue = oneByOne()
  let waiting = 0

  async function end(): Promise<void> {
    const ended = worker
    worker = null
    await ended?.terminate()
  }
  async function run(task: FileTask): Promise<unknown> {
    const asked = (worker ??= start(limits))
    const reply = await answerOf(asked, task, task.kind === 'table' ? limits.timeMs : limits.archiveTimeMs).catch(async (error: unknown) => {
      await end()
      throw error
    })
    if (reply.ok) return reply.value
    if (reply.unexpected) log.warn('file.unexpected', { message: reply.message })
    throw new Refusal(reply.reason, reply.message)
  }
  async function inTurn(task: FileTask): Promise<unknown> {
    if (waiting >= limits.waiting) throw new Refusal('too-fast', 'too many files at once')
    waiting += 1
    try {
      return await queue(() => run(task))
    } finally {
      waiting -= 1
    }
  }
  return {
    // The thread is ours, built from the same sources: what it answers has these types.
    readTable: async (bytes) => (await inTurn({ kind: 'table', bytes })) as IntakeTable,
    packArchive: async (archive) => (await inTurn({ kind: 'pack', archive })) as Uint8Array,
    unpackArchive: async (bytes) => (await inTurn({ kind: 'unpack', bytes })) as ClassArchive,
    close: end,
  }
}

function start({ memoryMb }: ThreadLimits): Worker {
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 }, execArgv: [], env: {} })
  worker.unref()
  // Whoever waits for it is told by `answerOf`; without any listener the process would end.
  worker.on('error', () => undefined)
  return worker
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** @throws Refusal 'file-too-large' when the file takes too long or too much memory; whatever ends the thread otherwise */
function answerOf(worker: Worker, task: FileTask, timeMs: number): Promise<FileReply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      worker.off('message', answered).off('error', failed).off('exit', ended)
      act()
    }
    const tooMuch = (message: string): void => settle(() => reject(new Refusal('file-too-large', message)))
    const answered = (reply: FileReply): void => settle(() => resolve(reply))
    const failed = (error: unknown): void => (isOutOfMemory(error) ? tooMuch('took too much memory') : settle(() => reject(error)))
    const ended = (): void => settle(() => reject(new Error('the thread ended')))
    const timer = setTimeout(() => tooMuch('took too long'), timeMs)
    worker.on('message', answered).on('error', failed).on('exit', ended)
    worker.postMessage(task)
  })
}
