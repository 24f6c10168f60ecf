import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeCuts } from '../../../shared/agenda/cuts.ts'
import { type Day, type Progress, type ScheduledItem, forecast, instantOf, lateness, plan } from '../../../shared/agenda/schedule.ts'
import { stepAt, stepMarks, stepMinutes } from '../../../shared/agenda/steps.ts'
import { defaultCourse } from '../../../shared/course/default.ts'

const MINUTE = 60_000
const midnightAt = Date.UTC(2026, 10, 3)
const day: Day = { midnightAt, startAt: midnightAt + 9 * 60 * MINUTE }
const clock = (time: string): number => instantOf(time, midnightAt) ?? Number.NaN
const timeOf = (instant: number | undefined): string => new Date(instant ?? 0).toISOString().slice(11, 16)

const buildItem = (item: Partial<ScheduledItem> & { id: string; minutes: number }): ScheduledItem =>
  ({ plannedMinutes: item.minutes, floor: 0, cut: null, startsAt: null, skipped: false, uncounted: false, startedAt: null, endedAt: null, ...item })

/** 09:00 talk 30, exercise 60 (floor 40), share 30 (floor 10), lunch 12:00… here 11:00 for 90, 12:30 afternoon 60, buffer 10. */
const agenda: ScheduledItem[] = [
  buildItem({ id: 'talk', minutes: 30, startsAt: '09:00' }),
  buildItem({ id: 'exercise', minutes: 60, floor: 40, cut: 3 }),
  buildItem({ id: 'share', minutes: 30, floor: 10, cut: 2 }),
  buildItem({ id: 'lunch', minutes: 90, floor: 60, uncounted: true }),
  buildItem({ id: 'afternoon', minutes: 60, floor: 50, cut: 2, startsAt: '12:30' }),
  buildItem({ id: 'buffer', minutes: 10, floor: 0, cut: 0 }),
]
const change = (items: readonly ScheduledItem[], id: string, fields: Partial<ScheduledItem>): ScheduledItem[] => items.map((item) => (item.id === id ? { ...item, ...fields } : item))
const running = (id: string, startedAt: string, now: string): { items: ScheduledItem[]; progress: Progress } => ({
  items: change(agenda, id, { startedAt: clock(startedAt) }),
  progress: { currentId: id, now: clock(now), timerEndsAt: null },
})

describe('the planned day', () => {
  it('follows the planned minutes from item to item', () => {
    expect(plan(agenda, day).map((span) => timeOf(span.startAt))).toEqual(['09:00', '09:30', '10:30', '11:00', '12:30', '13:30'])
  })
  it('does not begin an item before its time of day', () => {
    expect(timeOf(plan(change(agenda, 'lunch', { plannedMinutes: 45 }), day)[4]?.startAt)).toBe('12:30')
  })
  it('is what was planned, whatever was skipped, shortened or extended since', () => {
    const changed = change(change(agenda, 'share', { minutes: 10 }), 'exercise', { skipped: true })
    expect(plan(changed, day)).toEqual(plan(agenda, day))
  })
  it('the default course ends at 16:30, and its floors together free 93 minutes', () => {
    const items = defaultCourse.items.map(buildItem)
    const spans = plan(items, day)
    expect(timeOf(spans.at(-1)?.endAt)).toBe('16:30')
    expect(timeOf(spans[items.findIndex((item) => item.id === 'i-lunch')]?.startAt)).toBe('12:00')
    const counted = items.filter((item) => !item.uncounted)
    expect(counted.reduce((sum, item) => sum + item.minutes, 0)).toBe(360)
    expect(counted.reduce((sum, item) => sum + item.minutes - item.floor, 0)).toBe(93)
  })
})

describe('how late the class is', () => {
  it('is on time while the current item will end as planned', () => {
    const { items, progress } = running('exercise', '09:30', '10:00')
    expect(lateness(items, day, progress)).toEqual({ minutes: 0, goalId: 'lunch', goalMinutes: 0 })
  })
  it('is late by a late start', () => {
    const { items, progress } = running('exercise', '09:42', '10:00')
    expect(lateness(items, day, progress)).toEqual({ minutes: 12, goalId: 'lunch', goalMinutes: 12 })
  })
  it('counts the overrun of the timer, and time that was added to it', () => {
    const { items, progress } = running('exercise', '09:30', '10:37')
    expect(lateness(items, day, progress).minutes).toBe(7)
    expect(lateness(items, day, { ...progress, now: clock('10:00'), timerEndsAt: clock('10:35') }).minutes).toBe(5)
  })
  it('is ahead, a negative figure, after an item that went faster', () => {
    const { items, progress } = running('exercise', '09:25', '09:30')
    expect(lateness(items, day, progress).minutes).toBe(-5)
  })
  it('accepted cuts leave the class late now, but lunch on time', () => {
    const { items, progress } = running('exercise', '09:42', '10:00')
    expect(lateness(change(items, 'share', { minutes: 18 }), day, progress)).toEqual({ minutes: 12, goalId: 'lunch', goalMinutes: 0 })
  })
  it('skipping an item ahead makes up its time', () => {
    const { items, progress } = running('exercise', '09:42', '10:00')
    expect(lateness(change(items, 'share', { skipped: true }), day, progress).goalMinutes).toBe(-18)
  })
  it('lunch gives way down to its floor, so that the afternoon begins when it was promised', () => {
    const { items, progress } = running('share', '10:50', '11:00')
    const spans = forecast(items, day, progress)
    expect(timeOf(spans[3]?.startAt)).toBe('11:20')
    expect(timeOf(spans[4]?.startAt)).toBe('12:30')
    const veryLate = forecast(items, day, { ...progress, timerEndsAt: clock('11:45') })
    expect(timeOf(veryLate[4]?.startAt)).toBe('12:45')
  })
  it('in the afternoon the goal is the end of the day', () => {
    const { items, progress } = running('afternoon', '12:38', '13:00')
    expect(lateness(items, day, progress)).toEqual({ minutes: 8, goalId: null, goalMinutes: 8 })
  })
  it('before the first item it is late when the hour has passed', () => {
    expect(lateness(agenda, day, { currentId: null, now: clock('09:06'), timerEndsAt: null }).minutes).toBe(6)
    expect(lateness(agenda, day, { currentId: null, now: clock('08:06'), timerEndsAt: null }).minutes).toBe(0)
  })
  it('shows past items with their real times; one that was never opened took none', () => {
    const items = change(change(agenda, 'talk', { startedAt: clock('09:05'), endedAt: clock('09:45') }), 'share', { startedAt: clock('09:45') })
    const spans = forecast(items, day, { currentId: 'share', now: clock('09:50'), timerEndsAt: null })
    expect(spans.slice(0, 3).map((span) => [timeOf(span.startAt), timeOf(span.endAt)])).toEqual([['09:05', '09:45'], ['09:45', '09:45'], ['09:45', '10:15']])
  })
  it('an empty agenda is on time', () => {
    expect(lateness([], day, { currentId: null, now: clock('09:06'), timerEndsAt: null })).toEqual({ minutes: 0, goalId: null, goalMinutes: 0 })
  })
})

