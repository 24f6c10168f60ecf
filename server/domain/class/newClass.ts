import { MAX_GROUPS } from '../../../shared/group/identity.ts'
import type { CourseTemplate } from '../../../shared/course/template.ts'
import type { Locale, Localized } from '../../../shared/language/locale.ts'
import type { LastTime } from '../../../shared/agenda/day.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { AgendaItem } from '../../../shared/protocol/views.ts'
import type { ClassState, StoredGroup } from './ClassState.ts'
import { newDay } from './day.ts'
import { nothingYet } from './upgrade.ts'

export interface NewClass {
  readonly id: string
  readonly code: string
  readonly template: CourseTemplate
  /** The template's title when undefined. */
  readonly title: Localized | undefined
  readonly trainerName: string
  readonly groupIds: readonly string[]
  readonly locale: Locale
  /** Under which the times of the day are kept for the next class. */
  readonly recordId: string
  readonly lastTime: LastTime | null
}

export const MINUTE_MS = 60_000
/** A timer of an item without minutes (a buffer) still needs something to count. */
const SHORTEST_TIMER_MS = MINUTE_MS

export const timerOf = (minutes: number): ClassState['timer'] => ({ state: 'idle', durationMs: Math.max(SHORTEST_TIMER_MS, minutes * MINUTE_MS) })

/** A group has no name until somebody gives it one: faces show its letter, colour and shape. */
export const newGroup = (id: string, index: number): StoredGroup => ({ id, index, name: '', lock: { state: 'open' } })

/** Before anything has begun: no current item, the projector in the lobby, the door open. */
export function newClassState(made: NewClass, now: number): ClassState {
  if (made.groupIds.length > MAX_GROUPS) throw new Refusal('too-many', `a class has at most ${MAX_GROUPS} groups`)
  const agenda: AgendaItem[] = made.template.items.map((item) => ({
    ...item, skipped: false, plannedMinutes: item.minutes, startedAt: null, endedAt: null,
  }))
  return {
    id: made.id,
    code: made.code,
    version: 0,
    title: made.title ?? made.template.title,
    trainerName: made.trainerName,
    createdAt: now,
    endedAt: null,
    doorOpen: true,
    agenda,
    currentId: null,
    timer: timerOf(agenda[0]?.minutes ?? 0),
    groups: made.groupIds.map(newGroup),
    participants: [],
    messages: [],
    projector: { scene: { kind: 'lobby' }, theme: 'light', showCustomers: false, showPeople: false, locale: made.locale },
    chosenAddress: null,
    warnings: [],
    ...nothingYet,
    day: newDay(made.template.id, made.recordId, made.lastTime),
    recentCommands: [],
  }
}
