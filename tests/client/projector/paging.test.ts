import { describe, expect, it } from 'vitest'
import { PAGE_MS, pageAt, pagesOf } from '../../../client/features/projector/paging.ts'

const lines = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

describe('long scenes turn pages', () => {
  it('P8.2: no page is longer than what can be read; the rest goes to the next page, never into smaller type', () => {
    for (let count = 0; count <= 40; count++) {
      const pages = pagesOf(lines(count), 6)
      expect(pages.every((page) => page.length <= 6)).toBe(true)
      expect(pages.flat()).toEqual(lines(count))
    }
  })
  it('spreads what is there evenly: seven lines are four and three, not six and one', () => {
    expect(pagesOf(lines(7), 6).map((page) => page.length)).toEqual([4, 3])
    expect(pagesOf(lines(13), 6).map((page) => page.length)).toEqual([5, 5, 3])
  })
  it('has one empty page of nothing', () => {
    expect(pagesOf([], 6)).toEqual([[]])
  })
  it('begins with the first page, and leaves each for its full time', () => {
    expect([0, PAGE_MS - 1, PAGE_MS, 2 * PAGE_MS, 3 * PAGE_MS].map((turnedMs) => pageAt(turnedMs, 3))).toEqual([0, 0, 1, 2, 0])
    expect(pageAt(5 * PAGE_MS, 1)).toBe(0)
    expect(pageAt(Number.NaN, 3)).toBe(0)
  })
})
