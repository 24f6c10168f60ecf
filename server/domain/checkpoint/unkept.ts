/** Which documents have changes that no checkpoint holds, and since when (ms of the monotonic clock). */
export interface Unkept {
  changed(documentId: string, at: number): void
  /** Longest waiting first. */
  since(at: number): readonly string[]
  /** Changed since the end of the last exercise. */
  sinceExercise(documentId: string): boolean
  kept(documentId: string, isExerciseEnd: boolean): void
  forget(documentId: string): void
}

export function createUnkept(): Unkept {
  const waiting = new Map<string, number>()
  const inExercise = new Set<string>()
  return {
    changed(documentId, at) {
      inExercise.add(documentId)
      if (!waiting.has(documentId)) waiting.set(documentId, at)
    },
    since: (at) => [...waiting].filter(([, since]) => since <= at).map(([documentId]) => documentId),
    sinceExercise: (documentId) => inExercise.has(documentId),
    kept(documentId, isExerciseEnd) {
      waiting.delete(documentId)
      if (isExerciseEnd) inExercise.delete(documentId)
    },
    forget(documentId) {
      waiting.delete(documentId)
      inExercise.delete(documentId)
    },
  }
}
