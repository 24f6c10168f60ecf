import { expect, it } from 'vitest'
import { nothingYet, upgradeState } from '../../../server/domain/class/upgrade.ts'
import { buildClassState } from '../../contract/classRepository.ts'

it('a class that an older program stored opens with what it lacks, and keeps what it has', () => {
  const { namesWipedAt: ______, frozenSince: _, draws: __, points: ___, archivedGroups: ____, attendance: _____, ...older } = buildClassState({ trainerName: '李老师' })
  expect(upgradeState(older)).toEqual({ ...older, ...nothingYet })
  expect(upgradeState({ ...older, frozenSince: 5 }).frozenSince).toBe(5)
})
