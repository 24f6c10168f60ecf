import * as Y from 'yjs'
import { type CellReader, type LocalOrigin, moveRow, newText, readRemoval, removeRow, restoreRow, rowLimit, rowOf, textLimit, textOf } from '../groupwork/cells.ts'
import { byOrder, keyBetween } from '../order/order.ts'
import { type Locale, inLanguage } from '../language/locale.ts'
import type { LibraryFactor } from './libraryModel.ts'
import { type Axis, type Direction, type Factor, type Interval, MAX_LEVELS, MIN_LEVELS, type Measure, type Scale } from './model.ts'

/**
 * A factor is one Y.Map in the root map of its axis, keyed by its id. Its texts are Y.Texts made with it; it always has
 * the cells of five intervals (i1…i5, p1…p5) and four thresholds (t1…t4), and `levels` says how many count: changing
 * the number of intervals loses nothing, and two people may do it at once.
 */
export const factorsOf = (doc: Y.Doc, axis: Axis): Y.Map<unknown> => doc.getMap(`factors:${axis}`)

export const factorRow = (doc: Y.Doc, axis: Axis, factorId: string): Y.Map<unknown> | undefined => rowOf(factorsOf(doc, axis), factorId)

export const factorTexts = ['name', 'definition', 'source', 'unit'] as const
export type FactorText = (typeof factorTexts)[number]

/** The Y.Text of one of the factor's fields, or of the description of an interval (level from 1). */
export const factorText = (row: Y.Map<unknown>, field: FactorText | { readonly level: number }): Y.Text | undefined =>
  textOf(row, typeof field === 'string' ? field : `i${field.level}`)

export function readScale(reader: CellReader, doc: Y.Doc, axis: Axis): Scale {
  const path = `factors:${axis}`
  const readRow = (inner: CellReader, id: string, row: Y.Map<unknown>): Factor => readFactor(inner, id, row, `${path}/${id}`)
  return reader.list(factorsOf(doc, axis), path, rowLimit.factors, readRow, (factors) => {
    factors.sort(byOrder)
    return { axis, factors: factors.filter((factor) => !factor.removed), removed: factors.filter((factor) => factor.removed) }
  })
}

function readFactor(reader: CellReader, id: string, row: Y.Map<unknown>, path: string): Factor {
  const cell = (key: string): string => `${path}/${key}`
  const levels = reader.number(row, 'levels', cell('levels'), { min: MIN_LEVELS, max: MAX_LEVELS }) ?? MAX_LEVELS
  const intervals: Interval[] = []
  for (let level = 1; level <= Math.trunc(levels); level++) {
    intervals.push({
      level,
      text: reader.text(row, `i${level}`, cell(`i${level}`), textLimit.text),
      points: reader.number(row, `p${level}`, cell(`p${level}`), { min: -1000, max: 1000 }) ?? level,
    })
  }
  return {
    id,
    order: reader.shortString(row, 'order') ?? '',
    name: reader.text(row, 'name', cell('name'), textLimit.name),
    definition: reader.text(row, 'definition', cell('definition'), textLimit.text),
    source: reader.text(row, 'source', cell('source'), textLimit.text),
    unit: reader.text(row, 'unit', cell('unit'), textLimit.unit),
    weight: reader.number(row, 'weight', cell('weight'), { min: 0, max: 100 }),
    measure: reader.choice<Measure>(row, 'measure', cell('measure'), ['text', 'numeric'], 'text'),
    direction: reader.choice<Direction>(row, 'direction', cell('direction'), ['more', 'less'], 'more'),
    intervals,
    thresholds: intervals.slice(1).map((_interval, index) => reader.number(row, `t${index + 1}`, cell(`t${index + 1}`), { min: -1e15, max: 1e15 })),
    libraryId: reader.shortString(row, 'libraryId'),
    removed: readRemoval(reader, row, path),
  }
}

export interface NewFactor {
  readonly id: string
  readonly name?: string
  /** Copied, in `locale`, with its intervals. */
  readonly library?: { readonly factor: LibraryFactor; readonly locale: Locale }
}

/** Adds a factor at the end of the scale. All its texts are made here, once. */
export function addFactor(doc: Y.Doc, axis: Axis, scale: Scale, factor: NewFactor, origin: LocalOrigin): void {
  const borrowed = factor.library?.factor
  const say = (text: LibraryFactor['name'] | undefined): string => (text && factor.library ? inLanguage(text, factor.library.locale) : '')
  const row = new Y.Map<unknown>()
  doc.transact(() => {
    factorsOf(doc, axis).set(factor.id, row)
    row.set('order', keyBetween(scale.factors.at(-1)?.order ?? null, null))
    row.set('name', newText(factor.name ?? say(borrowed?.name)))
    row.set('definition', newText(say(borrowed?.definition)))
    row.set('source', newText(say(borrowed?.source)))
    row.set('unit', newText(say(borrowed?.unit)))
    row.set('weight', null)
    row.set('measure', borrowed?.measure ?? 'text')
    row.set('direction', borrowed?.direction ?? 'more')
    row.set('levels', borrowed?.intervals.length ?? MAX_LEVELS)
    for (let level = 1; level <= MAX_LEVELS; level++) {
      row.set(`i${level}`, newText(say(borrowed?.intervals[level - 1])))
      row.set(`p${level}`, level)
      if (level < MAX_LEVELS) row.set(`t${level}`, borrowed?.thresholds[level - 1] ?? null)
    }
    if (borrowed) row.set('libraryId', borrowed.id)
  }, origin)
}

export const removeFactor = (doc: Y.Doc, axis: Axis, factorId: string, at: number, origin: LocalOrigin): void => {
  const row = factorRow(doc, axis, factorId)
  if (row) removeRow(doc, row, at, origin)
}

export const restoreFactor = (doc: Y.Doc, axis: Axis, factorId: string, origin: LocalOrigin): void => {
  const row = factorRow(doc, axis, factorId)
  if (row) restoreRow(doc, row, origin)
}

/** Moves the factor to the place `to` (from 0) of the scale as the person sees it. */
export function moveFactor(doc: Y.Doc, scale: Scale, factorId: string, to: number, origin: LocalOrigin): void {
  moveRow(doc, factorsOf(doc, scale.axis), 'order', factorId, scale.factors.filter((factor) => factor.id !== factorId), to, origin)
}

/** The cells of a factor that hold a number or a choice; the last writer wins, and everybody sees it. */
export type FactorCell =
  | { readonly cell: 'weight'; readonly value: number | null }
  | { readonly cell: 'measure'; readonly value: Measure }
  | { readonly cell: 'direction'; readonly value: Direction }
  | { readonly cell: 'levels'; readonly value: number }
  | { readonly cell: 'points'; readonly level: number; readonly value: number }
  /** `index` from 1, ascending. */
  | { readonly cell: 'threshold'; readonly index: number; readonly value: number | null }

export function setFactorCell(doc: Y.Doc, axis: Axis, factorId: string, change: FactorCell, origin: LocalOrigin): void {
  const row = factorRow(doc, axis, factorId)
  if (!row) return
  const key = change.cell === 'points' ? `p${change.level}` : change.cell === 'threshold' ? `t${change.index}` : change.cell
  if (row.get(key) !== change.value) doc.transact(() => row.set(key, change.value), origin)
}

/** Sets several weights in one step, so that one undo takes them back. */
export function setWeights(doc: Y.Doc, axis: Axis, weights: ReadonlyMap<string, number>, origin: LocalOrigin): void {
  doc.transact(() => {
    for (const [factorId, weight] of weights) factorRow(doc, axis, factorId)?.set('weight', weight)
  }, origin)
}
