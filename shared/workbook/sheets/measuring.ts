import { MAX_FIGURE, byGutOrder } from '../../customer/document.ts'
import type { Customer } from '../../customer/model.ts'
import { findingsOf } from '../../map/findings.ts'
import { type Quadrant, quadrants } from '../../map/model.ts'
import { axes } from '../../scale/model.ts'
import { weightTotal } from '../../scale/weights.ts'
import { type MapPlace, placeAll } from '../../scoring/axis.ts'
import { compareShares } from '../../scoring/effort.ts'
import { factorScore, levelOf, usableThresholds, weightOf } from '../../scoring/grade.ts'
import { averageRanks } from '../../scoring/gutOrder.ts'
import { nameOf } from '../customerName.ts'
import { ROWS_BELOW, figureColumn, gradeColumn, sheetKind } from '../layout.ts'
import { colour } from '../ooxml/palette.ts'
import { cellAt, columnName, formulaText } from '../ooxml/reference.ts'
import { type CellValue, type Rule, SheetCells, type Validation } from '../ooxml/sheet.ts'
import type { Style } from '../ooxml/styles.ts'
import { type Words, fill } from '../words.ts'
import { heightOf, look, quadrantLook } from './looks.ts'
import * as formula from './measuringFormulas.ts'
import { type FactorColumn, type MeasuringPlan, planMeasuring, row } from './measuringPlan.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

/** Rows that take a millisecond or two. */
export const ROWS_AT_ONCE = 8
const NAME_WIDTH = 22
const NOTE_WIDTH = 40

/** Customers in rows, factors in columns; what is typed is graded, scored and placed by formulas. The largest sheet: made a few rows at a time. */
export function* measuringSheet(source: SheetSource): Generator<void, SheetPart> {
  const { work, words, groupTitle } = source
  const plan = planMeasuring(work, words)
  const cells = new SheetCells()
  writeHead(cells, plan, source)
  for (const column of plan.factors) writeFactorHead(cells, column, words)
  const known = knownFigures(source)
  yield
  for (let at = row.first; at <= plan.lastRow; at++) {
    writeRow(cells, plan, source, at, work.customers[at - row.first], known)
    if (at % ROWS_AT_ONCE === 0) yield
  }
  cells.put(row.figures, plan.effortShare, { formula: formula.sharedTotal(plan, plan.effort), now: known.effortTotal })
  cells.put(row.figures, plan.potentialShare, { formula: formula.sharedTotal(plan, plan.potential), now: known.potentialTotal })
  return {
    sheet: {
      name: plan.sheet, seen: 'shown', tab: colour.orange, landscape: true, cells, merged: [...bands(plan)].map(({ cells: span }) => span), footer: groupTitle,
      columns: widthsOf(plan), frozen: { rows: row.figures, columns: plan.missing }, titleRows: [row.axis, row.weight], titleColumn: columnName(plan.name), pagesWide: 2,
      rules: rulesOf(plan, words), validations: validationsOf(plan, words),
    },
  }
}

function widthsOf(plan: MeasuringPlan) {
  const widths = new Map<number, number>([
    [1, 4], [plan.name, NAME_WIDTH], [plan.potential, 9], [plan.relationship, 9], [plan.quadrant, 9], [plan.missing, 7],
    [plan.effort, 12], [plan.revenue, 12], [plan.effortShare, 9], [plan.potentialShare, 9], [plan.signal, 11], [plan.gut, 8], [plan.rank, 8], [plan.note, NOTE_WIDTH],
  ])
  for (const column of plan.factors) {
    widths.set(column.grade, 9)
    if (column.figure !== null) widths.set(column.figure, 12)
  }
  return Array.from({ length: plan.end }, (_, index) => ({ width: widths.get(index + 1) ?? 9, hidden: index === 0 || index + 1 > plan.note }))
}

/** The headings of the two axes span their factors. */
function* bands(plan: MeasuringPlan) {
  for (const axis of axes) {
    const columns = plan.factors.filter((column) => column.axis === axis)
    const [first, last] = [columns[0], columns.at(-1)]
    if (!first || !last) continue
    const from = first.figure ?? first.grade
    if (from !== last.grade) yield { axis, from, to: last.grade, cells: `${cellAt(row.axis, from)}:${cellAt(row.axis, last.grade)}` }
  }
}

