/** Remaining times worth a word to somebody who doesn't see the clock (pitfall 7.6), in ms. */
export const timeMarks = [300_000, 60_000, 10_000, 0] as const
export type TimeMark = (typeof timeMarks)[number]

/** The mark that was crossed going down from `before` to `after`; the lowest of several. Going up (more time) says nothing. */
export function crossedMark(before: number, after: number): TimeMark | null {
  return timeMarks.findLast((mark) => before > mark && after <= mark) ?? null
}
