import type { AgendaItem } from '../protocol/views.ts'

/** What the schedule needs of an item of the agenda. */
export type ScheduledItem = Pick<AgendaItem, 'id' | 'minutes' | 'plannedMinutes' | 'floor' | 'cut' | 'startsAt' | 'skipped' | 'uncounted' | 'startedAt' | 'endedAt'>

const MINUTE_MS = 60_000
const minutesMs = (minutes: number): number => minutes * MINUTE_MS

/** Instants are of the server's clock, ms. */
export interface Day {
  /** Midnight, local time of the classroom, of the day of the class: the times of day of the agenda count from it. */
  readonly midnightAt: number
  /** When the first item begins, should it name no time of day itself. */
  readonly startAt: number
}

export interface Span {
  readonly itemId: string
  readonly startAt: number
  readonly endAt: number
}

/** The time of day "13:30" as an instant, or null for none. */
export function instantOf(timeOfDay: string | null, midnightAt: number): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(timeOfDay ?? '') ?? []
  return hours === undefined || minutes === undefined ? null : midnightAt + minutesMs(Number(hours) * 60 + Number(minutes))
}

/**
 * The day as it was planned: every item with its planned minutes, also those that were skipped, shortened or extended
 * since. An item with a time of day does not begin before it.
 */
export function plan(items: readonly ScheduledItem[], day: Day): Span[] {
  let at: number | null = null
  return items.map((item) => {
    const startAt: number = begin(at, item, day)
    at = startAt + minutesMs(item.plannedMinutes)
    return { itemId: item.id, startAt, endAt: at }
  })
}

export interface Progress {
  /** The current item; null before the first. */
  readonly currentId: string | null
  readonly now: number
  /** When the timer of the current item will reach zero (paused: now + what remains), or null while it shows nothing about the end. */
  readonly timerEndsAt: number | null
}

/**
 * The day as it went and as it will go on: items behind the current one with their real times, the current one until its
 * timer ends (or, without one, its minutes are over) and never less than until now, those ahead with the minutes they
 * have now. Skipped items take no time. Lunch and other uncounted items in front of a time of day give way down to their
 * floor, because people come back at the time that was promised.
 */
export function forecast(items: readonly ScheduledItem[], day: Day, progress: Progress): Span[] {
  const current = items.findIndex((item) => item.id === progress.currentId)
  const [first] = items
  let at: number | null = current < 0 && first ? Math.max(begin(null, first, day), progress.now) : null
  return items.map((item, index) => {
    const span = index < current ? pastSpan(item, at, day) : index === current ? currentSpan(item, items[index + 1], day, progress) : aheadSpan(item, items[index + 1], at, day)
    at = span.endAt
    return span
  })
}

export interface Lateness {
  /** Whole minutes by which the current item will end later than planned; negative: ahead of the plan. */
  readonly minutes: number
  /** The next item that people count on, lunch for instance; null: the end of the day. */
  readonly goalId: string | null
  /** Whole minutes by which the goal will be late after the changes already made to the items until then: what is still to be made up. */
  readonly goalMinutes: number
}

/** How late the class is now, and how late it will be at the next lunch or at the end of the day, whichever comes first. */
export function lateness(items: readonly ScheduledItem[], day: Day, progress: Progress): Lateness {
  const planned = plan(items, day)
  const expected = forecast(items, day, progress)
  const current = items.findIndex((item) => item.id === progress.currentId)
  const goal = items.findIndex((item, index) => index > current && current >= 0 && item.uncounted && !item.skipped)
  const last = items.length - 1
  const late = (one: number | undefined, other: number | undefined): number => wholeMinutes((one ?? 0) - (other ?? 0))
  return {
    minutes: current < 0 ? late(expected[0]?.startAt, planned[0]?.startAt) : late(expected[current]?.endAt, planned[current]?.endAt),
    goalId: items[goal]?.id ?? null,
    goalMinutes: goal < 0 ? late(expected[last]?.endAt, planned[last]?.endAt) : late(expected[goal]?.startAt, planned[goal]?.startAt),
  }
}

/** Towards zero, so that half a minute is neither late nor early. */
const wholeMinutes = (durationMs: number): number => Math.trunc(durationMs / MINUTE_MS) + 0

function begin(at: number | null, item: ScheduledItem, day: Day): number {
  const anchor = instantOf(item.startsAt, day.midnightAt)
  if (at === null) return anchor ?? day.startAt
  return anchor === null ? at : Math.max(at, anchor)
}

/** An item that the class went past without opening it took no time. */
function pastSpan(item: ScheduledItem, at: number | null, day: Day): Span {
  const startAt = item.startedAt ?? at ?? begin(at, item, day)
  return { itemId: item.id, startAt, endAt: item.startedAt === null ? startAt : Math.max(startAt, item.endedAt ?? startAt) }
}

function currentSpan(item: ScheduledItem, next: ScheduledItem | undefined, day: Day, { now, timerEndsAt }: Progress): Span {
  const startAt = item.startedAt ?? now
  return { itemId: item.id, startAt, endAt: Math.max(now, timerEndsAt ?? endOf(item, next, startAt, day)) }
}

function aheadSpan(item: ScheduledItem, next: ScheduledItem | undefined, at: number | null, day: Day): Span {
  if (item.skipped) return { itemId: item.id, startAt: at ?? begin(at, item, day), endAt: at ?? begin(at, item, day) }
  const startAt = begin(at, item, day)
  return { itemId: item.id, startAt, endAt: endOf(item, next, startAt, day) }
}

function endOf(item: ScheduledItem, next: ScheduledItem | undefined, startAt: number, day: Day): number {
  const fullEndAt = startAt + minutesMs(item.minutes)
  const anchor = item.uncounted ? instantOf(next?.startsAt ?? null, day.midnightAt) : null
  return anchor === null || fullEndAt <= anchor ? fullEndAt : Math.max(anchor, startAt + minutesMs(Math.min(item.floor, item.minutes)))
}
