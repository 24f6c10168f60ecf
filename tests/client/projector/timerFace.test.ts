import { describe, expect, it } from 'vitest'
import { bellDue, FLASH_MS, isFlashing, timerFace } from '../../../client/features/projector/timerFace.ts'
import { SLOT_BELLS_MS } from '../../../shared/sharing/slot.ts'
import type { Timer } from '../../../shared/timer/timer.ts'

const NOW = 1_795_000_000_000
const MINUTE_MS = 60_000
const running = (leftMs: number): Timer => ({ state: 'running', durationMs: 10 * MINUTE_MS, endsAt: NOW + leftMs })

describe('the timer on the projector', () => {
  it('is calm, then in its last minute, then over', () => {
    expect(timerFace(running(5 * MINUTE_MS), NOW)).toMatchObject({ tone: 'calm', leftShare: 0.5 })
    expect(timerFace(running(MINUTE_MS + 1), NOW).tone).toBe('calm')
    expect(timerFace(running(MINUTE_MS), NOW).tone).toBe('last')
    expect(timerFace(running(0), NOW)).toMatchObject({ tone: 'over', leftShare: 0 })
  })
  it('P7.2: goes into overtime by the clock, also while the server’s word is still on its way', () => {
    expect(timerFace(running(-2_000), NOW)).toMatchObject({ state: 'overtime', leftMs: -2_000 })
  })
  it('stands still before the start and after the end, and keeps the tone of what was paused', () => {
    expect(timerFace({ state: 'idle', durationMs: MINUTE_MS / 2 }, NOW)).toMatchObject({ tone: 'still', leftMs: MINUTE_MS / 2 })
    expect(timerFace({ state: 'ended', durationMs: MINUTE_MS }, NOW)).toMatchObject({ tone: 'still', leftMs: 0 })
    expect(timerFace({ state: 'paused', durationMs: MINUTE_MS, remainingMs: -1 }, NOW)).toMatchObject({ state: 'paused', tone: 'over' })
  })
})

describe('at zero', () => {
  it('P4.19: the screen flashes whether or not a bell can be heard', () => {
    expect(isFlashing(running(1), NOW)).toBe(false)
    expect(isFlashing(running(0), NOW)).toBe(true)
    expect(isFlashing({ state: 'overtime', durationMs: MINUTE_MS, endsAt: NOW - FLASH_MS }, NOW)).toBe(false)
    expect(isFlashing({ state: 'paused', durationMs: MINUTE_MS, remainingMs: -1 }, NOW)).toBe(false)
  })
  it('the bell rings once for one end, and again for the next', () => {
    const first = bellDue(running(0), NOW, null)
    expect(first).toEqual({ at: NOW, final: true })
    expect(bellDue(running(0), NOW + 500, NOW)).toBeNull()
    expect(bellDue(running(30_000), NOW + 30_000, NOW)).toEqual({ at: NOW + 30_000, final: true })
  })
  it('a group\'s slot rings at one minute too, unless it is no longer than that; what is given more time rings anew', () => {
    const warning = bellDue(running(MINUTE_MS), NOW, null, SLOT_BELLS_MS)
    expect(warning).toEqual({ at: NOW, final: false })
    expect(bellDue(running(MINUTE_MS), NOW + 500, NOW, SLOT_BELLS_MS)).toBeNull()
    expect(bellDue(running(MINUTE_MS), NOW + MINUTE_MS, NOW, SLOT_BELLS_MS)).toEqual({ at: NOW + MINUTE_MS, final: true })
    expect(bellDue(running(2 * MINUTE_MS), NOW + MINUTE_MS, NOW, SLOT_BELLS_MS)).toEqual({ at: NOW + MINUTE_MS, final: false })
    expect(bellDue({ state: 'running', durationMs: MINUTE_MS, endsAt: NOW + MINUTE_MS }, NOW, null, SLOT_BELLS_MS)).toBeNull()
    expect(bellDue(running(MINUTE_MS), NOW, null)).toBeNull()
  })
  it('nothing rings early, nor for a projector that is opened long after zero', () => {
    expect(bellDue(running(1), NOW, null)).toBeNull()
    expect(bellDue(running(0), NOW + 10_000, null)).toBeNull()
    expect(bellDue({ state: 'ended', durationMs: MINUTE_MS }, NOW, null)).toBeNull()
  })
})
