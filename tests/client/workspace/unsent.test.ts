// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { noteUnsent, unsentIn } from '../../../client/features/workspace/unsent.ts'

describe('P4.4: a reload does not forget that something was never sent', () => {
  beforeEach(() => localStorage.clear())

  it('counts for each class by itself', () => {
    noteUnsent('one', 3)
    noteUnsent('two', 1)
    expect([unsentIn('one'), unsentIn('two'), unsentIn('three')]).toEqual([3, 1, 0])
  })

  it('leaves nothing behind once everything has arrived', () => {
    noteUnsent('one', 3)
    noteUnsent('one', 0)
    expect(unsentIn('one')).toBe(0)
    expect(localStorage.length).toBe(0)
  })

  it('takes what is no count for none', () => {
    localStorage.setItem('ketu.unsent', '{"one":"many","two":-1}')
    expect([unsentIn('one'), unsentIn('two')]).toEqual([0, 0])
  })
})
