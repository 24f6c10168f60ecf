import { describe, expect, it } from 'vitest'
import { isUnderWay } from '../../../shared/alone/underWay.ts'
import type { AloneRound } from '../../../shared/alone/model.ts'

const round: AloneRound = { groupId: 'g-1', exercise: 'grades', number: 1, state: 'open', openedAt: 1_000, customerIds: [], graderIds: [] }
const later = { exercises: [], itemBeganAt: 2_000 }

describe('a round that groups do alone first is under way', () => {
  it('while its item is the current one, whether anybody has entered something or not', () => {
    expect(isUnderWay(round, { ...later, exercises: ['grades'] }, 0)).toBe(true)
  })
  it('later only if somebody took it up, or the trainer opened it since', () => {
    expect(isUnderWay(round, later, 0)).toBe(false)
    expect(isUnderWay(round, later, 1)).toBe(true)
    expect(isUnderWay({ ...round, openedAt: 2_500 }, later, 0)).toBe(true)
  })
  it('never once it was shown or dropped', () => {
    expect(isUnderWay({ ...round, state: 'shown' }, { ...later, exercises: ['grades'] }, 5)).toBe(false)
    expect(isUnderWay({ ...round, state: 'dropped' }, { ...later, exercises: ['grades'] }, 5)).toBe(false)
  })
})
