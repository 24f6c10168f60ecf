import type { StoredAnswer } from '../answers/AnswerRepository.ts'
import type { StoredCheckpoint } from '../checkpoint/CheckpointRepository.ts'
import type { ClassState } from '../class/ClassState.ts'

/** A class on its own, as it travels to another laptop: its state and work, and no key of anybody. */
export interface ClassArchive {
  /** Of the clock of the server that made it. */
  readonly madeAt: number
  /** Without what belongs to that server alone: addresses, warnings, commands that were done. */
  readonly state: ClassState
  /** One for each group, by its id. */
  readonly documents: readonly ArchivedDocument[]
  readonly checkpoints: readonly StoredCheckpoint[]
  readonly answers: readonly StoredAnswer[]
}
export interface ArchivedDocument {
  readonly id: string
  readonly editedAt: number | null
  /** One Yjs update (v1) that makes the whole document. */
  readonly update: Uint8Array
  /** What a lock held back, in order of arrival. */
  readonly held: readonly ArchivedHeld[]
}
export interface ArchivedHeld {
  readonly participantId: string | null
  readonly at: number
  readonly update: Uint8Array
}

/** Grows with every change that an older program could not read. */
export const ARCHIVE_FORMAT = 1

export const archiveLimit = {
  fileBytes: 64_000_000,
  /** A class's documents have at most 30 MB; the rest is for earlier states of them. */
  unpackedBytes: 100_000_000,
  /** Of earlier states, as Yjs updates: the newest go along. */
  checkpointBytes: 40_000_000,
} as const
