import { WELL_BELOW } from '../../map/findings.ts'
import { MIN_COMPARED, MIN_SHARE_GAP } from '../../scoring/effort.ts'
import type { Axis } from '../../scale/model.ts'
import { cellAt, formulaText, inRow, rowsOf } from '../ooxml/reference.ts'
import type { Words } from '../words.ts'
import { type FactorColumn, type MeasuringPlan, row } from './measuringPlan.ts'

/** The cut lines have names, so that formulas read well on every sheet. */
export const CUT_X = 'cut_x'
export const CUT_Y = 'cut_y'

/** {1;2;3;4;5}: the levels of a factor, to find a grade among. */
const levelsOf = ({ factor }: FactorColumn): string => `{${factor.intervals.map(({ level }) => level).join(';')}}`
const isLevel = (column: FactorColumn, at: number): string => `SUMPRODUCT(--(${cellAt(at, column.grade)}=${levelsOf(column)}))`
const scores = ({ factor, grade }: FactorColumn): string => rowsOf(grade, row.firstScore, row.firstScore + factor.intervals.length - 1)

/** 0..100 for one level: (points − lowest) / (highest − lowest) × 100, as `factorScore` has it. */
export function levelScore({ cells }: FactorColumn, level: number): string {
  const [lowest, highest] = [`MIN(${cells.points})`, `MAX(${cells.points})`]
  return `IF(${highest}>${lowest},(${cells.pointsOf(level)}-${lowest})/(${highest}-${lowest})*100,0)`
}

/** 1 while the thresholds part the intervals: all set, and each above the one before. */
export function thresholdsUsable({ cells, factor }: FactorColumn): string {
  const count = factor.intervals.length - 1
  const [sheet = '', range = ''] = cells.thresholds.split(/!(?=[^!]*$)/)
  const [from = '', to = ''] = range.split(':')
  const rowNumber = (cell: string): number => Number(cell.replace(/\D/g, ''))
  const cell = (index: number): string => `${sheet}!${from.replace(/\d+$/, String(rowNumber(from) + index))}`
  const steps = Array.from({ length: rowNumber(to) - rowNumber(from) }, (_, index) => `${cell(index + 1)}>${cell(index)}`)
  return `IF(AND(COUNT(${cells.thresholds})=${count}${steps.length > 0 ? `,${steps.join(',')}` : ''}),1,0)`
}

/**
 * The grade of a raw figure: as many levels up as there are thresholds at or below it; down, when less is better.
 * @param otherwise the level that was chosen without a figure
 */
export function gradeByFigure(column: FactorColumn, at: number, otherwise: number | null, words: Words): string {
  const figure = cellAt(at, column.figure ?? 0)
  const band = `SUMPRODUCT(--(${figure}>=${column.cells.thresholds}))`
  const grade = `IF(${column.cells.direction}=${formulaText(words.scale.less)},${column.factor.intervals.length}-${band},1+${band})`
  return `IF(ISNUMBER(${figure}),IF(${inRow(row.figures, column.grade)}=1,${grade},""),${otherwise ?? '""'})`
}

/** Σ weight·score / Σ weight over the factors with a grade, in their order, as `axisScore` has it. */
export function axisFormula(plan: MeasuringPlan, axis: Axis, at: number): string {
  const factors = plan.factors.filter((column) => column.axis === axis)
  if (factors.length === 0) return '""'
  const weight = (column: FactorColumn): string => inRow(row.weight, column.grade)
  const weights = factors.map((column) => `${weight(column)}*${isLevel(column, at)}`).join('+')
  const sum = factors.map((column) => `${weight(column)}*SUMPRODUCT(--(${cellAt(at, column.grade)}=${levelsOf(column)}),${scores(column)})`).join('+')
  return `IF((${weights})>0,MIN(100,MAX(0,ROUND((${sum})/(${weights}),9))),"")`
}

