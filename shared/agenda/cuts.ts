import type { ScheduledItem } from './schedule.ts'

export interface Cut {
  readonly itemId: string
  /** Minutes. */
  readonly from: number
  readonly to: number
}

export interface CutProposal {
  /** In the order of the agenda. */
  readonly cuts: readonly Cut[]
  readonly freedMinutes: number
  /** What even all floors together don't free. */
  readonly uncoveredMinutes: number
}

/**
 * What to shorten to make up `lateMinutes`: items behind the current one that are not skipped, each down to its floor at
 * most, by their `cut`: 0 (the buffer) first, then 1, 2 …; null never. Among items with the same `cut` the latest gives
 * first: what is about to begin stays as announced, and fewer items change.
 * @param untilId only items ahead of this one help, because it is what must not be late (`Lateness.goalId`); null: the whole day.
 */
export function proposeCuts(items: readonly ScheduledItem[], currentId: string | null, lateMinutes: number, untilId: string | null = null): CutProposal {
  const wanted = Number.isFinite(lateMinutes) ? Math.max(0, Math.ceil(lateMinutes)) : 0
  const first = items.findIndex((item) => item.id === currentId) + 1
  const until = items.findIndex((item) => item.id === untilId)
  const ahead = items.slice(first, until < first ? undefined : until).filter((item) => !item.skipped)
  const givers = ahead
    .map((item, index) => ({ item, index, order: item.cut }))
    .filter((giver): giver is typeof giver & { order: number } => giver.order !== null)
    .sort((one, other) => one.order - other.order || other.index - one.index)
  let left = wanted
  const taken = new Map<string, number>()
  for (const { item } of givers) {
    const gives = Math.min(left, Math.max(0, item.minutes - item.floor))
    if (gives > 0) taken.set(item.id, gives)
    left -= gives
  }
  const cuts = ahead.flatMap((item) => {
    const gives = taken.get(item.id)
    return gives === undefined ? [] : [{ itemId: item.id, from: item.minutes, to: item.minutes - gives }]
  })
  return { cuts, freedMinutes: wanted - left, uncoveredMinutes: left }
}
