import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_DURATION_MS, MIN_DURATION_MS, type Timer, type TimerEvent, afterSleep, elapsedMs, remainingMs, step } from '../../../shared/timer/timer.ts'

const MINUTE = 60_000
const idle: Timer = { state: 'idle', durationMs: 10 * MINUTE }
const at = 1_700_000_000_000
const run = (timer: Timer, ...events: readonly (readonly [TimerEvent, number])[]): Timer => events.reduce((state, [event, now]) => step(state, event, now), timer)
const started = run(idle, [{ kind: 'start' }, at])
const overtime = run(started, [{ kind: 'tick' }, at + 11 * MINUTE])
const adjust = (minutes: number): TimerEvent => ({ kind: 'adjust', byMs: minutes * MINUTE })

describe('the exercise timer', () => {
  it('runs from its start to its end, and on into overtime', () => {
    expect(remainingMs(idle, at)).toBe(10 * MINUTE)
    expect(started).toEqual({ state: 'running', durationMs: 10 * MINUTE, endsAt: at + 10 * MINUTE })
    expect(step(started, { kind: 'tick' }, at + 10 * MINUTE - 1)).toBe(started)
    expect(step(started, { kind: 'tick' }, at + 10 * MINUTE).state).toBe('overtime')
    expect(remainingMs(overtime, at + 12 * MINUTE)).toBe(-2 * MINUTE)
    expect(step(overtime, { kind: 'end' }, at + 12 * MINUTE)).toEqual({ state: 'ended', durationMs: 10 * MINUTE, zeroAt: at + 10 * MINUTE })
  })

  it('keeps what remains while paused, and goes on from there', () => {
    const paused = step(started, { kind: 'pause' }, at + 4 * MINUTE)
    expect(remainingMs(paused, at + 60 * MINUTE)).toBe(6 * MINUTE)
    const resumed = step(paused, { kind: 'resume' }, at + 60 * MINUTE)
    expect(resumed).toEqual({ state: 'running', durationMs: 10 * MINUTE, endsAt: at + 66 * MINUTE })
  })

  it('keeps overtime while paused, and is in overtime again after it', () => {
    const paused = step(overtime, { kind: 'pause' }, at + 13 * MINUTE)
    expect(remainingMs(paused, at + 99 * MINUTE)).toBe(-3 * MINUTE)
    const resumed = step(paused, { kind: 'resume' }, at + 20 * MINUTE)
    expect(resumed.state).toBe('overtime')
    expect(remainingMs(resumed, at + 20 * MINUTE)).toBe(-3 * MINUTE)
  })

  it('extends and shortens, before the start, running and paused', () => {
    expect(step(idle, adjust(5), at)).toEqual({ state: 'idle', durationMs: 15 * MINUTE })
    expect(remainingMs(step(started, adjust(1), at), at)).toBe(11 * MINUTE)
    expect(remainingMs(step(started, adjust(-1), at), at)).toBe(9 * MINUTE)
    const paused = step(started, { kind: 'pause' }, at + 4 * MINUTE)
    expect(remainingMs(step(paused, adjust(5), at), at)).toBe(11 * MINUTE)
  })

  it('taking away more than is left brings the end to now, and no further', () => {
    const now = at + 9.5 * MINUTE
    const cut = step(started, adjust(-1), now)
    expect(cut.state).toBe('overtime')
    expect(remainingMs(cut, now)).toBe(0)
  })

  it('a minute more in overtime makes it run again when the new end lies ahead', () => {
    expect(step(overtime, adjust(5), at + 11 * MINUTE).state).toBe('running')
    const stillLate = step(overtime, adjust(1), at + 13 * MINUTE)
    expect(stillLate.state).toBe('overtime')
    expect(remainingMs(stillLate, at + 13 * MINUTE)).toBe(-2 * MINUTE)
    expect(step(overtime, adjust(-1), at + 11 * MINUTE)).toBe(overtime)
  })

  it('P7.4: pressed twice, an event does nothing the second time', () => {
    expect(step(started, { kind: 'start' }, at + MINUTE)).toBe(started)
    const paused = step(started, { kind: 'pause' }, at + MINUTE)
    expect(step(paused, { kind: 'pause' }, at + 2 * MINUTE)).toBe(paused)
    const ended = step(started, { kind: 'end' }, at + MINUTE)
    for (const kind of ['start', 'pause', 'resume', 'end', 'tick'] as const) expect(step(ended, { kind }, at)).toBe(ended)
    for (const kind of ['pause', 'resume', 'end', 'tick'] as const) expect(step(idle, { kind }, at)).toBe(idle)
  })

  it('P7.3: a sleep of the laptop costs no classroom time', () => {
    const asleepSince = at + 3 * MINUTE
    const after = afterSleep(started, asleepSince)
    expect(after).toEqual({ state: 'paused', durationMs: 10 * MINUTE, remainingMs: 7 * MINUTE })
    // Also when a late tick came first and took it for overtime.
    expect(afterSleep(step(started, { kind: 'tick' }, at + 90 * MINUTE), asleepSince)).toEqual(after)
    expect(afterSleep(idle, asleepSince)).toBe(idle)
    expect(afterSleep(after, asleepSince)).toBe(after)
  })
})

describe('whatever events come in whatever order', () => {
  const event: fc.Arbitrary<TimerEvent> = fc.oneof(
    fc.constantFrom<TimerEvent>({ kind: 'start' }, { kind: 'pause' }, { kind: 'resume' }, { kind: 'end' }, { kind: 'tick' }),
    fc.record({ kind: fc.constant('adjust' as const), byMs: fc.oneof(fc.integer({ min: -3_600_000, max: 3_600_000 }), fc.constantFrom(NaN, Infinity, -Infinity)) }),
    fc.record({ kind: fc.constant('reset' as const), durationMs: fc.oneof(fc.integer({ min: -5, max: 20_000_000 }), fc.constant(NaN)) }),
  )
  const history = fc.array(fc.record({ event, waitMs: fc.nat(30 * MINUTE) }), { maxLength: 30 })

  it('P7.4: duration and remaining time stay sound, and running means that time is left or a tick is due', () => {
    fc.assert(fc.property(history, (steps) => {
      let [timer, now]: [Timer, number] = [idle, at]
      for (const { event: next, waitMs } of steps) {
        now += waitMs
        timer = step(timer, next, now)
        expect(timer.durationMs).toBeGreaterThanOrEqual(MIN_DURATION_MS)
        expect(timer.durationMs).toBeLessThanOrEqual(MAX_DURATION_MS)
        expect(Number.isFinite(remainingMs(timer, now))).toBe(true)
        expect(elapsedMs(timer, now)).toBeGreaterThanOrEqual(0)
        const ticked = step(timer, { kind: 'tick' }, now)
        if (ticked.state === 'running') expect(remainingMs(ticked, now)).toBeGreaterThan(0)
        if (ticked.state === 'overtime') expect(remainingMs(ticked, now)).toBeLessThanOrEqual(0)
      }
    }))
  })

  it('only a reset leaves "ended", and no event but time and adjusting changes what remains', () => {
    fc.assert(fc.property(history, (steps) => {
      let [timer, now]: [Timer, number] = [idle, at]
      for (const { event: next, waitMs } of steps) {
        now += waitMs
        const after = step(timer, next, now)
        if (timer.state === 'ended' && next.kind !== 'reset') expect(after).toBe(timer)
        if (next.kind !== 'reset' && next.kind !== 'adjust' && next.kind !== 'end') expect(remainingMs(after, now)).toBe(remainingMs(timer, now))
        timer = after
      }
    }))
  })
})
