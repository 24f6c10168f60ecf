import { type CutProposal, proposeCuts } from './cuts.ts'
import { type Day, forecast, instantOf, lateness, type Lateness, type ScheduledItem, type Span } from './schedule.ts'
import type { TrainerView } from '../protocol/views.ts'
import type { Timer } from '../timer/timer.ts'

type Agenda = Pick<TrainerView, 'agenda' | 'currentId' | 'timer'>

export interface DaySchedule {
  readonly spans: ReadonlyMap<string, Span>
  /** Null before the first item, and for who opens the class on another day. */
  readonly lateness: Lateness | null
  readonly cuts: CutProposal
}

/**
 * A class that begins this far from its printed hour runs by durations alone: a rehearsal in the evening is not "9 hours late".
 * Before it begins, whoever prepares it that far from its hour sees the printed day, not one squeezed between now and the printed hours.
 */
const OTHER_DAY_MS = 2 * 3_600_000
/** No day of a class lasts that long: whoever looks then looks back, or goes on with it on another day, for which nothing was planned. */
const LONGEST_DAY_MS = 16 * 3_600_000
const MINUTE_MS = 60_000

/** @param midnightOf midnight in the classroom's own time of the day of an instant. */
export function daySchedule(view: Agenda, now: number, midnightOf: (instant: number) => number): DaySchedule {
  const { items, day, seenAt } = anchored(view.agenda, now, midnightOf)
  const progress = { currentId: view.currentId, now: seenAt, timerEndsAt: endOf(view.timer, now) }
  const spans = forecast(items, day, progress)
  const begunAt = Math.min(...view.agenda.map(({ startedAt }) => startedAt ?? now))
  const late = view.currentId === null || now - begunAt > LONGEST_DAY_MS ? null : lateness(items, day, progress)
  return {
    spans: new Map(spans.map((span) => [span.itemId, span])),
    lateness: late,
    cuts: proposeCuts(items, view.currentId, late ? Math.max(0, late.goalMinutes) : 0, late?.goalId ?? null),
  }
}

function anchored(agenda: readonly ScheduledItem[], now: number, midnightOf: (instant: number) => number): { items: readonly ScheduledItem[]; day: Day; seenAt: number } {
  const begun = agenda.filter((item) => item.startedAt !== null).reduce<ScheduledItem | null>((first, item) => (first === null || (item.startedAt ?? 0) < (first.startedAt ?? 0) ? item : first), null)
  const beganAt = begun?.startedAt ?? now
  const day = { midnightAt: midnightOf(beganAt), startAt: beganAt }
  const printedAt = instantOf(begun?.startsAt ?? firstHour(agenda), day.midnightAt)
  if (printedAt === null || Math.abs(beganAt - printedAt) <= OTHER_DAY_MS) return { items: agenda, day, seenAt: now }
  if (!begun) return { items: agenda, day, seenAt: printedAt }
  const skippedMs = agenda.slice(0, agenda.indexOf(begun)).reduce((sum, item) => sum + item.plannedMinutes * MINUTE_MS, 0)
  return { items: agenda.map((item) => ({ ...item, startsAt: null })), day: { ...day, startAt: beganAt - skippedMs }, seenAt: now }
}

const firstHour = (agenda: readonly ScheduledItem[]): string | null => agenda.find((item) => item.startsAt !== null)?.startsAt ?? null

function endOf(timer: Timer, now: number): number | null {
  if (timer.state === 'running' || timer.state === 'overtime') return timer.endsAt
  if (timer.state === 'paused') return now + timer.remainingMs
  return null
}

/** Midnight by this laptop's time zone: console and server run where the class is. */
export function localMidnight(instant: number): number {
  const day = new Date(instant)
  day.setHours(0, 0, 0, 0)
  return day.getTime()
}

/** In a break, when the class goes on; null where that can't be told: no break, nothing after it, or the timer stands. */
export function resumesAt(view: Agenda, now: number, midnightOf: (instant: number) => number): number | null {
  const place = view.agenda.findIndex(({ id }) => id === view.currentId)
  const kind = view.agenda[place]?.kind
  const next = view.agenda.slice(place + 1).find(({ skipped }) => !skipped)
  if ((kind !== 'break' && kind !== 'lunch') || !next || view.timer.state === 'paused') return null
  const at = daySchedule(view, now, midnightOf).spans.get(next.id)?.startAt ?? now
  return at > now ? at : null
}
