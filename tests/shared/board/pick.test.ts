import { describe, expect, it } from 'vitest'
import { inOrder, pick } from '../../../shared/board/model.ts'

describe('lines picked for the projector', () => {
  it('B1: a line goes to the place it is given, moves there, and is never there twice', () => {
    expect(pick(['a', 'b'], 'c', 0)).toEqual(['c', 'a', 'b'])
    expect(pick(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
    expect(pick(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
  })

  it('B2: a place beyond the end is the end; none takes the line off', () => {
    expect(pick(['a'], 'b', 9)).toEqual(['a', 'b'])
    expect(pick(['a', 'b'], 'a', null)).toEqual(['b'])
    expect(pick(['a'], 'x', null)).toEqual(['a'])
  })

  it('B3: lines come in the order of the picks; what its author took back is left out', () => {
    const lines = [{ ref: 'a' }, { ref: 'b' }]
    expect(inOrder(lines, ['b', 'gone', 'a'], ({ ref }) => ref)).toEqual([{ ref: 'b' }, { ref: 'a' }])
  })
})
