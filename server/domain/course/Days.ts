import { lastTimeOf, type LastTime } from '../../../shared/agenda/day.ts'
import type { Classes } from '../class/Classes.ts'
import type { ClassState } from '../class/ClassState.ts'
import type { Log } from '../Log.ts'
import type { DayRepository } from './DayRepository.ts'

/** How long the items of a course took in earlier classes, for the next one. */
export interface Days {
  /** In the latest class of the course; null: there was none. */
  latest(courseId: string): Promise<LastTime | null>
}

export interface DaysParts {
  readonly repository: DayRepository
  readonly classes: Pick<Classes, 'listen'>
  readonly log: Log
}

/** Writes down each class's times as it goes: many trainers just close the laptop at the end. A disk that refuses costs nothing else. */
export function openDays({ repository, classes, log }: DaysParts): Days {
  async function keep({ id, agenda, day }: ClassState): Promise<void> {
    const took = day.courseId === null ? null : lastTimeOf(agenda, day.stays)
    if (day.courseId === null || took === null) return
    await repository.save({ id: day.recordId, courseId: day.courseId, ...took }).catch((error: unknown) => log.warn('day.save-failed', { classId: id, error }))
  }
  classes.listen({
    changed(_, before, after) {
      if (after.day.stays !== before.day.stays) void keep(after)
    },
  })
  return {
    async latest(courseId) {
      const day = await repository.latest(courseId)
      return day ? { at: day.at, items: day.items } : null
    },
  }
}
