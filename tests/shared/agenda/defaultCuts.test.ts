import { describe, expect, it } from 'vitest'
import { proposeCuts } from '../../../shared/agenda/cuts.ts'
import { defaultCourse } from '../../../shared/course/default.ts'

const items = defaultCourse.items.map((item) => ({ ...item, plannedMinutes: item.minutes, skipped: false, startedAt: null, endedAt: null }))
const cutsOf = (late: number, currentId: string, untilId: string | null = null) => {
  const { cuts, freedMinutes, uncoveredMinutes } = proposeCuts(items, currentId, late, untilId)
  return { cuts: cuts.map(({ itemId, from, to }) => `${itemId} ${from}→${to}`), freedMinutes, uncoveredMinutes }
}

/** By the printed schedule: the buffer, then 1, 2 … each down to its floor, the latest of an order first. */
describe('the default day runs late', () => {
  it('by 5: the buffer gives', () => {
    expect(cutsOf(5, 'i-6-1')).toEqual({ cuts: ['i-buffer 8→3'], freedMinutes: 5, uncoveredMinutes: 0 })
  })
  it('by 12: the buffer, then the sharing', () => {
    expect(cutsOf(12, 'i-6-1')).toEqual({ cuts: ['i-9 30→26', 'i-buffer 8→0'], freedMinutes: 12, uncoveredMinutes: 0 })
  })
  it('by 25 after lunch: buffer 8, sharing 10, then the sample case 3 and four of the map', () => {
    expect(cutsOf(25, 'i-6-1')).toEqual({ cuts: ['i-6-4 12→8', 'i-8-1 8→5', 'i-9 30→20', 'i-buffer 8→0'], freedMinutes: 25, uncoveredMinutes: 0 })
  })
  it('by more than the afternoon can give: everything with a place in the order is at its floor, and the rest is said', () => {
    const { freedMinutes, uncoveredMinutes } = cutsOf(60, 'i-6-1')
    expect([freedMinutes, uncoveredMinutes]).toEqual([8 + 10 + 3 + 4 + 4 + 4, 60 - 33])
  })
  it('by 7 in the scales: only what comes before lunch can save lunch', () => {
    expect(cutsOf(7, 'i-3-2', 'i-lunch')).toEqual({ cuts: ['i-3-3 10→7', 'i-4-3 7→3'], freedMinutes: 7, uncoveredMinutes: 0 })
  })
  it('from the start the whole day can win back 59 of the 93 minutes above the floors', () => {
    expect(cutsOf(93, 'i-0')).toMatchObject({ freedMinutes: 59, uncoveredMinutes: 34 })
  })
})
