import { expect, it } from 'vitest'
import { standings, totalOf } from '../../../shared/points/points.ts'

it('points of a group are the sum of what it was given and what was taken', () => {
  const entry = (groupId: string, points: number) => ({ id: `${groupId}${points}`, groupId, points, reason: '', at: 0 })
  const entries = [entry('a', 5), entry('b', 3), entry('a', -2)]
  expect([totalOf(entries, 'a'), totalOf(entries, 'b'), totalOf(entries, 'c')]).toEqual([3, 3, 0])
})
it('groups with the same points share a place, and the next one is that much further back', () => {
  const groups = [{ id: 'a', points: 3 }, { id: 'b', points: 7 }, { id: 'c', points: 3 }, { id: 'd', points: -1 }]
  expect(standings(groups).map(({ group, place }) => [group.id, place])).toEqual([['b', 1], ['a', 2], ['c', 2], ['d', 4]])
})
