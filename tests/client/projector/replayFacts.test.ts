import { expect, it } from 'vitest'
import { movesWithin, type QuadrantMove } from '../../../client/features/projector/replayFacts.ts'

const moves = [6, 4, 3, 3, 2, 2, 1].map((count, place): QuadrantMove => ({ key: `${place}`, from: 'attack', to: 'deepen', count }))

it.each([3, 6, 7, 8])('of seven kinds of move, what %i lines list adds up to all that changed quadrant', (most) => {
  const { shown, others } = movesWithin(moves, most)
  expect(shown.length + (others > 0 ? 1 : 0)).toBeLessThanOrEqual(most)
  expect(shown.reduce((sum, { count }) => sum + count, 0) + others).toBe(21)
})
