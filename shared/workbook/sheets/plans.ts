import type { Strategy } from '../../strategy/model.ts'
import { colour } from '../ooxml/palette.ts'
import { columnName, formulaText } from '../ooxml/reference.ts'
import { type CellValue, type Rule, SheetCells, type Validation } from '../ooxml/sheet.ts'
import type { Style } from '../ooxml/styles.ts'
import { subjectText } from '../subjects.ts'
import { heightOf, look } from './looks.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const widths = [3, 26, 40, 14, 13, 24, 30, 12] as const
const [FIRST, DAY, STATUS] = [2, 5, 8] as const
/** Empty rows below, to go on with. */
const MORE = 10
const DAY_MS = 86_400_000

/** "2026-12-01" as Excel counts days, or the text itself when it is no day. */
export function dayNumber(day: string): number | string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : Math.round((at - Date.UTC(1899, 11, 30)) / DAY_MS)
}

const day: Style = { ...look.centred, format: 'yyyy-mm-dd' }

interface Line {
  readonly cells: readonly CellValue[]
}

/** Who does what by when, for all strategies in one list; and what is looked at to see whether it works. */
export function plansSheet({ work, words, groupTitle }: SheetSource): SheetPart {
  const { strategy: say } = words
  const { strategies } = work.parts.strategies
  const cells = new SheetCells()
  cells.put(2, FIRST, `${groupTitle} · ${words.sheets.plans}`, look.title)
  cells.shape(2, { height: 30 })
  cells.put(3, FIRST, say.overdue, { ...look.hint, wrap: false })
  const each = <T>(of: (strategy: Strategy) => readonly T[], line: (one: T) => readonly CellValue[]): Line[] =>
    strategies.flatMap((strategy) => of(strategy).map((one) => ({ cells: [subjectText(strategy, work, words), ...line(one)] })))
  const actions = each(({ actions: list }) => list, ({ what, who, by, resource, measure }) => [what, who, by === null ? null : dayNumber(by), resource, measure, say.statuses.open])
  const indicators = each(({ indicators: list }) => list, ({ name, target, checkOn }) => [name, target, checkOn === null ? null : dayNumber(checkOn), null])
  const actionsFrom = 6
  const actionsTo = table(cells, actionsFrom - 1, say.steps.plan, [say.subject, say.what, say.who, say.when, say.resource, say.measure, say.status], actions)
  table(cells, actionsTo + 2, say.steps.monitor, [say.subject, say.indicator, say.target, say.checkOn, say.result], indicators)
  const statusCells = `${columnName(STATUS)}${actionsFrom + 1}:${columnName(STATUS)}${actionsTo}`
  const overdue: Rule = {
    cells: `${columnName(FIRST)}${actionsFrom + 1}:${columnName(STATUS)}${actionsTo}`, overlay: { colour: colour.red, fill: colour.redSoft },
    when: `AND(ISNUMBER($${columnName(DAY)}${actionsFrom + 1}),$${columnName(DAY)}${actionsFrom + 1}<TODAY(),$${columnName(STATUS)}${actionsFrom + 1}<>${formulaText(say.statuses.done)})`,
  }
  const validation: Validation = { cells: statusCells, allowed: { kind: 'list', choices: Object.values(say.statuses) }, error: { title: say.status, text: say.statusError } }
  return {
    sheet: {
      name: words.sheets.plans, seen: 'shown', tab: colour.orange, landscape: true, cells, merged: [], rules: [overdue], validations: [validation], footer: groupTitle,
      columns: widths.map((width) => ({ width })),
    },
  }
}

/** @param start row of its title; @returns its last row */
function table(cells: SheetCells, start: number, title: string, headings: readonly string[], lines: readonly Line[]): number {
  cells.put(start, FIRST, title, look.section)
  cells.shape(start, { height: 26 })
  headings.forEach((heading, index) => cells.put(start + 1, FIRST + index, heading, look.heading))
  for (let index = 0; index < lines.length + MORE; index++) {
    const at = start + 2 + index
    headings.forEach((_heading, place) => {
      const column = FIRST + place
      const value = lines[index]?.cells[place] ?? null
      cells.put(at, column, value, column === DAY ? day : column === STATUS ? look.input : look.text)
    })
    const heights = (lines[index]?.cells ?? []).map((value, place) => (typeof value === 'string' ? heightOf(value, widths[place + 1] ?? 10) : 0))
    cells.shape(at, { height: Math.max(24, ...heights) })
  }
  return start + 1 + lines.length + MORE
}
