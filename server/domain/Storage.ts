import type { AnswerRepository } from './answers/AnswerRepository.ts'
import type { SessionRepository } from './access/SessionRepository.ts'
import type { CheckpointRepository } from './checkpoint/CheckpointRepository.ts'
import type { ClassRepository } from './class/ClassRepository.ts'
import type { CourseRepository } from './course/CourseRepository.ts'
import type { DayRepository } from './course/DayRepository.ts'
import type { DocumentStore } from './room/DocumentStore.ts'

/** Everything that outlives the process, as one thing to open, copy and close. */
export interface Storage {
  readonly documents: DocumentStore
  readonly classes: ClassRepository
  readonly sessions: SessionRepository
  readonly checkpoints: CheckpointRepository
  readonly answers: AnswerRepository
  readonly courses: CourseRepository
  readonly days: DayRepository
  /**
   * Set when the file could not be read at the start and a safety copy took its place.
   * `fromMinute` is the instant of that copy (ms since 1970), or null when there was none and the server starts empty.
   */
  readonly restored: { readonly fromMinute: number | null } | null
  /** Writes a dated safety copy and keeps the newest twelve. Null when the storage lives in memory only. */
  backup(): Promise<{ readonly file: string; readonly bytes: number } | null>
  /** Leaves one whole file behind, without a journal beside it. */
  close(): Promise<void>
}

/** A storage that can't be opened because another running server has it; `message` says which file. */
export class AlreadyRunning extends Error {
  readonly code = 'already-running'
  constructor(file: string) {
    super(`Another running Ketu server uses ${file}. Stop it first, or choose another data folder.`)
    this.name = 'AlreadyRunning'
  }
}
