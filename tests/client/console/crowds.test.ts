import { expect, it } from 'vitest'
import type { AttendanceRow } from '../../../shared/attendance/model.ts'
import { crowds } from '../../../client/features/console/room/crowds.ts'

const MINUTE_MS = 60_000
const row = (participantId: string, minute: number, change: Partial<AttendanceRow> = {}): AttendanceRow => ({
  participantId, name: participantId, letter: 'A', groupName: '', joinedAt: minute * MINUTE_MS + 5, removedAt: null, presence: 'online', spans: [], neverHere: false, backAfterLunch: null, ...change,
})
const minuteOf = (at: number): string => `9:${Math.floor(at / MINUTE_MS)}`

it('whom to remove together: those who never came, and those who joined from a minute on, the latest first', () => {
  const rows = [row('ada', 0), row('x1', 41, { neverHere: true }), row('ben', 3), row('x2', 41), row('gone', 42, { removedAt: 1 }), row('x3', 43)]
  expect(crowds(rows, minuteOf)).toEqual([
    { key: 'never', since: null, ids: ['x1'] },
    { key: '9:43', since: '9:43', ids: ['x3'] },
    { key: '9:41', since: '9:41', ids: ['x3', 'x1', 'x2'] },
    { key: '9:3', since: '9:3', ids: ['x3', 'x1', 'x2', 'ben'] },
    { key: '9:0', since: '9:0', ids: ['x3', 'x1', 'x2', 'ben', 'ada'] },
  ])
})
