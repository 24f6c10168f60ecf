import { describe, expect, it } from 'vitest'
import { linePages, rowsOf } from '../../../client/features/projector/linePages.ts'

describe('lines in pages', () => {
  it('G1: what is long fills a page sooner; the order stays and nothing is lost', () => {
    const lines = [1, 3, 2, 2, 1, 4]
    const pages = linePages(lines, (rows) => rows, 4)
    expect(pages).toEqual([[1, 3], [2, 2], [1], [4]])
  })

  it('G2: a line that is longer than a page has one for itself; no lines are one empty page', () => {
    expect(linePages([9, 1], (rows) => rows, 4)).toEqual([[9], [1]])
    expect(linePages([], () => 1, 4)).toEqual([[]])
  })

  it('G3: twice the text takes twice the rows', () => {
    expect(rowsOf('客'.repeat(10), 12)).toBe(1)
    expect(rowsOf('客'.repeat(20), 12)).toBe(2)
    expect(rowsOf('', 12)).toBe(1)
  })
})
