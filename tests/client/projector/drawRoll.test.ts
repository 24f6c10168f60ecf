import { expect, it } from 'vitest'
import { litAt, ROLL_MS } from '../../../client/features/projector/drawRoll.ts'

it('the light goes round, slower and slower, and stands on the one that was drawn', () => {
  const lit = Array.from({ length: 25 }, (_, step) => litAt(step * 100, 6, 4))
  expect(new Set(lit).size).toBe(6)
  expect(lit[24]).toBe(4)
  expect(litAt(ROLL_MS * 10, 6, 4)).toBe(4)
  const changes = lit.map((one, step) => (step > 0 && one !== lit[step - 1] ? 1 : 0))
  expect(changes.slice(0, 12).filter(Boolean).length).toBeGreaterThan(changes.slice(12).filter(Boolean).length)
})
it('with one group, or before the draw’s own instant, nothing breaks', () => {
  expect(litAt(100, 1, 0)).toBe(0)
  expect(litAt(-500, 6, 4)).toBe(0)
})
