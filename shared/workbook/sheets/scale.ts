import type { Axis, Factor } from '../../scale/model.ts'
import { weightTotal } from '../../scale/weights.ts'
import { ROWS_BELOW, sheetKind } from '../layout.ts'
import { colour } from '../ooxml/palette.ts'
import { cellAt, columnRange, fixedCell, formulaText, on } from '../ooxml/reference.ts'
import { SheetCells, type Validation } from '../ooxml/sheet.ts'
import { type Words, fill } from '../words.ts'
import { heightOf, look } from './looks.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const column = { id: 1, number: 2, name: 3, definition: 4, source: 5, unit: 6, weight: 7, measure: 8, direction: 9, level: 10, points: 11, range: 12, text: 13, threshold: 14 } as const
type ScaleColumn = keyof typeof column
const widths: Readonly<Record<ScaleColumn, number>> = {
  id: 4, number: 6, name: 16, definition: 30, source: 20, unit: 8, weight: 8, measure: 10, direction: 10, level: 6, points: 7, range: 16, text: 38, threshold: 11,
}
const columns = Object.keys(column) as ScaleColumn[]
const HEADER = 4
/** Values of a factor as a whole: merged over the rows of its levels. */
const whole = ['number', 'name', 'definition', 'source', 'unit', 'weight', 'measure', 'direction'] as const

/** Row of the first level of each factor, in order. */
export function factorRows(factors: readonly Factor[]): number[] {
  let row = HEADER + 1
  return factors.map((factor) => {
    const first = row
    row += factor.intervals.length
    return first
  })
}

export interface FactorCells {
  readonly name: string
  readonly unit: string
  readonly weight: string
  readonly direction: string
  readonly points: string
  readonly pointsOf: (level: number) => string
  readonly thresholds: string
}

/** Where the figures of a factor stand, for the formulas of other sheets. @param first row of its first level */
export function factorCells(sheet: string, factor: Factor, first: number): FactorCells {
  const last = first + factor.intervals.length - 1
  const at = (of: ScaleColumn, row = first): string => on(sheet, fixedCell(row, column[of]))
  return {
    name: at('name'), unit: at('unit'), weight: at('weight'), direction: at('direction'),
    points: on(sheet, columnRange(column.points, first, last)),
    pointsOf: (level) => at('points', first + level - 1),
    thresholds: on(sheet, columnRange(column.threshold, first, last - 1)),
  }
}

/** One scale: a row for each level of each factor, so that it prints as it is read. */
export function scaleSheet(axis: Axis) {
  return (source: SheetSource): SheetPart => {
    const { work, words, groupTitle } = source
    const { factors } = work.scales[axis]
    const cells = new SheetCells()
    const merged: string[] = []
    const validations: Validation[] = []
    writeHead(cells, axis, words, groupTitle)
    const rows = factorRows(factors)
    factors.forEach((factor, place) => writeFactor({ cells, merged, validations, words }, factor, place, rows[place] ?? HEADER + 1))
    const end = HEADER + 1 + factors.reduce((sum, factor) => sum + factor.intervals.length, 0)
    if (factors.length === 0) cells.put(HEADER + 1, column.number, words.scale.empty, look.hint)
    else writeTotal(cells, words, end, weightTotal(factors))
    const weightCells = columnRange(column.weight, HEADER + 1, end - 1)
    if (factors.length > 0) validations.push({ cells: weightCells, allowed: { kind: 'decimal', from: 0, to: 100 }, error: { title: words.scale.weight, text: words.scale.weightError } })
    return {
      sheet: {
        name: words.sheets[axis], seen: 'shown', tab: colour.teal, landscape: true, cells, merged, validations,
        columns: columns.map((name) => ({ width: widths[name], hidden: name === 'id' })),
        frozen: { rows: HEADER, columns: column.name }, titleRows: [HEADER, HEADER], footer: groupTitle,
        rules: factors.length > 0 ? [{ cells: cellAt(end, column.weight), when: `ROUND(${fixedCell(end, column.weight)},2)<>100`, overlay: { colour: colour.red, fill: colour.redSoft } }] : [],
      },
    }
  }
}

function writeHead(cells: SheetCells, axis: Axis, words: Words, groupTitle: string): void {
  const keyOf = (name: ScaleColumn): string => (name === 'id' ? sheetKind[axis] : name)
  columns.forEach((name, place) => cells.put(1, place + 1, keyOf(name)))
  cells.shape(1, { hidden: true })
  cells.put(2, column.number, `${groupTitle} · ${words.axis[axis]}`, look.title)
  cells.shape(2, { height: 30 })
  cells.put(3, column.number, words.scale.hint, { ...look.hint, wrap: false })
  cells.put(HEADER, column.id, ROWS_BELOW)
  for (const name of columns) if (name !== 'id') cells.put(HEADER, column[name], words.scale[name], look.heading)
  cells.shape(HEADER, { height: 30 })
}