function writeHead(cells: SheetCells, plan: MeasuringPlan, { work, words, groupTitle }: SheetSource): void {
  const { measuring } = words
  const named = ['name', 'potential', 'relationship', 'quadrant', 'missing', 'revenue', 'effortShare', 'potentialShare', 'signal', 'gut', 'rank', 'note'] as const
  for (const name of named) {
    cells.put(row.keys, plan[name], name)
    cells.put(row.factor, plan[name], measuring[name], look.heading)
  }
  cells.put(row.keys, plan.effort, 'effort')
  cells.put(row.factor, plan.effort, measuring.effort[work.settings.effortUnit], look.heading)
  cells.put(row.keys, 1, sheetKind.measuring)
  cells.put(row.figures, 1, ROWS_BELOW)
  cells.put(row.title, plan.name, `${groupTitle} · ${words.sheets.measuring}`, look.title)
  cells.put(row.hint, plan.name, measuring.hint, { ...look.hint, wrap: false })
  cells.put(row.weight, plan.name, measuring.weight, { ...look.hint, across: 'right' })
  for (const { axis, from, to } of bands(plan)) {
    const text = fill(measuring.group, { axis: words.axis[axis], total: weightTotal(work.scales[axis].factors) })
    for (let column = from; column <= to; column++) cells.put(row.axis, column, column === from ? text : null, { ...look.heading, fill: colour.tealStrong })
  }
  cells.shape(row.title, { height: 30 })
  cells.shape(row.axis, { height: 22 })
  cells.shape(row.factor, { height: 66 })
  for (const at of [row.keys, row.figures, ...Array.from({ length: 5 }, (_, index) => row.firstScore + index)]) cells.shape(at, { hidden: true })
}

/** Above each factor: its name and weight from the scale, and hidden what each of its levels scores. */
function writeFactorHead(cells: SheetCells, column: FactorColumn, { measuring, unnamed }: Words): void {
  const { factor, grade, figure, cells: scale } = column
  const name = factor.name === '' ? unnamed : factor.name
  const heading = (pattern: string, style: Style): void => {
    const [before = '', after = ''] = pattern.split('{name}')
    const cell = figure === null ? scale.name : `${formulaText(before)}&${scale.name}&${formulaText(after)}`
    cells.put(row.factor, grade, { formula: cell, now: figure === null ? name : fill(pattern, { name }) }, style)
  }
  heading(measuring.grade, look.heading)
  cells.put(row.keys, grade, gradeColumn(factor.id))
  cells.put(row.weight, grade, { formula: `MAX(0,N(${scale.weight}))`, now: weightOf(factor) }, look.computed)
  factor.intervals.forEach(({ level }, index) => cells.put(row.firstScore + index, grade, { formula: formula.levelScore(column, level), now: factorScore(factor, level) ?? 0 }))
  if (figure === null) return
  const pattern = factor.unit === '' ? measuring.figureBare : measuring.figure
  const parts = pattern.split(/(\{\w+\})/).filter((part) => part !== '').map((part) => (part === '{name}' ? scale.name : part === '{unit}' ? scale.unit : formulaText(part)))
  cells.put(row.keys, figure, figureColumn(factor.id))
  cells.put(row.factor, figure, { formula: parts.join('&'), now: fill(pattern, { name, unit: factor.unit }) }, look.heading)
  cells.put(row.weight, figure, null, look.computed)
  cells.put(row.figures, grade, { formula: formula.thresholdsUsable(column), now: usableThresholds(factor) ? 1 : 0 })
}

