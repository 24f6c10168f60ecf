export interface StoredAnswer {
  readonly classId: string
  /** `kind:key` */
  readonly topic: string
  readonly participantId: string
  /** Of the server's clock. */
  readonly at: number
  /** As its kind parsed it; JSON. */
  readonly value: unknown
}

export interface AnswerRepository {
  list(classId: string): Promise<readonly StoredAnswer[]>
  /** In place of what this person said before on this topic. Resolves when it is on disk, synced. */
  put(answer: StoredAnswer): Promise<void>
  /** Resolves when it is on disk, synced. */
  remove(classId: string, topic: string, participantId: string): Promise<void>
}
