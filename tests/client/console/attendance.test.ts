import { expect, it } from 'vitest'
import { attendanceTable, tableText } from '../../../client/features/console/room/attendanceTable.ts'
import type { AttendanceRow } from '../../../shared/attendance/model.ts'
import { csvOf } from '../../../shared/text/csv.ts'

const row = (change: Partial<AttendanceRow>): AttendanceRow => ({
  participantId: 'p', name: '王伟', letter: 'A', groupName: '远航队', joinedAt: 1, removedAt: null, presence: 'online', spans: [[1, 5], [9, 9]], neverHere: false, backAfterLunch: null, ...change,
})
const t = (key: string): string => key.split('.').at(-1) ?? ''
const time = (at: number): string => `t${at}`

it('one line a person: group, name, joined, now, when they were seen', () => {
  expect(attendanceTable({ rows: [row({})], lunchEndedAt: null }, t, time)).toEqual([
    ['group', 'name', 'now', 'joined', 'seen'], ['A 远航队', '王伟', 'online', 't1', 't1–t5 t9'],
  ])
})
it('after lunch it also says who came back; who was removed is told as removed', () => {
  const table = attendanceTable({ rows: [row({ backAfterLunch: true }), row({ backAfterLunch: false, removedAt: 3 })], lunchEndedAt: 8 }, t, time)
  expect(table.map((cells) => [cells[2], cells[5]])).toEqual([['now', 'back'], ['online', 'yes'], ['removed', 'no']])
  expect(tableText(table).split('\n')).toHaveLength(3)
})
it('P5.7: a name that would be a formula is text in the file', () => {
  expect(csvOf(attendanceTable({ rows: [row({ name: '=HYPERLINK("x")' })], lunchEndedAt: null }, t, time))).toContain(`"'=HYPERLINK(""x"")"`)
})
