import type { AgendaItem } from '../protocol/views.ts'

const MINUTE_MS = 60_000

/** One time that the class was at an item. An item that the class came back to has several. Instants are of the server's clock. */
export interface Stay {
  readonly itemId: string
  readonly startedAt: number
  /** null: the class is there now. */
  readonly endedAt: number | null
  /** How long its timer stood, without the pause that lasts. */
  readonly pausedMs: number
  /** Since when the timer stands; null: it does not. */
  readonly pausedAt: number | null
  /** How far the timer was past zero when somebody ended it, or left. More time given is no overtime. */
  readonly overtimeMs: number
}
/** What the trainer wrote down on how an item went. */
export interface Remark {
  readonly itemId: string
  readonly text: string
}
/** How long the items took when the same course was last held. No names: it outlives the class. */
export interface LastTime {
  /** When that class began. */
  readonly at: number
  readonly items: readonly TookMinutes[]
}
export interface TookMinutes {
  readonly itemId: string
  readonly minutes: number
}

/** Time spent at an item, all stays together; for the one that lasts, until `now`. */
export const stayedMs = (stays: readonly Stay[], itemId: string, now: number): number =>
  stays.filter((stay) => stay.itemId === itemId).reduce((sum, stay) => sum + Math.max(0, (stay.endedAt ?? now) - stay.startedAt), 0)

export type ItemFate = 'held' | 'now' | 'skipped' | 'not-held' | 'ahead'
export interface DayRow {
  readonly itemId: string
  readonly fate: ItemFate
  readonly plannedMinutes: number
  /** null: not held (yet). */
  readonly tookMinutes: number | null
  /** Took less planned; of what was skipped or passed over, all of its minutes less. null while it is not over. */
  readonly differenceMinutes: number | null
  readonly pausedMinutes: number
  readonly overtimeMinutes: number
  /** It was not in the plan. */
  readonly added: boolean
}
export interface DayReport {
  readonly rows: readonly DayRow[]
  /** Of the items that count as course time and are over. */
  readonly plannedMinutes: number
  readonly tookMinutes: number
}

/** Shorter than this, the class only passed by. */
export const HELD_MS = MINUTE_MS

type ReportedItem = Pick<AgendaItem, 'id' | 'plannedMinutes' | 'skipped' | 'uncounted'>

/** How the day went, item by item, planned against actual. */
export function dayReport(agenda: readonly ReportedItem[], stays: readonly Stay[], currentId: string | null, now: number): DayReport {
  const current = agenda.findIndex((item) => item.id === currentId)
  const rows = agenda.map((item, place) => rowOf(item, fateOf(item, place, current, stays, now), stays, now))
  const over = rows.filter((row, place) => row.differenceMinutes !== null && agenda[place]?.uncounted === false)
  const sum = (figure: (row: DayRow) => number): number => over.reduce((total, row) => total + figure(row), 0)
  return { rows, plannedMinutes: sum((row) => row.plannedMinutes), tookMinutes: sum((row) => row.tookMinutes ?? 0) }
}

function fateOf(item: ReportedItem, place: number, current: number, stays: readonly Stay[], now: number): ItemFate {
  if (place === current && stays.at(-1)?.endedAt === null) return 'now'
  if (stayedMs(stays, item.id, now) >= HELD_MS) return 'held'
  if (item.skipped) return 'skipped'
  return place < current ? 'not-held' : 'ahead'
}

function rowOf(item: ReportedItem, fate: ItemFate, stays: readonly Stay[], now: number): DayRow {
  const own = stays.filter((stay) => stay.itemId === item.id)
  const minutes = (figure: (stay: Stay) => number): number => Math.round(own.reduce((sum, stay) => sum + figure(stay), 0) / MINUTE_MS)
  const held = fate === 'held' || fate === 'now'
  const took = held ? Math.round(stayedMs(stays, item.id, now) / MINUTE_MS) : null
  return {
    itemId: item.id, fate, plannedMinutes: item.plannedMinutes, tookMinutes: took,
    differenceMinutes: fate === 'held' ? (took ?? 0) - item.plannedMinutes : fate === 'skipped' || fate === 'not-held' ? -item.plannedMinutes : null,
    pausedMinutes: minutes((stay) => stay.pausedMs + (stay.pausedAt === null ? 0 : Math.max(0, (stay.endedAt ?? now) - stay.pausedAt))),
    overtimeMinutes: minutes((stay) => stay.overtimeMs),
    added: item.plannedMinutes === 0 && held,
  }
}

/** Longer than this was a night between two days, or a laptop left open. */
const LONGEST_MS = 4 * 60 * MINUTE_MS
/** A shorter time was a look through the program, or a rehearsal: nothing for the next class to learn from. */
const LEARNABLE_MS = 30 * MINUTE_MS

/** What the next class of the same course may learn from this one; null when there is nothing yet. */
export function lastTimeOf(agenda: readonly Pick<AgendaItem, 'id'>[], stays: readonly Stay[]): LastTime | null {
  const over = stays.flatMap((stay) => (stay.endedAt === null ? [] : [stay]))
  const begun = over[0]
  const items = agenda.flatMap(({ id }) => {
    const ms = stayedMs(over, id, 0)
    return ms >= HELD_MS && ms <= LONGEST_MS ? [{ itemId: id, minutes: Math.round(ms / MINUTE_MS) }] : []
  })
  const total = items.reduce((sum, item) => sum + item.minutes * MINUTE_MS, 0)
  return begun && total >= LEARNABLE_MS ? { at: begun.startedAt, items } : null
}
