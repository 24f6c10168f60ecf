import { MAX_FIGURE } from '../customer/document.ts'
import type { Grade } from '../customer/model.ts'
import type { GroupWork } from '../groupwork/model.ts'
import { rowLimit, textLimit } from '../groupwork/cells.ts'
import type { IntakeSheet, IntakeTable } from '../intake/table.ts'
import { axes, type Factor } from '../scale/model.ts'
import { parseDecimal } from '../text/decimal.ts'
import { isBlank, nameKey, truncateCodePoints } from '../text/sanitise.ts'
import { figureColumn, gradeColumn, MARKER, MARKER_SHEET, ROWS_BELOW, sheetKind, WORKBOOK_FORMAT } from '../workbook/layout.ts'
import type { ReviewedCustomer } from './model.ts'

export type WorkbookReading =
  | {
    readonly outcome: 'read'
    readonly customers: readonly ReviewedCustomer[]
    /** Of the group that the workbook was made for. */
    readonly groupId: string
    readonly letter: string
    /** Cells that hold something that is no answer. */
    readonly unread: number
    /** Rows beyond what a list holds. */
    readonly tooMany: number
  }
  /** foreign: no workbook of ours, or no longer to be recognised; empty: no customer in it. */
  | { readonly outcome: 'foreign' | 'newer' | 'empty' }

/** A group's workbook as it comes back from work. `work` says which factors there are; answers to others are left out. */
export function readWorkbook({ sheets }: IntakeTable, work: GroupWork): WorkbookReading {
  const marks = readMarks(sheets)
  const measuring = sheets.find(({ rows }) => rows[0]?.[0] === sheetKind.measuring)
  if (!marks || !measuring) return { outcome: 'foreign' }
  if (Number(marks.get(MARKER)) > WORKBOOK_FORMAT) return { outcome: 'newer' }
  const first = measuring.rows.findIndex((row) => row[0] === ROWS_BELOW)
  const columns = new Map((measuring.rows[0] ?? []).map((key, at) => [key, at]))
  if (first < 0 || !columns.has('name')) return { outcome: 'foreign' }
  const cells: Cells = { columns, factors: axes.flatMap((axis) => work.scales[axis].factors), dontKnow: marks.get('dontKnow') ?? '', unread: 0 }
  const known = new Map([...work.customers, ...work.removedCustomers].map(({ id, name }) => [id, name]))
  const customers = measuring.rows.slice(first + 1).flatMap((row) => readRow(row, cells))
  if (customers.length === 0) return { outcome: 'empty' }
  return {
    outcome: 'read', customers: recognised(customers, known).slice(0, rowLimit.customers), unread: cells.unread, tooMany: Math.max(0, customers.length - rowLimit.customers),
    groupId: marks.get('group') ?? '', letter: marks.get('letter') ?? '',
  }
}

/** Which group a workbook belongs to, before its group's work is at hand; null for what is no workbook of ours. */
export function workbookGroup({ sheets }: IntakeTable): { readonly groupId: string; readonly letter: string } | null {
  const marks = readMarks(sheets)
  return marks && { groupId: marks.get('group') ?? '', letter: marks.get('letter') ?? '' }
}

interface Cells {
  readonly columns: ReadonlyMap<string, number>
  readonly factors: readonly Factor[]
  readonly dontKnow: string
  unread: number
}

function readMarks(sheets: readonly IntakeSheet[]): ReadonlyMap<string, string> | null {
  const marks = new Map(sheets.find(({ name }) => name === MARKER_SHEET)?.rows.map(([key = '', value = '']) => [key, value]))
  return marks.has(MARKER) ? marks : null
}

function readRow(row: readonly string[], cells: Cells): ReviewedCustomer[] {
  const cell = (key: string): string => row[cells.columns.get(key) ?? -1]?.trim() ?? ''
  const name = truncateCodePoints(cell('name').replace(/\s+/gu, ' '), textLimit.name).trim()
  if (isBlank(name)) return []
  const number = (text: string, min = -MAX_FIGURE): number | null => {
    const value = parseDecimal(text)
    if (value !== null && value !== 'invalid' && value >= min) return value
    if (!isBlank(text)) cells.unread++
    return null
  }
  const grades = cells.factors.flatMap((factor): (readonly [string, Grade])[] => {
    const grade = readAnswer(cell(figureColumn(factor.id)), cell(gradeColumn(factor.id)), factor, cells)
    return grade ? [[factor.id, grade]] : []
  })
  return [{ customerId: row[0]?.trim() || null, name, effort: number(cell('effort'), 0), revenue: number(cell('revenue')), grades }]
}

/** As the workbook itself counts: the figure comes first, then the grade. */
function readAnswer(figure: string, grade: string, factor: Factor, cells: Cells): Grade | null {
  const isUnknown = (text: string): boolean => cells.dontKnow !== '' && text === cells.dontKnow
  const raw = factor.measure === 'numeric' ? parseDecimal(figure, factor.unit) : null
  if (typeof raw === 'number') return { kind: 'raw', raw }
  if (isUnknown(figure) || isUnknown(grade)) return { kind: 'unknown' }
  const level = parseDecimal(grade)
  if (factor.intervals.some((interval) => interval.level === level)) return { kind: 'level', level: Number(level) }
  if (!isBlank(grade) || (raw === 'invalid' && !isBlank(figure))) cells.unread++
  return null
}

/** The first row with a customer's id is that customer; a copied row, and one added by hand with a known name, is told by its name. */
function recognised(customers: readonly ReviewedCustomer[], known: ReadonlyMap<string, string>): ReviewedCustomer[] {
  const taken = new Set<string>()
  const take = (id: string | undefined): string | null => {
    if (id === undefined || !known.has(id) || taken.has(id)) return null
    taken.add(id)
    return id
  }
  const byId = customers.map((customer) => ({ ...customer, customerId: take(customer.customerId ?? undefined) }))
  const named = new Map([...known].map(([id, name]) => [nameKey(name), id]))
  return byId.map((customer) => (customer.customerId === null ? { ...customer, customerId: take(named.get(nameKey(customer.name))) } : customer))
}
