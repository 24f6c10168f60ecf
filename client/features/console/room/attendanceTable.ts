import type { Attendance, AttendanceRow } from '../../../../shared/attendance/model.ts'

type Translate = (key: string) => string
type TimeText = (at: number) => string

export const seenText = (row: AttendanceRow, time: TimeText): string =>
  row.spans.map(([from, to]) => (time(from) === time(to) ? time(from) : `${time(from)}–${time(to)}`)).join(' ')

export const groupText = (row: AttendanceRow): string => [row.letter, row.groupName].filter(Boolean).join(' ')

export function nowText(row: AttendanceRow, t: Translate): string {
  return row.removedAt === null ? t(`console.presence.${row.presence}`) : t('console.attendance.removed')
}

export function backText(row: AttendanceRow, t: Translate): string {
  if (row.backAfterLunch === null) return ''
  return t(row.backAfterLunch ? 'console.attendance.yes' : 'console.attendance.no')
}

/** The list as cells of text, with its headings: for the clipboard and for the CSV. */
export function attendanceTable({ rows, lunchEndedAt }: Attendance, t: Translate, time: TimeText): readonly (readonly string[])[] {
  const columns = ['group', 'name', 'now', 'joined', 'seen', ...(lunchEndedAt === null ? [] : ['back'])]
  const cells = (row: AttendanceRow): readonly string[] =>
    [groupText(row), row.name, nowText(row, t), time(row.joinedAt), seenText(row, time), ...(lunchEndedAt === null ? [] : [backText(row, t)])]
  return [columns.map((column) => t(`console.attendance.${column}`)), ...rows.map(cells)]
}

/** As text that a spreadsheet takes apart again; a name can't bring a tab of its own, for names have none. */
export const tableText = (table: readonly (readonly string[])[]): string => table.map((row) => row.join('\t')).join('\n')