/** What the app says of the customers now: the values that the formulas will find again. */
function knownFigures({ work }: SheetSource) {
  const { customers } = work
  const places = placeAll(customers, work.scales, work.settings)
  const shares = compareShares(customers, places)
  const gutOrder = work.settings.gutDoneAt === null ? [] : [...customers].sort(byGutOrder)
  const ordered = gutOrder.filter(({ id }) => (places.find((place) => place.customerId === id)?.y.value ?? null) !== null)
  const ranks = averageRanks(ordered.map(({ id }) => -(places.find((place) => place.customerId === id)?.y.value ?? 0)))
  const shared = new Set(customers.filter(({ id, effort }) => effort !== null && effort >= 0 && (places.find((place) => place.customerId === id)?.y.value ?? null) !== null).map(({ id }) => id))
  const sumOf = (amount: (customer: Customer) => number): number => customers.reduce((sum, customer) => (shared.has(customer.id) ? sum + amount(customer) : sum), 0)
  return {
    places: new Map(places.map((place) => [place.customerId, place])),
    shares: new Map(shares.map((share) => [share.customerId, share])),
    signals: new Map(findingsOf(work).flatMap(({ rule, customerIds }) => (rule === 'neglected' || rule === 'over-served' ? [[customerIds[0] ?? '', rule] as const] : []))),
    gut: new Map(gutOrder.map(({ id }, index) => [id, index + 1])),
    gutPlace: new Map(ordered.map(({ id }, index) => [id, index + 1])),
    potentialPlace: new Map(ordered.map(({ id }, index) => [id, ranks[index] ?? 0])),
    shared,
    effortTotal: sumOf(({ effort }) => effort ?? 0),
    potentialTotal: sumOf(({ id }) => places.find((place) => place.customerId === id)?.y.value ?? 0),
  }
}
type Known = ReturnType<typeof knownFigures>

/** @param customer undefined for one of the empty rows */
function writeRow(cells: SheetCells, plan: MeasuringPlan, source: SheetSource, at: number, customer: Customer | undefined, known: Known): void {
  const { words } = source
  const place = customer && known.places.get(customer.id)
  const share = customer && known.shares.get(customer.id)
  const of = <T>(map: ReadonlyMap<string, T>): T | undefined => (customer ? map.get(customer.id) : undefined)
  const put = (column: number, text: string, now: string | number | null | undefined, style: Style | null): void => cells.put(at, column, { formula: text, now: now ?? '' }, style)
  if (customer) cells.put(at, 1, customer.id)
  cells.put(at, plan.name, customer ? nameOf(customer, source) : null, { ...look.inputText, bold: true })
  put(plan.potential, formula.axisFormula(plan, 'potential', at), place?.y.value, look.score)
  put(plan.relationship, formula.axisFormula(plan, 'relationship', at), place?.x.value, look.score)
  put(plan.quadrant, formula.quadrantFormula(plan, at, words), place?.quadrant && words.quadrant[place.quadrant], look.centred)
  put(plan.missing, formula.missingFormula(plan, at), place && missingOf(place), look.computed)
  for (const column of plan.factors) writeAnswer(cells, column, at, customer, words)
  cells.put(at, plan.effort, customer?.effort ?? null, look.input)
  cells.put(at, plan.revenue, customer?.revenue ?? null, look.input)
  put(plan.shared, formula.sharedFormula(plan, at), customer && known.shared.has(customer.id) ? 1 : 0, null)
  put(plan.effortShare, formula.shareFormula(plan, at, plan.effort, plan.effortShare), share?.effortShare, look.share)
  put(plan.potentialShare, formula.shareFormula(plan, at, plan.potential, plan.potentialShare), share?.potentialShare, look.share)
  put(plan.apart, formula.apartFormula(plan, at), share ? Math.abs(share.effortShare - share.potentialShare) : 0, null)
  const signal = of(known.signals)
  put(plan.signal, formula.signalFormula(plan, at, words), signal && (signal === 'neglected' ? words.measuring.neglected : words.measuring.overServed), look.centred)
  cells.put(at, plan.gut, of(known.gut) ?? null, look.input)
  put(plan.rank, formula.rankFormula(plan, at), rankOf(place, known), look.computed)
  cells.put(at, plan.note, customer?.note || null, look.inputText)
  put(plan.ordered, formula.orderedFormula(plan, at), of(known.gutPlace) === undefined ? 0 : 1, null)
  put(plan.gutPlace, formula.placeFormula(plan, at, plan.gut, '<'), of(known.gutPlace), null)
  put(plan.potentialPlace, formula.placeFormula(plan, at, plan.potential, '>'), of(known.potentialPlace), null)
  cells.shape(at, { height: customer ? Math.max(heightOf(nameOf(customer, source), NAME_WIDTH, 22), heightOf(customer.note, NOTE_WIDTH, 22)) : 22 })
}

