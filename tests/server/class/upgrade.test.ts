import { expect, it } from 'vitest'
import { controlTimer } from '../../../server/domain/class/timing.ts'
import { nothingYet, upgradeState } from '../../../server/domain/class/upgrade.ts'
import { defaultCourse } from '../../../shared/course/default.ts'
import { buildClassState } from '../../contract/classRepository.ts'

it('a class that an older program stored opens with what it lacks, and keeps what it has', () => {
  const now = buildClassState({ trainerName: '李老师' })
  // As it came from a disk on which none of this was known.
  const older: typeof now = JSON.parse(JSON.stringify(now, (key, value: unknown) => (key in nothingYet ? undefined : value)))
  expect(Object.keys(older)).not.toContain('draws')
  expect(upgradeState(older)).toEqual(now)
  expect(upgradeState({ ...older, frozenSince: 5 }).frozenSince).toBe(5)
})

const MINUTE_MS = 60_000
const START = Date.UTC(2026, 10, 23, 9)

/** Paused two minutes after zero, by a program that did not note when that was. */
function pausedInOvertime() {
  const [item] = defaultCourse.items
  if (!item) throw new Error('the course has no items')
  const group = { id: 'a', index: 0, name: '' }
  return upgradeState(buildClassState({
    agenda: [{ ...item, skipped: false, plannedMinutes: 10, startedAt: START, endedAt: null, lockAtZero: true }],
    currentId: item.id,
    timer: { state: 'paused', durationMs: 10 * MINUTE_MS, remainingMs: -2 * MINUTE_MS },
    groups: [
      { ...group, lock: { state: 'open' } },
      { ...group, id: 'b', index: 1, lock: { state: 'locked', since: START + 10 * MINUTE_MS + 10_000 } },
      { ...group, id: 'c', index: 2, lock: { state: 'locked', since: START + MINUTE_MS } },
    ],
  }))
}
const locksOf = ({ groups }: ReturnType<typeof upgradeState>): readonly string[] => groups.map(({ lock }) => lock.state)

it('a timer that an older program paused in overtime goes on without locking anybody again', () => {
  const state = pausedInOvertime()
  const resumed = controlTimer(state, { kind: 'resume' }, START + 60 * MINUTE_MS)
  expect(resumed.timer).toMatchObject({ state: 'overtime', endsAt: START + 58 * MINUTE_MS })
  expect(locksOf(resumed)).toEqual(['open', 'locked', 'locked'])
})

it('more time on a timer that an older program paused in overtime opens what its end locked', () => {
  const given = controlTimer(pausedInOvertime(), { kind: 'adjust', byMs: 5 * MINUTE_MS }, START + 60 * MINUTE_MS)
  expect(given.timer).toEqual({ state: 'paused', durationMs: 15 * MINUTE_MS, remainingMs: 3 * MINUTE_MS })
  expect(locksOf(given)).toEqual(['open', 'open', 'locked'])
})
