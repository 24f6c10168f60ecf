import type { ClassState } from './ClassState.ts'

export interface ClassRepository {
  /** All classes, newest first. */
  list(): Promise<readonly ClassState[]>
  find(classId: string): Promise<ClassState | undefined>
  /**
   * Stores `state`, synced to disk when it resolves. A new class has version 1.
   * @throws Refusal 'conflict' when the stored version is not `state.version - 1`, or the code belongs to another class.
   */
  save(state: ClassState): Promise<void>
  /**
   * Removes the class, its documents, sessions and everything else that names it, so that the file no longer holds it.
   * @param left stands in its place until the copies are gone, too: whatever fails, it can be asked for again
   * @returns how many safety copies went with it.
   */
  wipe(classId: string, left?: ClassState): Promise<number>
  /** What was deleted or written over leaves the file and its log, and copies that know the class go. @returns how many copies. */
  scrub(classId: string): Promise<number>
}
