// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { keepSeat, nameSeat, seatIn, seats } from '../../../client/api/session.ts'

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
  it('greets by the name that the person has now, and makes no seat of it', () => {
    keepSeat(seat('a'))
    keepSeat(seat('b', { name: '李明' }))
    nameSeat('a', '王芳')
    nameSeat('gone', '陈晓')
    expect(seats().map(({ classId, name }) => [classId, name])).toEqual([['b', '李明'], ['a', '王芳']])
  })
  it('junk in the storage costs only what is junk', () => {
    localStorage.setItem('ketu.seats', JSON.stringify([seat('a'), null, 7, seat('b', { token: 1 }), seat('c', { title: 'x' }), seat('d', { title: { 'zh-CN': '课', en: 'Class' } })]))
    expect(seats().map((one) => one.classId)).toEqual(['a', 'd'])
    localStorage.setItem('ketu.seats', '{"a":')
    expect(seats()).toEqual([])
  })
})
