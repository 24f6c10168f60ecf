import type { AgendaItem } from '../protocol/views.ts'

const MINUTE_MS = 60_000

export type SteppedItem = Pick<AgendaItem, 'steps' | 'minutes'>

export interface CurrentStep {
  /** Index into the item's steps. */
  readonly index: number
  /** From the beginning of the item, ms. */
  readonly startMs: number
  readonly endMs: number
  /** Until the step's soft mark; negative once the last one is over. */
  readonly remainingMs: number
}

/**
 * Which soft step of the item is current. The steps share the item's time in proportion to their minutes: their marks
 * stretch and shrink with `totalMs` (the timer's duration). null without steps.
 */
export function stepAt(item: SteppedItem, elapsedMs: number, totalMs = item.minutes * MINUTE_MS): CurrentStep | null {
  const marks = stepMarks(item, totalMs)
  const elapsed = Math.max(0, elapsedMs)
  const found = marks.findIndex((mark) => elapsed < mark.endMs)
  const index = found < 0 ? marks.length - 1 : found
  const mark = marks[index]
  return mark ? { index, ...mark, remainingMs: mark.endMs - elapsed } : null
}

/** Beginning and end of each step, ms from the beginning of the item. */
export function stepMarks(item: SteppedItem, totalMs = item.minutes * MINUTE_MS): { startMs: number; endMs: number }[] {
  const sumMs = item.steps.reduce((sum, step) => sum + step.minutes, 0) * MINUTE_MS
  const stretch = sumMs > 0 && totalMs >= 0 ? totalMs / sumMs : 1
  let at = 0
  return item.steps.map((step) => {
    const startMs = at
    at += step.minutes * MINUTE_MS * stretch
    return { startMs, endMs: at }
  })
}

/**
 * The minutes of each step as every face tells them: of the time that the item has now, which may be more or less than was planned.
 * Whole minutes that add up to it, wherever it has one for each step.
 */
export function stepMinutes(item: SteppedItem, totalMs?: number): number[] {
  let given = 0
  return stepMarks(item, totalMs).map(({ endMs }) => {
    const minutes = Math.max(1, Math.round(endMs / MINUTE_MS) - given)
    given += minutes
    return minutes
  })
}

/**
 * The step whose beginning was reached between two looks at the clock (`elapsedMs` at each), for a gentle signal; the last
 * of several. null: none, also when the time was set back, and at the item's own beginning.
 */
export function stepBegun(item: SteppedItem, beforeMs: number, afterMs: number, totalMs = item.minutes * MINUTE_MS): number | null {
  const marks = stepMarks(item, totalMs)
  const begun = marks.findLastIndex((mark, index) => index > 0 && mark.startMs > beforeMs && mark.startMs <= afterMs && mark.startMs < totalMs)
  return begun < 0 ? null : begun
}

/** The steps in whole minutes that together are `minutes`, in the same proportions as near as can be. */
export function fitSteps<T extends { readonly minutes: number }>(steps: readonly T[], minutes: number): T[] {
  const sum = steps.reduce((total, step) => total + step.minutes, 0)
  if (sum <= 0 || sum === minutes) return [...steps]
  let at = 0
  let given = 0
  return steps.map((step) => {
    at += (step.minutes / sum) * minutes
    const share = Math.round(at) - given
    given += share
    return { ...step, minutes: share }
  })
}