const missingOf = ({ x, y }: MapPlace): number => x.total + y.total - x.graded - y.graded

/** Place by potential among the measured; equal ones share the better place, as RANK has it. */
function rankOf(place: MapPlace | undefined, { places }: Known): number | null {
  const value = place?.y.value ?? null
  if (value === null) return null
  return 1 + [...places.values()].filter(({ y }) => y.value !== null && y.value > value).length
}

/** A grade from the list; or a figure, whose grade is a formula. */
function writeAnswer(cells: SheetCells, column: FactorColumn, at: number, customer: Customer | undefined, words: Words): void {
  const { factor, grade, figure } = column
  const answer = customer?.grades.get(factor.id)
  const level = customer ? levelOf(customer, factor) : null
  const unknown = answer?.kind === 'unknown' ? words.measuring.dontKnow : null
  if (figure === null) return cells.put(at, grade, level ?? unknown, look.input)
  const raw: CellValue = answer?.kind === 'raw' ? answer.raw : unknown
  cells.put(at, figure, raw, look.input)
  const chosen = answer?.kind === 'level' ? level : null
  cells.put(at, grade, { formula: formula.gradeByFigure(column, at, chosen, words), now: level ?? '' }, look.computed)
}

function rulesOf(plan: MeasuringPlan, { quadrant, measuring }: Words): Rule[] {
  const all = (column: number): string => formula.wholeColumn(plan, column).replaceAll('$', '')
  const first = (column: number): string => cellAt(row.first, column)
  const is = (column: number, text: string): string => `${first(column)}=${formulaText(text)}`
  const looks: [Quadrant, string][] = quadrants.map((one) => [one, quadrant[one]])
  return [
    ...looks.map(([one, text]) => ({ cells: all(plan.quadrant), when: is(plan.quadrant, text), overlay: quadrantLook[one] })),
    { cells: all(plan.signal), when: is(plan.signal, measuring.neglected), overlay: quadrantLook.attack },
    { cells: all(plan.signal), when: is(plan.signal, measuring.overServed), overlay: quadrantLook.maintain },
    { cells: all(plan.missing), when: `N(${first(plan.missing)})>0`, overlay: { colour: colour.red, fill: colour.redSoft } },
    ...plan.factors.flatMap(({ grade, figure }) => (figure === null ? [grade] : [figure])).map((column) => ({ cells: all(column), when: is(column, measuring.dontKnow), overlay: { colour: colour.inkFaint } })),
  ]
}

function validationsOf(plan: MeasuringPlan, { measuring }: Words): Validation[] {
  const all = (column: number): string => formula.wholeColumn(plan, column).replaceAll('$', '')
  const graded = plan.factors.map(({ factor, grade, figure }): Validation => {
    const hintTitle = factor.name || measuring.weight
    if (figure === null) {
      const levels = [...factor.intervals].reverse().map(({ level, text }) => fill(measuring.level, { level, text: shorten(text) }))
      return { cells: all(grade), allowed: { kind: 'list', choices: [...factor.intervals.map(({ level }) => String(level)), measuring.dontKnow] }, hint: { title: hintTitle, text: levels.join('\n') }, error: { title: hintTitle, text: measuring.gradeError } }
    }
    const first = cellAt(row.first, figure)
    return {
      cells: all(figure), allowed: { kind: 'formula', formula: `OR(ISNUMBER(${first}),${first}=${formulaText(measuring.dontKnow)})` },
      hint: { title: hintTitle, text: `${fill(measuring.figureHint, { unit: factor.unit || '–' })}\n${factor.source}`.trim() },
      error: { title: hintTitle, text: measuring.figureError },
    }
  })
  const amount = (column: number, from: number, to: number, title: string): Validation => ({ cells: all(column), allowed: { kind: 'decimal', from, to }, error: { title, text: measuring.amountError } })
  return [...graded, amount(plan.effort, 0, MAX_FIGURE, measuring.effort.visits), amount(plan.revenue, -MAX_FIGURE, MAX_FIGURE, measuring.revenue), amount(plan.gut, 1, 999, measuring.gut)]
}

const shorten = (text: string): string => (Array.from(text).length > 42 ? `${Array.from(text).slice(0, 41).join('')}…` : text)
