/** From when until when somebody was seen, ms since 1970: first and last look. */
export type Span = readonly [from: number, to: number]

/** Seen again within this, somebody was there all the while: tablets sleep, and people go and get a coffee. */
export const SAME_SPAN_MS = 10 * 60_000
/** A day has a handful; whoever comes and goes more often is told by the last ones. */
const MAX_SPANS = 24

/** The spans with one more look at `at`. */
export function seenAt(spans: readonly Span[], at: number): readonly Span[] {
  const last = spans.at(-1)
  if (!last || at - last[1] > SAME_SPAN_MS || at < last[0]) return [...spans, [at, at] as const].slice(-MAX_SPANS)
  return [...spans.slice(0, -1), [last[0], Math.max(last[1], at)] as const]
}

/** Whether somebody was seen at or after the instant. */
export const seenSince = (spans: readonly Span[], at: number): boolean => spans.some(([, to]) => to >= at)
