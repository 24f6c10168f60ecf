import { describe, expect, it } from 'vitest'
import { lateWord, nextItem, previousItem } from '../../../client/features/console/daySchedule.ts'
import { daySchedule, resumesAt } from '../../../shared/agenda/daySchedule.ts'
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
  it('is none for who opens the class again a week later', () => {
    const week = 7 * 24 * 60 * MINUTE_MS
    expect(daySchedule({ agenda: agenda(at(9, 8)), currentId: 'b', timer: idle }, at(9, 20) + week, midnight)).toMatchObject({ lateness: null, cuts: { cuts: [] } })
    // At the end of a long day it is said.
    expect(daySchedule({ agenda: agenda(at(9, 8)), currentId: 'b', timer: idle }, at(18, 30), midnight).lateness).not.toBeNull()
    const goesOn = agenda(at(9, 8)).map((item) => (item.id === 'd' ? { ...item, startedAt: at(9, 0) + week } : item))
    expect(daySchedule({ agenda: goesOn, currentId: 'd', timer: idle }, at(9, 5) + week, midnight).lateness).toBeNull()
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

describe('when the class goes on after a break', () => {
  const items = (lunchAt: number | null) => [
    buildItem({ id: 'a', startsAt: '09:00', startedAt: at(9, 0), endedAt: lunchAt }),
    buildItem({ id: 'lunch', kind: 'lunch', minutes: 90, plannedMinutes: 90, floor: 60, uncounted: true, startedAt: lunchAt }),
    buildItem({ id: 'skipped', skipped: true }),
    buildItem({ id: 'b', startsAt: '13:30' }),
  ]
  const goesOnAt = (lunchAt: number, now: number, timer: Parameters<typeof resumesAt>[0]['timer'] = idle) => resumesAt({ agenda: items(lunchAt), currentId: 'lunch', timer }, now, midnight)
  it('is the hour that was promised, also after a lunch that began late, and later when that is too short', () => {
    expect(goesOnAt(at(12, 0), at(12, 20))).toBe(at(13, 30))
    expect(goesOnAt(at(12, 50), at(12, 55))).toBe(at(14, 20))
  })
  it('is the timer’s end once it runs', () => {
    expect(goesOnAt(at(12, 0), at(12, 20), { state: 'running', durationMs: 90 * MINUTE_MS, endsAt: at(13, 45) })).toBe(at(13, 45))
  })
  it('follows durations in a rehearsal at another hour', () => {
    const evening = items(at(20, 0)).map((item) => (item.id === 'a' ? { ...item, startedAt: at(19, 0) } : item))
    expect(resumesAt({ agenda: evening, currentId: 'lunch', timer: idle }, at(20, 10), midnight)).toBe(at(21, 30))
  })
  it('is unknown when the timer stands, the time is over, nothing comes after, or it is no break', () => {
    expect(goesOnAt(at(12, 0), at(12, 20), { state: 'paused', durationMs: 90 * MINUTE_MS, remainingMs: MINUTE_MS })).toBeNull()
    expect(goesOnAt(at(12, 0), at(13, 40))).toBeNull()
    expect(resumesAt({ agenda: items(at(12, 0)).slice(0, 2), currentId: 'lunch', timer: idle }, at(12, 5), midnight)).toBeNull()
    expect(resumesAt({ agenda: items(null), currentId: 'a', timer: idle }, at(9, 5), midnight)).toBeNull()
  })
})
