import type { AgendaItem } from '../protocol/views.ts'

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
 * Which soft step of the item is current. The marks stretch and shrink with the item: steps were planned for
 * `plannedMinutes`, and the same shares hold when `totalMs` (the timer's duration) differs. null without steps.
 */
export function stepAt(item: Pick<AgendaItem, 'steps' | 'minutes' | 'plannedMinutes'>, elapsedMs: number, totalMs = item.minutes * 60_000): CurrentStep | null {
  const marks = stepMarks(item, totalMs)
  const elapsed = Math.max(0, elapsedMs)
  const found = marks.findIndex((mark) => elapsed < mark.endMs)
  const index = found < 0 ? marks.length - 1 : found
  const mark = marks[index]
  return mark ? { index, ...mark, remainingMs: mark.endMs - elapsed } : null
}

/** Beginning and end of each step, ms from the beginning of the item. */
export function stepMarks(item: Pick<AgendaItem, 'steps' | 'minutes' | 'plannedMinutes'>, totalMs = item.minutes * 60_000): { startMs: number; endMs: number }[] {
  const plannedMs = item.plannedMinutes * 60_000
  const stretch = plannedMs > 0 && totalMs >= 0 ? totalMs / plannedMs : 1
  let at = 0
  return item.steps.map((step) => {
    const startMs = at
    at += step.minutes * 60_000 * stretch
    return { startMs, endMs: at }
  })
}
