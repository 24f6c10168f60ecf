/** A straight line through samples, by least squares. */
export interface Trend {
  readonly mean: number
  readonly perHour: number
  /** Standard error of `perHour`: what the samples' own up and down makes of it. */
  readonly errorPerHour: number
}
export interface Point {
  readonly atMs: number
  readonly value: number
}
const HOUR_MS = 3_600_000

/** Of three points or more at different times; fewer have no trend. */
export function trendOf(points: readonly Point[]): Trend {
  const mean = average(points.map(({ value }) => value))
  const middleMs = average(points.map(({ atMs }) => atMs))
  const spread = sum(points.map(({ atMs }) => (atMs - middleMs) ** 2))
  if (points.length < 3 || spread === 0) return { mean, perHour: 0, errorPerHour: Infinity }
  const slope = sum(points.map(({ atMs, value }) => (atMs - middleMs) * (value - mean))) / spread
  const left = sum(points.map(({ atMs, value }) => (value - mean - slope * (atMs - middleMs)) ** 2))
  return { mean, perHour: slope * HOUR_MS, errorPerHour: Math.sqrt(left / (points.length - 2) / spread) * HOUR_MS }
}

/** `unclear`: the samples go up and down too much, for the time they cover, to tell. */
export type Verdict = 'flat' | 'grows' | 'unclear'

/** Grows only when the samples' own up and down can't explain it (two standard errors). */
export function judge({ perHour, errorPerHour }: Trend, toleratedPerHour: number): Verdict {
  if (perHour - 2 * errorPerHour > toleratedPerHour) return 'grows'
  return perHour + 2 * errorPerHour > toleratedPerHour ? 'unclear' : 'flat'
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const average = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)
