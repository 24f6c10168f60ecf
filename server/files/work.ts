import { parentPort } from 'node:worker_threads'
import { packArchive, unpackArchive } from '../domain/archive/archiveFile.ts'
import { readTable } from '../domain/intake/readTable.ts'
import { Refusal } from '../../shared/protocol/reply.ts'
import type { FileReply, FileTask } from './fileThread.ts'

/* The thread's own side: one task, one answer. */
parentPort?.on('message', (task: FileTask) => {
  parentPort?.postMessage(answerTo(task))
})

function answerTo(task: FileTask): FileReply {
  try {
    return { ok: true, value: done(task) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason, message: error.message }
    // A file that our reader did not expect. It says which of our lines that was, nothing of the file.
    return { ok: false, reason: 'file-damaged', message: error instanceof Error ? (error.stack ?? error.message) : 'unexpected', unexpected: true }
  }
}

function done(task: FileTask): unknown {
  switch (task.kind) {
    case 'table': return readTable(task.bytes)
    case 'pack': return packArchive(task.archive)
    case 'unpack': return unpackArchive(task.bytes)
  }
}
