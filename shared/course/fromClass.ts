import { stayedMs, HELD_MS, type Stay } from '../agenda/day.ts'
import { fitSteps } from '../agenda/steps.ts'
import type { AgendaItem } from '../protocol/views.ts'
import type { Localized } from '../language/locale.ts'
import { TEMPLATE_FORMAT, type AgendaItemTemplate, type CourseTemplate } from './template.ts'

/** Whose minutes a course that is made from a class gets: those it stands at, or those that the items really took. */
export type MinutesOf = 'agenda' | 'took'

/** The item with other minutes: its steps fill them, and its floor is not above them. */
export const withMinutes = <T extends AgendaItemTemplate>(item: T, minutes: number): T =>
  ({ ...item, minutes, floor: Math.min(item.floor, minutes), steps: fitSteps(item.steps, minutes) })

/** A class's agenda as a course to make others from. What belongs to that day alone (times, skips) stays behind. */
export function courseFromClass(agenda: readonly AgendaItem[], stays: readonly Stay[], title: Localized, minutesOf: MinutesOf, now: number): CourseTemplate {
  const items = agenda.map(({ skipped: _skipped, plannedMinutes: _planned, startedAt: _started, endedAt: _ended, ...item }) => {
    const tookMs = minutesOf === 'took' ? stayedMs(stays, item.id, now) : 0
    return withMinutes(item, tookMs >= HELD_MS ? Math.round(tookMs / 60_000) : item.minutes)
  })
  return { format: TEMPLATE_FORMAT, id: 'from-class', title: { ...title }, items }
}
