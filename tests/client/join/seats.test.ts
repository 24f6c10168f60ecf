// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { greetSeat, keepSeat, seatIn, seats } from '../../../client/api/session.ts'

const seat = (classId: string, change: object = {}) => ({ classId, code: '482913', participantId: 'p', token: 't', at: 1, ...change })

describe('the seats that a device keeps', () => {
  beforeEach(() => localStorage.clear())

  it('the newest class comes first; a class has one seat', () => {
    keepSeat(seat('a', { name: '王芳' }))
    keepSeat(seat('b'))
    keepSeat(seat('a', { name: '王芳B' }))
    expect(seats().map((one) => one.classId)).toEqual(['a', 'b'])
    expect(seatIn('a')?.name).toBe('王芳B')
  })
  it('greets by the name and the group that the person has now, and makes no seat of it', () => {
    keepSeat(seat('a'))
    keepSeat(seat('b', { name: '李明' }))
    greetSeat('a', { name: '王芳', group: { index: 2, name: '先锋' } })
    greetSeat('gone', { name: '陈晓', group: undefined })
    expect(seats().map(({ classId, name, group }) => [classId, name, group?.name])).toEqual([['b', '李明', undefined], ['a', '王芳', '先锋']])
    greetSeat('a', { name: '王芳', group: undefined })
    expect(seatIn('a')?.group).toBeUndefined()
  })
  it('junk in the storage costs only what is junk', () => {
    localStorage.setItem('ketu.seats', JSON.stringify([seat('a'), null, 7, seat('b', { token: 1 }), seat('c', { title: 'x' }), seat('d', { title: { 'zh-CN': '课', en: 'Class' } }), seat('e', { group: { index: 'A' } })]))
    expect(seats().map((one) => one.classId)).toEqual(['a', 'd'])
    localStorage.setItem('ketu.seats', '{"a":')
    expect(seats()).toEqual([])
  })
})