describe('what to shorten', () => {
  it('takes from the buffer first, then by the order of cuts, each down to its floor', () => {
    expect(proposeCuts(agenda, 'talk', 25)).toEqual({
      cuts: [{ itemId: 'share', from: 30, to: 25 }, { itemId: 'afternoon', from: 60, to: 50 }, { itemId: 'buffer', from: 10, to: 0 }],
      freedMinutes: 25, uncoveredMinutes: 0,
    })
  })
  it('looks only ahead of what must not be late', () => {
    expect(proposeCuts(agenda, 'talk', 25, 'lunch').cuts).toEqual([{ itemId: 'exercise', from: 60, to: 55 }, { itemId: 'share', from: 30, to: 10 }])
  })
  it('says what remains uncovered, leaves skipped items and the current one alone', () => {
    expect(proposeCuts(change(agenda, 'buffer', { skipped: true }), 'share', 30)).toEqual({ cuts: [{ itemId: 'afternoon', from: 60, to: 50 }], freedMinutes: 10, uncoveredMinutes: 20 })
  })
  it('proposes nothing when nobody is late', () => {
    for (const late of [0, -5, Number.NaN]) expect(proposeCuts(agenda, 'talk', late)).toEqual({ cuts: [], freedMinutes: 0, uncoveredMinutes: 0 })
  })
  it('never goes below a floor, never frees more than asked, and the sums agree', () => {
    const items = fc.array(fc.record({ minutes: fc.nat(60), floor: fc.nat(60), cut: fc.option(fc.nat(9)), skipped: fc.boolean() }), { maxLength: 20 })
      .map((list) => list.map((item, index) => buildItem({ ...item, id: `i${index}` })))
    fc.assert(fc.property(items, fc.nat(20), fc.nat(200), (list, current, late) => {
      const proposal = proposeCuts(list, `i${current}`, late)
      for (const cut of proposal.cuts) {
        const item = list.find((one) => one.id === cut.itemId)
        expect(cut.to).toBeGreaterThanOrEqual(item?.floor ?? Infinity)
        expect(cut.to).toBeLessThan(cut.from)
      }
      expect(proposal.cuts.reduce((sum, cut) => sum + cut.from - cut.to, 0)).toBe(proposal.freedMinutes)
      expect(proposal.freedMinutes + proposal.uncoveredMinutes).toBe(late)
    }))
  })
})

describe('the soft steps inside an item', () => {
  const title = { 'zh-CN': '', en: '' }
  const item = { minutes: 30, plannedMinutes: 30, steps: [{ title, minutes: 10 }, { title, minutes: 15 }, { title, minutes: 5 }] }
  it('names the current step and what remains of it', () => {
    expect(stepAt(item, 0)).toMatchObject({ index: 0, remainingMs: 10 * MINUTE })
    expect(stepAt(item, 10 * MINUTE)).toMatchObject({ index: 1, remainingMs: 15 * MINUTE })
    expect(stepAt(item, 29 * MINUTE)).toMatchObject({ index: 2, remainingMs: MINUTE })
  })
  it('stays with the last step in overtime', () => {
    expect(stepAt(item, 33 * MINUTE)).toMatchObject({ index: 2, remainingMs: -3 * MINUTE })
  })
  it('stretches with the time that the item has now', () => {
    expect(stepMarks({ ...item, minutes: 24 }).map((mark) => mark.endMs / MINUTE)).toEqual([8, 20, 24])
    expect(stepAt(item, 18 * MINUTE, 60 * MINUTE)).toMatchObject({ index: 0, remainingMs: 2 * MINUTE })
    expect(stepMinutes({ ...item, minutes: 24 })).toEqual([8, 12, 4])
    expect(stepMinutes(item, 60 * MINUTE)).toEqual([20, 30, 10])
    expect(stepMinutes(item, MINUTE)).toEqual([1, 1, 1])
    // Rounded one by one they would be 34 of the 35 minutes.
    const uneven = { minutes: 33, steps: [4, 7, 7, 12, 3].map((minutes) => ({ title: { 'zh-CN': '', en: '' }, minutes })) }
    expect(stepMinutes(uneven, 35 * MINUTE)).toEqual([4, 8, 7, 13, 3])
  })
  it('is nothing without steps', () => {
    expect(stepAt({ ...item, steps: [] }, 0)).toBeNull()
  })
})
