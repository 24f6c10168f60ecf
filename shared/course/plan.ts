import { instantOf, plan } from '../agenda/schedule.ts'
import type { Localized } from '../language/locale.ts'
import type { AgendaItemTemplate } from './template.ts'

const MINUTE_MS = 60_000
/** When a course begins that names no hour itself. */
const NINE_MS = 9 * 60 * MINUTE_MS

/** Times are ms since midnight. */
export interface CoursePlan {
  /** Beginning and end of each item, in their order. */
  readonly spans: readonly { readonly startMs: number; readonly endMs: number }[]
  /** Of the items that count as course time. */
  readonly minutes: number
  /** What it can be shortened by when every item goes down to its floor, and when those that are never cut stay whole. */
  readonly freedByFloors: number
  readonly freedByCuts: number
}

export function planCourse(items: readonly AgendaItemTemplate[]): CoursePlan {
  const counted = items.filter((item) => !item.uncounted)
  const sum = (some: readonly AgendaItemTemplate[], figure: (item: AgendaItemTemplate) => number): number => some.reduce((total, item) => total + figure(item), 0)
  const freed = (item: AgendaItemTemplate): number => Math.max(0, item.minutes - item.floor)
  const scheduled = items.map((item) => ({ ...item, plannedMinutes: item.minutes, skipped: false, startedAt: null, endedAt: null }))
  return {
    spans: plan(scheduled, { midnightAt: 0, startAt: NINE_MS }).map(({ startAt, endAt }) => ({ startMs: startAt, endMs: endAt })),
    minutes: sum(counted, (item) => item.minutes),
    freedByFloors: sum(counted, freed),
    freedByCuts: sum(counted.filter((item) => item.cut !== null), freed),
  }
}

/** What the trainer should look at again; the course can be saved and held all the same. */
export type Advice =
  | { readonly kind: 'no-title' | 'one-language' | 'floor-above' | 'nothing-to-cut' }
  | { readonly kind: 'steps-sum'; readonly sum: number }
  /** The items before end this many minutes after, or before, the hour of this one. */
  | { readonly kind: 'begins-late' | 'gap'; readonly minutes: number }

/** Of each item, in their order. */
export function adviceOn(items: readonly AgendaItemTemplate[]): readonly (readonly Advice[])[] {
  const { spans } = planCourse(items)
  return items.map((item, place) => [...textAdvice(item.title), ...minutesAdvice(item), ...hourAdvice(item, spans[place - 1]?.endMs)])
}

function textAdvice(title: Localized): Advice[] {
  const written = Object.entries(title).flatMap(([locale, text]: [string, string | undefined]) => (text?.trim() ? [locale] : []))
  if (written.length === 0) return [{ kind: 'no-title' }]
  return written.includes('en') && written.some((locale) => locale.startsWith('zh')) ? [] : [{ kind: 'one-language' }]
}

function minutesAdvice(item: AgendaItemTemplate): Advice[] {
  const sum = item.steps.reduce((total, step) => total + step.minutes, 0)
  return [
    ...(item.floor > item.minutes ? [{ kind: 'floor-above' } as const] : []),
    ...(item.cut !== null && item.floor === item.minutes && item.minutes > 0 ? [{ kind: 'nothing-to-cut' } as const] : []),
    ...(item.steps.length > 0 && sum !== item.minutes ? [{ kind: 'steps-sum', sum } as const] : []),
  ]
}

function hourAdvice(item: AgendaItemTemplate, beforeEndsMs: number | undefined): Advice[] {
  const hour = instantOf(item.startsAt, 0)
  if (hour === null || beforeEndsMs === undefined || hour === beforeEndsMs) return []
  const minutes = Math.round(Math.abs(hour - beforeEndsMs) / MINUTE_MS)
  return [{ kind: beforeEndsMs > hour ? 'begins-late' : 'gap', minutes }]
}
