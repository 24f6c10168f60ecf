import { describe, expect, it } from 'vitest'
import { withGroupSteps } from '../../../shared/sharing/groupSteps.ts'
import { isSlot, slotsIn, withOwnTime } from '../../../shared/sharing/slot.ts'

const steps = [{ title: { 'zh-CN': '第 1 个小组', en: 'First group' }, minutes: 5 }]
const sharing = { activity: 'sharing' as const, steps }
const talk = { activity: null, steps }

describe('the steps of an item and the time of a group on the stage', () => {
  it('steps part the time of their own item', () => {
    expect(withOwnTime(sharing, null)).toBe(sharing)
    expect(withOwnTime(sharing, { presenterId: null, presentedIds: [] })).toBe(sharing)
    expect(withOwnTime(talk, { presenterId: null, presentedIds: ['a'] })).toBe(talk)
  })
  it('while the timer counts a group\'s slot, or stands between two of them, there are no marks', () => {
    expect(withOwnTime(sharing, { presenterId: 'a', presentedIds: [] }).steps).toEqual([])
    expect(withOwnTime(talk, { presenterId: 'a', presentedIds: [] }).steps).toEqual([])
    expect(withOwnTime(sharing, { presenterId: null, presentedIds: ['a'] }).steps).toEqual([])
  })
  it('a slot is a group on the stage', () => {
    expect([isSlot(null), isSlot(undefined), isSlot({ presenterId: null }), isSlot({ presenterId: 'a' })]).toEqual([false, false, false, true])
  })
  it('each group has a step, of nine and more five and the others\' gallery; together they are the item\'s minutes', () => {
    const minutesOf = (groups: number, minutes: number): number[] => withGroupSteps({ ...sharing, steps: steps.slice(1), minutes }, groups).steps.map((step) => step.minutes)
    expect(minutesOf(6, 30)).toEqual([5, 5, 5, 5, 5, 5])
    expect(minutesOf(8, 30)).toEqual([4, 4, 3, 4, 4, 4, 3, 4])
    expect(minutesOf(12, 30)).toEqual([5, 5, 5, 5, 5, 5])
    expect(withGroupSteps({ ...sharing, steps: steps.slice(1), minutes: 30 }, 9).steps.at(-1)?.title.en).toBe('The other groups: a gallery')
  })
  it('with a minute to change over, the item is enough for so many groups', () => {
    expect(slotsIn(30, 6, 240_000)).toEqual({ minutes: 30, fit: 6 })
    expect(slotsIn(30, 12, 240_000)).toEqual({ minutes: 60, fit: 6 })
    expect(slotsIn(20, 7, 120_000)).toEqual({ minutes: 21, fit: 6 })
  })
})
