import { expect, it } from 'vitest'
import { nothingYet, upgradeState } from '../../../server/domain/class/upgrade.ts'
import { buildClassState } from '../../contract/classRepository.ts'

it('a class that an older program stored opens with what it lacks, and keeps what it has', () => {
  const now = buildClassState({ trainerName: '李老师' })
  // As it came from a disk on which none of this was known.
  const older: typeof now = JSON.parse(JSON.stringify(now, (key, value: unknown) => (key in nothingYet ? undefined : value)))
  expect(Object.keys(older)).not.toContain('draws')
  expect(upgradeState(older)).toEqual(now)
  expect(upgradeState({ ...older, frozenSince: 5 }).frozenSince).toBe(5)
})
