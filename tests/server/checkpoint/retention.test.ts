import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointReasons, type CheckpointReason } from '../../../shared/checkpoint/model.ts'
import { MAX_CHECKPOINT_BYTES, MAX_CHECKPOINTS } from '../../../server/domain/checkpoint/limits.ts'
import { toDrop } from '../../../server/domain/checkpoint/retention.ts'

const MINUTE = 60_000
interface Kept {
  readonly id: string
  readonly at: number
  readonly reason: CheckpointReason
  readonly bytes: number
}
const kept = (minute: number, reason: CheckpointReason = 'interval', bytes = 20_000): Kept => ({ id: `${reason} ${minute}`, at: minute * MINUTE, reason, bytes })
const left = (newestFirst: readonly Kept[], now: number): string[] => {
  const dropped = new Set(toDrop(newestFirst, now))
  return newestFirst.filter(({ id }) => !dropped.has(id)).map(({ id }) => id)
}

describe('which checkpoints stay', () => {
  it('all of the last hour; before that one in each quarter of an hour, its newest', () => {
    const all = [118, 90, 61, 58, 44, 40, 31, 29, 20, 16, 15, 3].map((minute) => kept(minute))
    expect(left(all, 120 * MINUTE)).toEqual([118, 90, 61, 58, 44, 29, 3].map((minute) => `interval ${minute}`))
  })
  it('every end of an exercise, however old', () => {
    const all = [kept(500), kept(32, 'exercise-end'), kept(31, 'exercise-end'), kept(30, 'before-restore'), kept(30)]
    expect(left(all, 500 * MINUTE)).toEqual(all.map(({ id }) => id))
  })
  it('a whole day of work, one every three minutes, is some fifty', () => {
    let all: readonly Kept[] = []
    for (let minute = 0; minute <= 8 * 60; minute += 3) {
      const next = [kept(minute, minute % 21 === 0 ? 'exercise-end' : 'interval'), ...all]
      const ids = new Set(left(next, minute * MINUTE))
      all = next.filter(({ id }) => ids.has(id))
    }
    const intervals = all.filter(({ reason }) => reason === 'interval')
    expect(intervals.length).toBeGreaterThan(40)
    expect(intervals.length).toBeLessThan(52)
    expect(all.filter(({ reason }) => reason === 'exercise-end')).toHaveLength(23)
  })
  it('P1.17: never more than the limits in number and bytes, whatever comes; the newest always, exercise ends the longest', () => {
    const one = fc.record({ at: fc.nat(600 * MINUTE), reason: fc.constantFrom(...checkpointReasons), bytes: fc.nat(6_000_000) })
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 300, size: 'max' }), (made) => {
      const all = made.map((each, place) => ({ ...each, id: String(place) }))
      const ids = left(all, 600 * MINUTE)
      const staying = all.filter(({ id }) => ids.includes(id))
      expect(ids[0]).toBe('0')
      expect(staying.length).toBeLessThanOrEqual(MAX_CHECKPOINTS)
      if (staying.length > 1) expect(staying.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MAX_CHECKPOINT_BYTES)
      const lostAnEnd = all.some(({ id, reason }) => reason === 'exercise-end' && !ids.includes(id))
      if (lostAnEnd) expect(staying.slice(1).every(({ reason }) => reason === 'exercise-end')).toBe(true)
      expect(left(staying, 600 * MINUTE)).toEqual(ids)
    }))
  })
  it('the newest alone may be larger than all together', () => {
    expect(left([kept(2, 'interval', MAX_CHECKPOINT_BYTES + 1), kept(1, 'exercise-end')], 3 * MINUTE)).toEqual(['interval 2'])
  })
})
