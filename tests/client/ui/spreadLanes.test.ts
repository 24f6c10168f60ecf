import { expect, it } from 'vitest'
import { lanesOf } from '../../../client/ui/spreadLanes.ts'

const dots = (...places: readonly number[]) => places.map((place) => ({ place, width: 20 }))

it('keeps dots on the line while they have room, and moves one that would hide another above or below it', () => {
  expect(lanesOf(dots(0, 20, 60))).toEqual([0, 0, 0])
  expect(lanesOf(dots(0, 10, 15, 22))).toEqual([0, -1, 1, 0])
})
it('where there is no room at all, takes the lane whose last dot is farthest away', () => {
  expect(lanesOf(dots(0, 2, 4, 6))).toEqual([0, -1, 1, 0])
})
