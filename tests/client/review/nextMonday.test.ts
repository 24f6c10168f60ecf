import { describe, expect, it } from 'vitest'
import { nextMonday } from '../../../client/features/review/nextMonday.ts'

describe('the day that a commitment is offered', () => {
  it.each([['2026-11-26', '2026-11-30'], ['2026-11-29', '2026-11-30'], ['2026-11-30', '2026-12-07'], ['2026-12-31', '2027-01-04']])('R1: on %s it is %s', (day, monday) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    expect(nextMonday(new Date(year, month - 1, date, 23, 59))).toBe(monday)
  })
})
