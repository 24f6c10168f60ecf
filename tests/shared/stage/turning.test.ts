import { expect, it } from 'vitest'
import { holdPage, turnedFor, turningFrom } from '../../../shared/stage/turning.ts'

it('a page that is held stays, and goes on for the rest of its time when it is let go', () => {
  const shown = turningFrom(1_000)
  expect(turnedFor(shown, 6_000)).toBe(5_000)
  const held = holdPage(shown, true, 6_000)
  expect(holdPage(held, true, 9_000)).toBe(held)
  expect(turnedFor(held, 60_000)).toBe(5_000)
  const freed = holdPage(held, false, 60_000)
  expect(turnedFor(freed, 63_000)).toBe(8_000)
  expect(holdPage(freed, false, 70_000)).toBe(freed)
})
it('begins at the first page also where the clock was set back meanwhile', () => {
  expect(turnedFor(turningFrom(9_000), 1_000)).toBe(0)
})
