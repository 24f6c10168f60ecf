/** A course that the trainer made, as the storage knows it. */
export interface StoredCourse {
  readonly id: string
  /** Grows by one with every save. */
  readonly version: number
  readonly createdAt: number
  readonly editedAt: number
  /** Removed, and for a while still to be brought back; null: not removed. */
  readonly removedAt: number | null
  /** A course template as some version of the program wrote it: to be read by `upgradeTemplate`. */
  readonly template: unknown
}

export interface CourseRepository {
  /** All of them, the removed ones too, in the order in which they were made. */
  list(): Promise<readonly StoredCourse[]>
  /**
   * Stores `course`, synced to disk when it resolves. A new one has version 1.
   * @throws Refusal 'conflict' when the stored version is not `course.version - 1`.
   */
  save(course: StoredCourse): Promise<void>
  /** For good. */
  erase(courseId: string): Promise<void>
}
