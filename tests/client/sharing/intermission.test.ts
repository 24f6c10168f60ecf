import { expect, it } from 'vitest'
import { intermissionOf } from '../../../client/features/sharing/intermission.ts'
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
