import { expect, it } from 'vitest'
import { SAME_SPAN_MS, seenAt, seenSince, type Span } from '../../../shared/attendance/spans.ts'

const MINUTE_MS = 60_000

it('somebody who is seen again soon was there all the while; after longer they came back', () => {
  const morning = [0, 1, 2, 9].reduce<readonly Span[]>((spans, minute) => seenAt(spans, minute * MINUTE_MS), [])
  expect(morning).toEqual([[0, 9 * MINUTE_MS]])
  const afternoon = 9 * MINUTE_MS + SAME_SPAN_MS + 1
  expect(seenAt(morning, afternoon)).toEqual([[0, 9 * MINUTE_MS], [afternoon, afternoon]])
})
it('a clock that was set back begins a span of its own', () => {
  expect(seenAt([[1_000, 2_000]], 500)).toEqual([[1_000, 2_000], [500, 500]])
})
it('back after lunch is who was seen since', () => {
  const spans: readonly Span[] = [[0, 10]]
  expect([seenSince(spans, 10), seenSince(spans, 11), seenSince([], 0)]).toEqual([true, false, false])
})