interface Writing {
  readonly cells: SheetCells
  readonly merged: string[]
  readonly validations: Validation[]
  readonly words: Words
}

function writeFactor({ cells, merged, validations, words }: Writing, factor: Factor, place: number, first: number): void {
  const { intervals } = factor
  const last = first + intervals.length - 1
  const numeric = factor.measure === 'numeric'
  const values = {
    number: place + 1, name: factor.name, definition: factor.definition, source: factor.source, unit: factor.unit, weight: factor.weight,
    measure: numeric ? words.scale.byFigure : words.scale.byText, direction: numeric ? words.scale[factor.direction] : '',
  }
  const looks = { number: look.centred, name: { ...look.text, bold: true }, definition: look.text, source: look.text, unit: { ...look.centred, text: true }, weight: { ...look.input, bold: true }, measure: look.centred, direction: look.centred }
  for (const name of whole) {
    for (let row = first; row <= last; row++) cells.put(row, column[name], row === first ? values[name] : null, looks[name])
    merged.push(`${cellAt(first, column[name])}:${cellAt(last, column[name])}`)
  }
  const shared = Math.max(...(['name', 'definition', 'source'] as const).map((name) => heightOf(factor[name], widths[name]))) / intervals.length
  intervals.forEach((interval, index) => {
    const row = first + index
    const text = numeric && interval.text === '' ? null : interval.text
    cells.put(row, column.id, factor.id)
    cells.put(row, column.level, interval.level, look.centred)
    cells.put(row, column.points, interval.points, look.input)
    cells.put(row, column.range, numeric ? rangeOf(factor, interval.level, first, words) : null, look.computed)
    cells.put(row, column.text, text, look.text)
    cells.put(row, column.threshold, numeric && row < last ? (factor.thresholds[index] ?? null) : null, numeric && row < last ? look.input : look.computed)
    cells.shape(row, { height: Math.round(Math.max(heightOf(interval.text, widths.text, 20), shared)) })
  })
  const figure = { allowed: { kind: 'decimal', from: -1e15, to: 1e15 }, error: { title: words.scale.points, text: words.scale.figureError } } as const
  validations.push({ cells: columnRange(column.points, first, last), ...figure })
  if (!numeric) return
  validations.push({ cells: columnRange(column.threshold, first, last - 1), ...figure })
  validations.push({ cells: cellAt(first, column.direction), allowed: { kind: 'list', choices: [words.scale.more, words.scale.less] }, error: { title: words.scale.direction, text: `${words.scale.more} / ${words.scale.less}` } })
}

/** Which figures earn the level, in words that follow the thresholds and the direction. */
function rangeOf(factor: Factor, level: number, first: number, { scale }: Words) {
  const count = factor.intervals.length
  const at = (index: number): string => cellAt(first + index, column.threshold)
  const now = (index: number): string => String(factor.thresholds[index] ?? '')
  const words = (band: number, say: (pattern: string, holes: Readonly<Record<string, string>>) => string, value: (index: number) => string): string => {
    if (band === 1) return say(scale.below, { to: value(0) })
    if (band === count) return say(scale.above, { from: value(count - 2) })
    return say(scale.between, { from: value(band - 2), to: value(band - 1) })
  }
  const [up, down] = [level, count + 1 - level]
  const formula = `IF(${fixedCell(first, column.direction)}=${formulaText(scale.less)},${words(down, joinedFormula, at)},${words(up, joinedFormula, at)})`
  return { formula, now: words(factor.direction === 'less' ? down : up, fill, now) }
}

/** "< {to}" → `"< "&N5` */
const joinedFormula = (pattern: string, holes: Readonly<Record<string, string>>): string =>
  pattern.split(/(\{\w+\})/).filter((part) => part !== '').map((part) => holes[part.slice(1, -1)] ?? formulaText(part)).join('&')

function writeTotal(cells: SheetCells, { scale }: Words, row: number, total: number): void {
  cells.put(row, column.unit, scale.total, { ...look.hint, wrap: false, across: 'right', bold: true })
  cells.put(row, column.weight, { formula: `SUM(${columnRange(column.weight, HEADER + 1, row - 1)})`, now: total }, { ...look.centred, bold: true })
  cells.put(row, column.measure, { formula: `IF(ROUND(${fixedCell(row, column.weight)},2)=100,"",${formulaText(scale.totalOff)})`, now: total === 100 ? '' : scale.totalOff }, { colour: colour.red })
  cells.shape(row, { height: 24 })
}
