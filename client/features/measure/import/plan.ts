import { MAX_FIGURE, type NewCustomer } from '../../../../shared/customer/document.ts'
import { type EffortUnit, type Grade, MONEY_UNIT } from '../../../../shared/customer/model.ts'
import { rowLimit, textLimit } from '../../../../shared/groupwork/cells.ts'
import type { IntakeSheet } from '../../../../shared/intake/table.ts'
import type { Factor } from '../../../../shared/scale/model.ts'
import { sameName } from '../../../../shared/scale/similarNames.ts'
import { parseDecimal } from '../../../../shared/text/decimal.ts'
import { isBlank, nameKey, truncateCodePoints, wellFormed } from '../../../../shared/text/sanitise.ts'
import type { Column } from '../grading.ts'
import type { Matching, Meaning } from './columns.ts'

export type PlannedCustomer = Omit<NewCustomer, 'id'> & { readonly grades: ReadonlyMap<string, Grade> }

/** What would be added, said before it is. */
export interface ImportPlan {
  readonly added: readonly PlannedCustomer[]
  /** Names that stand on the list already, or stood higher up in the file. */
  readonly duplicates: readonly string[]
  /** Rows with something in them, but no name. */
  readonly nameless: number
  readonly tooMany: number
  readonly shortened: number
  /** Cells in which no answer could be read; they are left empty. */
  readonly unread: number
}
export interface PlanOptions {
  readonly existing: readonly string[]
  readonly factors: readonly Column[]
  readonly effortUnit: EffortUnit
  /** Whether a name that is there already is added once more. */
  readonly withDuplicates: boolean
}

const unitOf: Readonly<Record<EffortUnit, string>> = { visits: '次', hours: '小时', budget: MONEY_UNIT }

export function planImport(sheet: IntakeSheet, matching: Matching, { existing, factors, effortUnit, withDuplicates }: PlanOptions): ImportPlan {
  const seen = new Set(existing.map(nameKey))
  const room = Math.max(0, rowLimit.customers - existing.length)
  const byId = new Map(factors.map(({ factor }) => [factor.id, factor]))
  const added: PlannedCustomer[] = []
  const duplicates: string[] = []
  let [nameless, tooMany, shortened, unread] = [0, 0, 0, 0]
  for (const row of sheet.rows.slice(matching.header === null ? 0 : matching.header + 1)) {
    if (row.every(isBlank)) continue
    const written = (row[matching.meanings.findIndex(({ kind }) => kind === 'name')] ?? '').replace(/\s+/gu, ' ').trim()
    const name = truncateCodePoints(wellFormed(written), textLimit.name).trim()
    if (isBlank(name)) {
      nameless++
      continue
    }
    const isDuplicate = seen.has(nameKey(name))
    seen.add(nameKey(name))
    if (isDuplicate) duplicates.push(name)
    if (isDuplicate && !withDuplicates) continue
    if (added.length >= room) {
      tooMany++
      continue
    }
    if (name.length < written.length) shortened++
    const read = readRow(row, matching.meanings, byId, effortUnit)
    unread += read.unread
    added.push({ ...read.values, name })
  }
  return { added, duplicates, nameless, tooMany, shortened, unread }
}

function readRow(row: readonly string[], meanings: readonly Meaning[], factors: ReadonlyMap<string, Factor>, effortUnit: EffortUnit) {
  const grades = new Map<string, Grade>()
  const values: { note?: string; effort?: number; revenue?: number } = {}
  let unread = 0
  meanings.forEach((meaning, at) => {
    const cell = (row[at] ?? '').trim()
    if (isBlank(cell)) return
    if (meaning.kind === 'note') values.note = truncateCodePoints(wellFormed(cell), textLimit.text)
    else if (meaning.kind === 'effort' || meaning.kind === 'revenue') {
      const figure = readFigure(cell, meaning.kind === 'effort' ? { unit: unitOf[effortUnit], min: 0 } : { unit: MONEY_UNIT, min: -MAX_FIGURE })
      if (figure === 'unread') unread++
      else if (figure !== null) values[meaning.kind] = figure
    } else if (meaning.kind === 'factor') {
      const factor = factors.get(meaning.factorId)
      const grade = factor ? readGrade(cell, factor) : null
      if (grade === 'unread') unread++
      else if (grade) grades.set(meaning.factorId, grade)
    }
  })
  return { values: { ...values, grades }, unread }
}

/** What people write into a cell for which they have no answer. */
const isNone = (cell: string): boolean => /^(?:[-–—/\\.·]+|无|無|none|n\/?a|null)$/iu.test(cell)
const isUnknown = (cell: string): boolean => /^(?:[?？]+|不知道.*|不清楚.*|不确定|不確定|未知|不详|不詳|待查|待确认|待確認|unknown|not known|(?:we )?don[’']?t know.*|tbd|tbc)$/iu.test(cell)

function readFigure(cell: string, { unit, min }: { readonly unit: string; readonly min: number }): number | null | 'unread' {
  if (isNone(cell) || isUnknown(cell)) return null
  const value = parseDecimal(cell, unit)
  return value === 'invalid' || (value !== null && (value < min || value > MAX_FIGURE)) ? 'unread' : value
}

/**
 * The answer in a cell: a raw figure where the factor has thresholds; else the grade, as its number, its points or the
 * words of its interval. null: no answer.
 */
export function readGrade(cell: string, factor: Factor): Grade | null | 'unread' {
  if (isNone(cell)) return null
  if (isUnknown(cell)) return { kind: 'unknown' }
  if (factor.measure === 'numeric') {
    const raw = readFigure(cell, { unit: factor.unit, min: -MAX_FIGURE })
    return typeof raw === 'number' ? { kind: 'raw', raw } : raw
  }
  const level = levelIn(cell, factor)
  return level === null ? 'unread' : { kind: 'level', level }
}

function levelIn(cell: string, factor: Factor): number | null {
  const said = factor.intervals.find(({ text }) => !isBlank(text) && sameName(text, cell))
  if (said) return said.level
  const number = parseDecimal(cell.replace(/\s*(?:分|级|級|档|points?|pts)$/iu, ''))
  const byLevel = factor.intervals.find(({ level }) => level === number)
  if (byLevel) return byLevel.level
  const byPoints = factor.intervals.filter(({ points }) => points === number)
  return byPoints.length === 1 ? (byPoints[0]?.level ?? null) : null
}
