// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { noteUnsent, splitPlace, unsentIn, unsentPlace } from '../../../client/features/workspace/unsent.ts'

describe('P4.4: a reload does not forget that something was never sent', () => {
  beforeEach(() => localStorage.clear())

  it('counts for each class by itself, and in it for each person and group', () => {
    noteUnsent('one', { a: 3, b: 2 })
    noteUnsent('two', { a: 1 })
    expect([unsentIn('one'), unsentIn('two'), unsentIn('three')]).toEqual([{ a: 3, b: 2 }, { a: 1 }, {}])
  })

  it('tells by whom and for which group', () => {
    noteUnsent('one', { [unsentPlace('wang', 'a')]: 3 })
    expect(Object.keys(unsentIn('one')).map(splitPlace)).toEqual([['wang', 'a']])
  })

  it('leaves nothing behind once everything has arrived', () => {
    noteUnsent('one', { a: 3, b: 0 })
    expect(unsentIn('one')).toEqual({ a: 3 })
    noteUnsent('one', { a: 0 })
    expect(unsentIn('one')).toEqual({})
    expect(localStorage.length).toBe(0)
  })

  it('takes what is no count for none', () => {
    localStorage.setItem('ketu.unsent', '{"one":"many","two":-1,"three":{"a":"many","b":-1,"c":2}}')
    expect([unsentIn('one'), unsentIn('two'), unsentIn('three')]).toEqual([{}, {}, { c: 2 }])
  })
})
