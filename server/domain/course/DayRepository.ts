import type { LastTime } from '../../../shared/agenda/day.ts'

/** How long the items of a course took in one class. It names neither the class nor anybody, and outlives it. */
export interface StoredDay extends LastTime {
  readonly id: string
  readonly courseId: string
}

export interface DayRepository {
  /** Stores the day, or what is known of it by now. Of each course the latest `DAYS_KEPT` stay. */
  save(day: StoredDay): Promise<void>
  latest(courseId: string): Promise<StoredDay | undefined>
}

/** More than the last one, because a class that is just going on has a record, too. */
export const DAYS_KEPT = 12
