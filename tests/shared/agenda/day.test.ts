import { describe, expect, it } from 'vitest'
import { dayReport, lastTimeOf, stayedMs, type Stay } from '../../../shared/agenda/day.ts'
import { fitSteps, stepBegun } from '../../../shared/agenda/steps.ts'

const MINUTE = 60_000
const stay = (itemId: string, from: number, to: number | null, more: Partial<Stay> = {}): Stay =>
  ({ itemId, startedAt: from * MINUTE, endedAt: to === null ? null : to * MINUTE, pausedMs: 0, pausedAt: null, overtimeMs: 0, ...more })
const item = (id: string, plannedMinutes: number, more: { skipped?: boolean; uncounted?: boolean } = {}) => ({ id, plannedMinutes, skipped: false, uncounted: false, ...more })

describe('how the day went', () => {
  const agenda = [item('setup', 30, { uncounted: true }), item('talk', 10), item('skipped', 5, { skipped: true }), item('passed', 8), item('extra', 0), item('now', 20), item('later', 15)]
  const stays = [stay('setup', 0, 40), stay('talk', 40, 50), stay('extra', 50, 56), stay('talk', 56, 59, { overtimeMs: 2 * MINUTE, pausedMs: MINUTE }), stay('now', 59, null, { pausedAt: 70 * MINUTE })]
  const report = dayReport(agenda, stays, 'now', 72 * MINUTE)

  it('says of each item what was planned, what it took, and what became of it', () => {
    expect(report.rows.map((row) => [row.itemId, row.fate, row.tookMinutes, row.differenceMinutes])).toEqual([
      ['setup', 'held', 40, 10], ['talk', 'held', 13, 3], ['skipped', 'skipped', null, -5], ['passed', 'not-held', null, -8],
      ['extra', 'held', 6, 6], ['now', 'now', 13, null], ['later', 'ahead', null, null],
    ])
  })
  it('adds stays together, with their pauses and overtime; what lasts counts until now', () => {
    expect(stayedMs(stays, 'talk', 0)).toBe(13 * MINUTE)
    expect(report.rows[1]).toMatchObject({ pausedMinutes: 1, overtimeMinutes: 2, added: false })
    expect(report.rows[4]).toMatchObject({ added: true })
    expect(report.rows[5]).toMatchObject({ pausedMinutes: 2 })
  })
  it('sums what is over and counts as course time', () => {
    expect([report.plannedMinutes, report.tookMinutes]).toEqual([10 + 5 + 8 + 0, 13 + 6])
  })
})

describe('what the next class learns', () => {
  it('is how long each item took, of those that were really held', () => {
    expect(lastTimeOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }], [stay('a', 5, 25), stay('b', 25, 25.4), stay('c', 26, 40)])).toEqual({ at: 5 * MINUTE, items: [{ itemId: 'a', minutes: 20 }, { itemId: 'c', minutes: 14 }] })
  })
  it('is nothing after a look through the program, and nothing of an item that lasted a night', () => {
    expect(lastTimeOf([{ id: 'a' }], [stay('a', 0, 29)])).toBeNull()
    expect(lastTimeOf([{ id: 'a' }], [stay('a', 0, null)])).toBeNull()
    expect(lastTimeOf([{ id: 'a' }, { id: 'b' }], [stay('a', 0, 40), stay('b', 40, 940)])?.items).toEqual([{ itemId: 'a', minutes: 40 }])
  })
})

describe('the signal of a step', () => {
  const title = { 'zh-CN': '', en: '' }
  const stepped = { minutes: 30, steps: [{ title, minutes: 10 }, { title, minutes: 15 }, { title, minutes: 5 }] }
  it('comes once, when the mark is passed, the last of several', () => {
    expect(stepBegun(stepped, 9 * MINUTE, 10 * MINUTE)).toBe(1)
    expect(stepBegun(stepped, 10 * MINUTE, 11 * MINUTE)).toBeNull()
    expect(stepBegun(stepped, 0, 26 * MINUTE)).toBe(2)
  })
  it('does not come at the beginning, at zero, or when time was given back', () => {
    expect(stepBegun(stepped, -1, 0)).toBeNull()
    expect(stepBegun({ ...stepped, steps: [...stepped.steps, { title, minutes: 0 }] }, 29 * MINUTE, 30 * MINUTE)).toBeNull()
    expect(stepBegun(stepped, 12 * MINUTE, 9 * MINUTE)).toBeNull()
  })
  it('steps are fitted to other minutes as wholes that add up', () => {
    for (const minutes of [1, 7, 20, 29, 31, 45]) expect(fitSteps(stepped.steps, minutes).reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes)
    expect(fitSteps(stepped.steps, 60).map((step) => step.minutes)).toEqual([20, 30, 10])
    expect(fitSteps([], 10)).toEqual([])
  })
})