/** A point on a cut line belongs to the upper or right side. */
export function quadrantFormula(plan: MeasuringPlan, at: number, { quadrant }: Words): string {
  const [x, y] = [cellAt(at, plan.relationship), cellAt(at, plan.potential)]
  const side = (right: string, left: string): string => `IF(${x}>=${CUT_X},${formulaText(right)},${formulaText(left)})`
  return `IF(OR(${x}="",${y}=""),"",IF(${y}>=${CUT_Y},${side(quadrant.deepen, quadrant.attack)},${side(quadrant.maintain, quadrant.release)}))`
}

export function missingFormula(plan: MeasuringPlan, at: number): string {
  if (plan.factors.length === 0) return '""'
  return `IF(${cellAt(at, plan.name)}="","",${plan.factors.length}-(${plan.factors.map((column) => isLevel(column, at)).join('+')}))`
}

/** The shares are among the customers whose effort and potential are both known, as `compareShares` has it. */
export const sharedFormula = (plan: MeasuringPlan, at: number): string =>
  `IF(AND(ISNUMBER(${cellAt(at, plan.effort)}),ISNUMBER(${cellAt(at, plan.potential)})),IF(${cellAt(at, plan.effort)}>=0,1,0),0)`
export const sharedTotal = (plan: MeasuringPlan, of: number): string =>
  `SUMIF(${wholeColumn(plan, plan.shared)},1,${wholeColumn(plan, of)})`
export const shareFormula = (plan: MeasuringPlan, at: number, amount: number, total: number): string =>
  `IF(AND(${cellAt(at, plan.shared)}=1,${inRow(row.figures, plan.effortShare)}>0,${inRow(row.figures, plan.potentialShare)}>0),${cellAt(at, amount)}/${inRow(row.figures, total)},"")`

export const apartFormula = (plan: MeasuringPlan, at: number): string =>
  `IF(${cellAt(at, plan.effortShare)}="",0,ABS(${cellAt(at, plan.effortShare)}-${cellAt(at, plan.potentialShare)}))`

/** Neglected or over-served, by the rules of the findings. */
export function signalFormula(plan: MeasuringPlan, at: number, { measuring }: Words): string {
  const [effort, potential, score] = [cellAt(at, plan.effortShare), cellAt(at, plan.potentialShare), cellAt(at, plan.potential)]
  const say = (high: boolean, less: string, more: string, word: string): string =>
    `AND(${score}${high ? '>=' : '<'}${CUT_Y},${less}<${WELL_BELOW}*${more}),${formulaText(word)}`
  return `IF(${effort}="","",IF(OR(COUNT(${wholeColumn(plan, plan.effortShare)})<${MIN_COMPARED},ABS(${effort}-${potential})<${MIN_SHARE_GAP}-0.000000001),"",` +
    `IF(${say(true, effort, potential, measuring.neglected)},IF(${say(false, potential, effort, measuring.overServed)},""))))`
}

export const rankFormula = (plan: MeasuringPlan, at: number): string =>
  `IF(${cellAt(at, plan.potential)}="","",RANK(${cellAt(at, plan.potential)},${wholeColumn(plan, plan.potential)}))`

export const orderedFormula = (plan: MeasuringPlan, at: number): string =>
  `IF(AND(ISNUMBER(${cellAt(at, plan.gut)}),ISNUMBER(${cellAt(at, plan.potential)})),1,0)`
/** The place among the ordered rows; equal figures share the average of their places. `before` is `<` or `>`. */
export function placeFormula(plan: MeasuringPlan, at: number, of: number, before: '<' | '>'): string {
  const [cell, all, counted] = [cellAt(at, of), wholeColumn(plan, of), `--(${wholeColumn(plan, plan.ordered)}=1)`]
  return `IF(${cellAt(at, plan.ordered)}=1,SUMPRODUCT(${counted},--(${all}${before}${cell}))+(SUMPRODUCT(${counted},--(${all}=${cell}))+1)/2,"")`
}

/** "C$13:C$60" */
export const wholeColumn = (plan: MeasuringPlan, column: number): string => rowsOf(column, row.first, plan.lastRow)
