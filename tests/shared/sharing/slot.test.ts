import { describe, expect, it } from 'vitest'
import { isSlot, withOwnTime } from '../../../shared/sharing/slot.ts'

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
})
