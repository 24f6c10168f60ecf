import { describe, expect, it } from 'vitest'
import { daySchedule, lateWord, nextItem, previousItem } from '../../../client/features/console/daySchedule.ts'
import { buildItem } from './makers.ts'

const MINUTE_MS = 60_000
const at = (hours: number, minutes: number): number => (hours * 60 + minutes) * MINUTE_MS
const midnight = (): number => 0
const idle = { state: 'idle', durationMs: 10 * MINUTE_MS } as const

const agenda = (began: number) => [
  buildItem({ id: 'a', startsAt: '09:00', startedAt: began, endedAt: began + 10 * MINUTE_MS }),
  buildItem({ id: 'b', startedAt: began + 10 * MINUTE_MS }),
  buildItem({ id: 'c', skipped: true }),
  buildItem({ id: 'd', minutes: 20, plannedMinutes: 20, floor: 12 }),
]

describe('lateness on the console', () => {
  it('is none before the first item', () => {
    expect(daySchedule({ agenda: [buildItem({ startsAt: '09:00' })], currentId: null, timer: idle }, at(8, 40), midnight).lateness).toBeNull()
  })
  it('follows the clock against the plan, and proposes what to shorten', () => {
    const items = [...agenda(at(9, 8)).slice(0, 2), buildItem({ id: 'd', minutes: 20, plannedMinutes: 20, floor: 12 })]
    const day = daySchedule({ agenda: items, currentId: 'b', timer: idle }, at(9, 20), midnight)
    expect(day.lateness?.minutes).toBe(8)
    expect(day.cuts).toMatchObject({ cuts: [{ itemId: 'd', from: 20, to: 12 }], freedMinutes: 8, uncoveredMinutes: 0 })
    expect(day.spans.get('d')?.startAt).toBe(at(9, 28))
  })
  it('does not call a rehearsal in the evening ten hours late: durations count, hours don’t', () => {
    const day = daySchedule({ agenda: agenda(at(19, 0)).filter((item) => !item.skipped), currentId: 'b', timer: idle }, at(19, 12), midnight)
    expect(day.lateness?.minutes).toBe(0)
  })
  it('shows the printed day to who prepares it the evening before, and the real one to who begins late', () => {
    const items = [buildItem({ id: 'a', startsAt: '09:00', minutes: 30 }), buildItem({ id: 'lunch', minutes: 60, floor: 40, uncounted: true }), buildItem({ id: 'b', startsAt: '10:30' })]
    const startsAt = (now: number) => [...daySchedule({ agenda: items, currentId: null, timer: idle }, now, midnight).spans.values()].map((span) => span.startAt)
    expect(startsAt(at(20, 15))).toEqual([at(9, 0), at(9, 30), at(10, 30)])
    expect(startsAt(at(9, 10))).toEqual([at(9, 10), at(9, 40), at(10, 30)])
  })
  it('puts lateness in words only from two minutes on', () => {
    expect(lateWord(0)).toEqual({ kind: 'on-time' })
    expect(lateWord(1)).toEqual({ kind: 'on-time' })
    expect(lateWord(-1)).toEqual({ kind: 'on-time' })
    expect(lateWord(7)).toEqual({ kind: 'late', minutes: 7 })
    expect(lateWord(-3)).toEqual({ kind: 'early', minutes: 3 })
  })
})

describe('one step through the agenda', () => {
  it('passes over what is skipped, both ways, and ends at the ends', () => {
    const items = agenda(0)
    expect(nextItem({ agenda: items, currentId: null })?.id).toBe('a')
    expect(nextItem({ agenda: items, currentId: 'b' })?.id).toBe('d')
    expect(previousItem({ agenda: items, currentId: 'd' })?.id).toBe('b')
    expect(nextItem({ agenda: items, currentId: 'd' })).toBeNull()
    expect(previousItem({ agenda: items, currentId: 'a' })).toBeNull()
  })
})
