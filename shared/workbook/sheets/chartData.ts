import type { MapSettings, Quadrant } from '../../map/model.ts'
import { quadrants } from '../../map/model.ts'
import { placeAll } from '../../scoring/axis.ts'
import { nameOf } from '../customerName.ts'
import type { Bound, LineSeries, PointSeries, Symbol } from '../ooxml/chart.ts'
import { colour } from '../ooxml/palette.ts'
import { cellAt, columnRange, fixedCell, formulaText, on } from '../ooxml/reference.ts'
import { NO_VALUE, SheetCells } from '../ooxml/sheet.ts'
import { CUT_X, CUT_Y } from './measuringFormulas.ts'
import { type MeasuringPlan, row as measuringRow } from './measuringPlan.ts'
import { ROWS_AT_ONCE } from './measuring.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

/** Not shown: what the chart is bound to. One series for each quadrant, so that a point changes its look with its place. */
export const CHART_SHEET = 'ketu-chart'

const column = { label: 1, x: 2, attack: 3, deepen: 4, release: 5, maintain: 6, cutXx: 8, cutXy: 9, cutYx: 10, cutYy: 11, nameText: 13, nameX: 14, nameY: 15 } as const
const FIRST = 2
const symbols: Readonly<Record<Quadrant, Symbol>> = { attack: 'triangle', deepen: 'circle', maintain: 'square', release: 'diamond' }
const colours: Readonly<Record<Quadrant, string>> = { attack: colour.orange, deepen: colour.teal, maintain: colour.slate, release: colour.warm }
/** Where the quadrants' names stand. */
const corners: Readonly<Record<Quadrant, readonly [x: number, y: number, side: 'l' | 'r']>> = { attack: [0, 96, 'r'], deepen: [100, 96, 'l'], release: [0, 4, 'r'], maintain: [100, 4, 'l'] }

const lastRow = (plan: MeasuringPlan): number => FIRST + plan.lastRow - measuringRow.first

export function* chartDataSheet(source: SheetSource, plan: MeasuringPlan): Generator<void, SheetPart> {
  const { work, words } = source
  const cells = new SheetCells()
  const places = placeAll(work.customers, work.scales, work.settings)
  quadrants.forEach((quadrant) => cells.put(1, column[quadrant], words.quadrant[quadrant]))
  cells.put(1, column.cutXx, words.map.cutX)
  cells.put(1, column.cutYx, words.map.cutY)
  cells.put(1, column.nameText, words.map.quadrant)
  for (let at = measuringRow.first; at <= plan.lastRow; at++) {
    if (at % ROWS_AT_ONCE === 0) yield
    const there = (of: number): string => on(plan.sheet, cellAt(at, of))
    const [row, index] = [FIRST + at - measuringRow.first, at - measuringRow.first]
    const [customer, place] = [work.customers[index], places[index]]
    const quadrant = place?.quadrant ?? null
    cells.put(row, column.label, { formula: `IF(${there(plan.name)}="","",${there(plan.name)})`, now: customer ? nameOf(customer, source) : '' })
    // A text or an error among the x would make Excel count 1, 2, 3 instead: what has no place is left out by its y alone.
    cells.put(row, column.x, { formula: `IF(ISNUMBER(${there(plan.relationship)}),${there(plan.relationship)},0)`, now: place?.x.value ?? 0 })
    for (const one of quadrants) {
      cells.put(row, column[one], { formula: `IF(${there(plan.quadrant)}=${formulaText(words.quadrant[one])},${there(plan.potential)},NA())`, now: quadrant === one ? (place?.y.value ?? NO_VALUE) : NO_VALUE })
    }
  }
  writeLines(cells, work.settings)
  quadrants.forEach((quadrant, index) => {
    const [x, y] = corners[quadrant]
    cells.put(FIRST + index, column.nameText, words.quadrant[quadrant])
    cells.put(FIRST + index, column.nameX, x)
    cells.put(FIRST + index, column.nameY, y)
  })
  return { sheet: { name: CHART_SHEET, seen: 'hidden', cells, columns: [], merged: [], rules: [], validations: [] } }
}

function writeLines(cells: SheetCells, { cutX, cutY }: MapSettings): void {
  for (const [index, end] of [0, 100].entries()) {
    cells.put(FIRST + index, column.cutXx, { formula: CUT_X, now: cutX })
    cells.put(FIRST + index, column.cutXy, end)
    cells.put(FIRST + index, column.cutYx, end)
    cells.put(FIRST + index, column.cutYy, { formula: CUT_Y, now: cutY })
  }
}

/** The series of the map: its points by quadrant, the cut lines, and the names in the corners. */
export function mapSeries(source: SheetSource, plan: MeasuringPlan): (PointSeries | LineSeries)[] {
  const { work, words } = source
  const { cutX, cutY } = work.settings
  const places = placeAll(work.customers, work.scales, work.settings)
  const count = lastRow(plan) - FIRST + 1
  const bound = <T>(of: number, last: number, now: readonly (T | null)[]): Bound<T> => ({ cells: on(CHART_SHEET, columnRange(of, FIRST, last)), now })
  const name = (of: number, text: string): Bound<string> => ({ cells: on(CHART_SHEET, fixedCell(1, of)), now: [text] })
  const rows = <T>(value: (index: number) => T | null): (T | null)[] => Array.from({ length: count }, (_, index) => value(index))
  const labels = bound(column.label, lastRow(plan), rows((index) => { const customer = work.customers[index]; return customer ? nameOf(customer, source) : '' }))
  const x = bound(column.x, lastRow(plan), rows((index) => places[index]?.x.value ?? 0))
  const line = (title: string, xColumn: number, xNow: readonly number[], yNow: readonly number[]): LineSeries =>
    ({ kind: 'line', name: name(xColumn, title), colour: colour.inkFaint, x: bound(xColumn, FIRST + 1, xNow), y: bound(xColumn + 1, FIRST + 1, yNow) })
  return [
    line(words.map.cutX, column.cutXx, [cutX, cutX], [0, 100]),
    line(words.map.cutY, column.cutYx, [0, 100], [cutY, cutY]),
    {
      kind: 'points', name: name(column.nameText, words.map.quadrant), colour: colour.inkFaint, symbol: 'none', labelSize: 1200, bold: true,
      labels: bound(column.nameText, FIRST + 3, quadrants.map((one) => words.quadrant[one])), sides: quadrants.map((one) => corners[one][2]),
      x: bound(column.nameX, FIRST + 3, quadrants.map((one) => corners[one][0])), y: bound(column.nameY, FIRST + 3, quadrants.map((one) => corners[one][1])),
    },
    ...quadrants.map((quadrant): PointSeries => ({
      kind: 'points', name: name(column[quadrant], words.quadrant[quadrant]), colour: colours[quadrant], symbol: symbols[quadrant], labelSize: 900, labels, x,
      y: bound(column[quadrant], lastRow(plan), rows((index) => (places[index]?.quadrant === quadrant ? (places[index]?.y.value ?? null) : null))),
    })),
  ]
}
