import { expect, it } from 'vitest'
import { intermissionOf, toScore } from '../../../client/features/sharing/intermission.ts'
import { defaultRubric, type Sharing } from '../../../shared/sharing/model.ts'

const sharing = (presentedIds: readonly string[]): Sharing =>
  ({ order: ['g1', 'g2', 'g3'], presenterId: null, presentedIds, slotMs: 240_000, artifact: { kind: 'map', customerId: null }, driverId: null, rubric: defaultRubric, shownIds: [] })

it('while nobody is on the stage, a group is told what it means for itself', () => {
  expect(intermissionOf(null, 'g2')).toBe('before')
  expect(intermissionOf(sharing([]), 'g2')).toBe('before')
  expect(intermissionOf(sharing([]), 'g1')).toBe('next')
  expect(intermissionOf(sharing(['g1']), 'g1')).toBe('presented')
  expect(intermissionOf(sharing(['g1']), 'g2')).toBe('next')
  expect(intermissionOf(sharing(['g1']), 'g3')).toBe('between')
  expect(intermissionOf(sharing(['g1', 'g2', 'g3']), 'g1')).toBe('over')
})

it('the group that has left the stage is scored until the next one is there or the item is over; nobody scores the own group', () => {
  const after = sharing(['g1', 'g2'])
  expect(toScore(after, 'g3', true)).toBe('g2')
  expect(toScore(after, 'g2', true)).toBeNull()
  expect(toScore({ ...after, presenterId: 'g3' }, 'g1', true)).toBe('g3')
  expect(toScore({ ...after, presenterId: 'g3' }, 'g3', true)).toBeNull()
  expect(toScore(after, 'g3', false)).toBeNull()
  expect(toScore(sharing([]), 'g3', true)).toBeNull()
})
