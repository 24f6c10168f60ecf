import { quadrants } from '../../map/model.ts'
import { placeAll, quadrantCounts } from '../../scoring/axis.ts'
import { alignment, compareShares } from '../../scoring/effort.ts'
import { gutAgreement } from '../../scoring/gutOrder.ts'
import { ROWS_BELOW, sheetKind } from '../layout.ts'
import { colour } from '../ooxml/palette.ts'
import { cellAt, columnRange, fixedCell, formulaText, on } from '../ooxml/reference.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import { mapSeries } from './chartData.ts'
import { look, quadrantLook } from './looks.ts'
import { CUT_X, CUT_Y } from './measuringFormulas.ts'
import { type MeasuringPlan, row as measuringRow } from './measuringPlan.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const column = { id: 1, name: 2, value: 3, says: 4 } as const
const row = { title: 2, cuts: 4, cutX: 5, cutY: 6, cutHint: 7, quadrants: 9, figures: 15, alignment: 16, spearman: 17 } as const

/** The map as a native chart, its cut lines to change, and the figures of the whole. */
export function mapSheet(source: SheetSource, plan: MeasuringPlan): SheetPart {
  const { work, words, groupTitle } = source
  const { map } = words
  const cells = new SheetCells()
  cells.put(1, column.id, sheetKind.map)
  cells.put(1, column.value, 'value')
  cells.shape(1, { hidden: true })
  cells.put(row.title, column.name, `${groupTitle} · ${map.chart}`, look.title)
  cells.shape(row.title, { height: 30 })
  cells.put(row.cuts, column.id, ROWS_BELOW)
  cells.put(row.cuts, column.name, map.cuts, look.section)
  for (const line of ['cutX', 'cutY'] as const) {
    cells.put(row[line], column.id, line)
    cells.put(row[line], column.name, map[line], look.words)
    cells.put(row[line], column.value, work.settings[line], { ...look.input, bold: true })
  }
  cells.put(row.cutHint, column.name, map.cutHint, { ...look.hint, wrap: false })
  writeQuadrants(cells, source, plan)
  writeFigures(cells, source, plan)
  const name = words.sheets.map
  return {
    sheet: {
      name, seen: 'shown', tab: colour.slate, landscape: true, cells, merged: [], footer: groupTitle,
      columns: [{ width: 4, hidden: true }, { width: 26 }, { width: 12 }, { width: 44 }, { width: 3 }, ...Array.from({ length: 10 }, () => ({ width: 9 }))],
      rules: [], validations: [{ cells: `${cellAt(row.cutX, column.value)}:${cellAt(row.cutY, column.value)}`, allowed: { kind: 'decimal', from: 0, to: 100 }, error: { title: map.cuts, text: map.cutError } }],
    },
    chart: {
      title: `${groupTitle} · ${map.chart}`, xTitle: `${words.axis.relationship} →`, yTitle: `${words.axis.potential} →`, series: mapSeries(source, plan),
      from: { column: 5, row: 2 }, to: { column: 15, row: 32 },
    },
    names: new Map([[CUT_X, on(name, fixedCell(row.cutX, column.value))], [CUT_Y, on(name, fixedCell(row.cutY, column.value))]]),
  }
}

function writeQuadrants(cells: SheetCells, { work, words }: SheetSource, plan: MeasuringPlan): void {
  const { map } = words
  const counts = quadrantCounts(placeAll(work.customers, work.scales, work.settings))
  const [name, count, meaning] = [map.quadrant, map.count, map.meaning]
  ;[name, count, meaning].forEach((text, index) => cells.put(row.quadrants, column.name + index, text, look.heading))
  quadrants.forEach((quadrant, index) => {
    const at = row.quadrants + 1 + index
    const there = on(plan.sheet, columnRange(plan.quadrant, measuringRow.first, plan.lastRow))
    cells.put(at, column.name, words.quadrant[quadrant], { ...look.centred, ...quadrantLook[quadrant] })
    cells.put(at, column.value, { formula: `COUNTIF(${there},${formulaText(words.quadrant[quadrant])})`, now: counts[quadrant] }, look.figure)
    cells.put(at, column.says, words.stance[quadrant], look.words)
    cells.shape(at, { height: 24 })
  })
}

/** How far effort follows potential, and gut feeling the measuring: live, as the app has them. */
function writeFigures(cells: SheetCells, { work, words }: SheetSource, plan: MeasuringPlan): void {
  const { map } = words
  const places = placeAll(work.customers, work.scales, work.settings)
  const aligned = alignment(compareShares(work.customers, places))
  const agreement = gutAgreement(work, places)
  const there = (of: number): string => on(plan.sheet, columnRange(of, measuringRow.first, plan.lastRow))
  const none = formulaText(map.none)
  cells.put(row.figures, column.name, map.figures, look.section)
  cells.put(row.alignment, column.name, map.alignment, look.words)
  cells.put(row.alignment, column.value, { formula: `IF(COUNT(${there(plan.effortShare)})<2,${none},MIN(1,MAX(0,1-SUM(${there(plan.apart)})/2)))`, now: aligned ?? map.none }, { ...look.figure, format: '0%' })
  cells.put(row.alignment, column.says, map.alignmentSays, look.words)
  cells.put(row.spearman, column.name, map.spearman, look.words)
  cells.put(row.spearman, column.value, { formula: `IF(SUM(${there(plan.ordered)})<3,${none},IFERROR(CORREL(${there(plan.gutPlace)},${there(plan.potentialPlace)}),${none}))`, now: agreement ?? map.none }, { ...look.figure, format: '0.00' })
  cells.put(row.spearman, column.says, map.spearmanSays, look.words)
  for (const at of [row.alignment, row.spearman]) cells.shape(at, { height: 26 })
}
