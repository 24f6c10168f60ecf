import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPointing } from '../../../client/features/sharing/pointing.ts'
import type { Pointer } from '../../../shared/sharing/model.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('a finger that moves a hundred times a second is told some twelve times, its last place too, and its going at once and for good', async () => {
  const sent: (Pointer | null)[] = []
  const point = createPointing((pointer) => void sent.push(pointer))
  for (let x = 1; x <= 100; x++) {
    point({ x, y: 0 })
    await vi.advanceTimersByTimeAsync(10)
  }
  await vi.advanceTimersByTimeAsync(100)
  expect(sent.length).toBeGreaterThan(8)
  expect(sent.length).toBeLessThan(16)
  expect(sent.at(-1)).toEqual({ x: 100, y: 0 })
  point({ x: 7, y: 7 })
  point(null)
  expect(sent.at(-1)).toBeNull()
  const count = sent.length
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toHaveLength(count)
})
