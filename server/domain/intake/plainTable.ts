import { intakeLimit, type IntakeSheet } from '../../../shared/intake/table.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { truncateCodePoints, wellFormed } from '../../../shared/text/sanitise.ts'

/** Gathers the cells of one sheet within the limits; what lies beyond is left out, and said so. */
export interface SheetGatherer {
  /** Rows and columns count from 0. */
  put(row: number, column: number, text: string): void
  /** True when no later row can be taken. */
  full(row: number): boolean
  sheet(name: string, hidden: boolean): IntakeSheet
}

/** Of all sheets of one file together. */
export interface TextBudget {
  left: number
}
export const newTextBudget = (): TextBudget => ({ left: intakeLimit.text })

export function gatherSheet(budget: TextBudget): SheetGatherer {
  const rows: string[][] = []
  let cut = false
  return {
    put(row, column, given) {
      if (row < 0 || column < 0) return
      if (row >= intakeLimit.rows || column >= intakeLimit.columns) {
        cut ||= given.trim() !== ''
        return
      }
      const text = truncateCodePoints(wellFormed(given), intakeLimit.cell)
      budget.left -= text.length
      if (budget.left < 0) throw new Refusal('file-too-large', 'too much text in all cells together')
      const cells = (rows[row] ??= [])
      while (cells.length < column) cells.push('')
      cells[column] = text
    },
    full(row) {
      if (row >= intakeLimit.rows) cut = true
      return row >= intakeLimit.rows
    },
    sheet: (name, hidden) => ({ name: truncateCodePoints(wellFormed(name), 60), hidden, rows: tidy(rows), cut }),
  }
}

/** Without holes, and with nothing empty at the ends. */
function tidy(rows: readonly (string[] | undefined)[]): string[][] {
  const whole = Array.from(rows, (row) => withoutTail(row ?? [], (cell) => cell === ''))
  return withoutTail(whole, (row) => row.length === 0)
}

function withoutTail<T>(list: readonly T[], isEmpty: (one: T) => boolean): T[] {
  let end = list.length
  for (let last = list[end - 1]; end > 0 && last !== undefined && isEmpty(last); last = list[end - 1]) end--
  return list.slice(0, end)
}
