import * as Y from 'yjs'
import { type CellReader, type LocalOrigin, moveRow, newText, readRemoval, removeRow, restoreRow, rowIdPattern, rowOf, textOf } from '../groupwork/cells.ts'
import { byOrder, keyBetween, type Ordered } from '../order/order.ts'
import { isDay } from '../text/day.ts'
import {
  type ActionText, actionTextLimit, type GenericStrategy, genericStrategies, type IndicatorText, indicatorTextLimit, type Lever, LEVER_LIMIT, levers, parseSubject, type Stance, stances, type Strategies,
  type Strategy, type StrategyAction, type StrategyIndicator, strategyRowLimit, type StrategySubject, type StrategyText, strategyTextLimit, subjectCell,
} from './model.ts'

/**
 * A strategy is one Y.Map in the root `strategies`. The lines of its plan and its indicators are rows of roots of their own that
 * name their strategy: several people add and move lines at once, and a line is removed softly like any row.
 */
export const strategiesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('strategies')
export const actionsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('strategyActions')
export const indicatorsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('strategyIndicators')
/** All roots that the faces of the strategies write in. */
export const strategyRoots = (doc: Y.Doc): Y.Map<unknown>[] => [strategiesOf(doc), actionsOf(doc), indicatorsOf(doc)]

const NOTE = 'note:'
const USP = 'usp:'
const strategyTexts = ['goal', 'analysis', 'approach', 'improve'] as const satisfies readonly StrategyText[]
const actionTexts = ['what', 'who', 'resource', 'measure'] as const satisfies readonly ActionText[]
const indicatorTexts = ['name', 'target'] as const satisfies readonly IndicatorText[]

export const strategyText = (doc: Y.Doc, id: string, field: StrategyText | { readonly lever: Lever }): Y.Text | undefined =>
  textOf(rowOf(strategiesOf(doc), id), typeof field === 'string' ? field : `${NOTE}${field.lever}`)
export const actionText = (doc: Y.Doc, id: string, field: ActionText): Y.Text | undefined => textOf(rowOf(actionsOf(doc), id), field)
export const indicatorText = (doc: Y.Doc, id: string, field: IndicatorText): Y.Text | undefined => textOf(rowOf(indicatorsOf(doc), id), field)

export function readStrategies(reader: CellReader, doc: Y.Doc): Strategies {
  const lines = readLines(reader, actionsOf(doc), 'strategyActions', strategyRowLimit.actions, (row, path): Omit<StrategyAction, 'id' | 'order'> => ({
    ...readTexts(reader, row, path, actionTextLimit), by: readDay(reader, row, 'by', path),
  }))
  const indicators = readLines(reader, indicatorsOf(doc), 'strategyIndicators', strategyRowLimit.indicators, (row, path): Omit<StrategyIndicator, 'id' | 'order'> => ({
    ...readTexts(reader, row, path, indicatorTextLimit), checkOn: readDay(reader, row, 'checkOn', path),
  }))
  const all = reader.rows(strategiesOf(doc), 'strategies', strategyRowLimit.strategies)
    .map(([id, row]) => readStrategy(reader, id, row, lines.get(id) ?? [], indicators.get(id) ?? [])).sort(byOrder)
  return { strategies: all.filter((strategy) => !strategy.removed), removed: all.filter((strategy) => strategy.removed) }
}

function readStrategy(reader: CellReader, id: string, row: Y.Map<unknown>, actions: readonly StrategyAction[], indicators: readonly StrategyIndicator[]): Strategy {
  const path = `strategies/${id}`
  const subject = parseSubject(row.get('subject'))
  if (!subject) reader.leaveOut(`${path}/subject`, 'wrong-type')
  const note = (lever: Lever): string => reader.text(row, `${NOTE}${lever}`, `${path}/${NOTE}${lever}`, LEVER_LIMIT)
  return {
    id,
    order: reader.shortString(row, 'order') ?? '',
    subject,
    stance: readChoice<Stance>(reader, row, 'stance', path, stances),
    generic: readChoice<GenericStrategy>(reader, row, 'generic', path, genericStrategies),
    ...readTexts(reader, row, path, strategyTextLimit),
    goalBy: readDay(reader, row, 'goalBy', path),
    notes: {
      product: note('product'), price: note('price'), place: note('place'), promotion: note('promotion'),
      value: note('value'), cost: note('cost'), convenience: note('convenience'), communication: note('communication'),
    },
    uspIds: [...row.keys()].filter((key) => key.startsWith(USP) && row.get(key) === true).map((key) => key.slice(USP.length)).filter((uspId) => rowIdPattern.test(uspId)).sort(),
    actions, indicators,
    shown: row.get('shown') === true,
    removed: readRemoval(reader, row, path),
  }
}

function readTexts<K extends string>(reader: CellReader, row: Y.Map<unknown>, path: string, limits: Readonly<Record<K, number>>): Record<K, string> {
  // Object.entries forgets the keys' type; they are those of `limits`.
  return Object.fromEntries(Object.entries<number>(limits).map(([key, max]) => [key, reader.text(row, key, `${path}/${key}`, max)])) as Record<K, string>
}
function readChoice<T extends string>(reader: CellReader, row: Y.Map<unknown>, key: string, path: string, choices: readonly T[]): T | null {
  const value = row.get(key)
  const found = choices.find((choice) => choice === value) ?? null
  if (found === null && value !== undefined && value !== null) reader.leaveOut(`${path}/${key}`, 'wrong-type')
  return found
}
function readDay(reader: CellReader, row: Y.Map<unknown>, key: string, path: string): string | null {
  const value = row.get(key)
  if (isDay(value)) return value
  if (value !== undefined && value !== null) reader.leaveOut(`${path}/${key}`, 'wrong-type')
  return null
}

/** Rows that were not removed, by the strategy that they name, each list in its order. */
function readLines<T extends object>(reader: CellReader, root: Y.Map<unknown>, name: string, max: number, read: (row: Y.Map<unknown>, path: string) => T): ReadonlyMap<string, (T & Ordered)[]> {
  const found = new Map<string, (T & Ordered)[]>()
  for (const [id, row] of reader.rows(root, name, max)) {
    const strategyId = reader.shortString(row, 'strategyId')
    if (strategyId === null || readRemoval(reader, row, `${name}/${id}`)) continue
    const line = { ...read(row, `${name}/${id}`), id, order: reader.shortString(row, 'order') ?? '' }
    found.set(strategyId, [...(found.get(strategyId) ?? []), line].sort(byOrder))
  }
  return found
}

/** Adds a strategy at the end. All its texts are made here, once. */
export function addStrategy(doc: Y.Doc, existing: readonly Strategy[], strategy: { readonly id: string; readonly subject: StrategySubject }, origin: LocalOrigin): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    strategiesOf(doc).set(strategy.id, row)
    row.set('order', keyBetween(existing.at(-1)?.order ?? null, null))
    row.set('subject', subjectCell(strategy.subject))
    for (const field of strategyTexts) row.set(field, newText(''))
    for (const lever of levers) row.set(`${NOTE}${lever}`, newText(''))
  }, origin)
}

/** The cells of a strategy that are no texts; the last writer wins, and everybody sees it. */
export type StrategyCell =
  | { readonly cell: 'subject'; readonly value: StrategySubject }
  | { readonly cell: 'stance'; readonly value: Stance | null }
  | { readonly cell: 'generic'; readonly value: GenericStrategy | null }
  | { readonly cell: 'goalBy'; readonly value: string | null }
  | { readonly cell: 'shown'; readonly value: boolean }
  | { readonly cell: 'usp'; readonly uspId: string; readonly value: boolean }

const set = (doc: Y.Doc, row: Y.Map<unknown> | undefined, key: string, value: unknown, origin: LocalOrigin): void => {
  if (row && row.get(key) !== value) doc.transact(() => row.set(key, value), origin)
}
export function setStrategyCell(doc: Y.Doc, id: string, change: StrategyCell, origin: LocalOrigin): void {
  const key = change.cell === 'usp' ? `${USP}${change.uspId}` : change.cell
  set(doc, rowOf(strategiesOf(doc), id), key, change.cell === 'subject' ? subjectCell(change.value) : change.value, origin)
}
export const setActionDay = (doc: Y.Doc, id: string, day: string | null, origin: LocalOrigin): void => set(doc, rowOf(actionsOf(doc), id), 'by', day, origin)
export const setIndicatorDay = (doc: Y.Doc, id: string, day: string | null, origin: LocalOrigin): void => set(doc, rowOf(indicatorsOf(doc), id), 'checkOn', day, origin)

function addLine(doc: Y.Doc, root: Y.Map<unknown>, strategyId: string, id: string, existing: readonly Ordered[], texts: readonly string[], origin: LocalOrigin): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    root.set(id, row)
    row.set('strategyId', strategyId)
    row.set('order', keyBetween(existing.at(-1)?.order ?? null, null))
    for (const key of texts) row.set(key, newText(''))
  }, origin)
}
export const addAction = (doc: Y.Doc, { id, actions }: Pick<Strategy, 'id' | 'actions'>, actionId: string, origin: LocalOrigin): void =>
  addLine(doc, actionsOf(doc), id, actionId, actions, actionTexts, origin)
export const addIndicator = (doc: Y.Doc, { id, indicators }: Pick<Strategy, 'id' | 'indicators'>, indicatorId: string, origin: LocalOrigin): void =>
  addLine(doc, indicatorsOf(doc), id, indicatorId, indicators, indicatorTexts, origin)

/** Moves the line to the place `to` (from 0) of its list. */
export const moveAction = (doc: Y.Doc, { actions }: Pick<Strategy, 'actions'>, id: string, to: number, origin: LocalOrigin): void =>
  moveRow(doc, actionsOf(doc), 'order', id, actions.filter((action) => action.id !== id), to, origin)
export const moveIndicator = (doc: Y.Doc, { indicators }: Pick<Strategy, 'indicators'>, id: string, to: number, origin: LocalOrigin): void =>
  moveRow(doc, indicatorsOf(doc), 'order', id, indicators.filter((indicator) => indicator.id !== id), to, origin)

const remove = (root: (doc: Y.Doc) => Y.Map<unknown>) => (doc: Y.Doc, id: string, at: number, origin: LocalOrigin): void => {
  const row = rowOf(root(doc), id)
  if (row) removeRow(doc, row, at, origin)
}
const restore = (root: (doc: Y.Doc) => Y.Map<unknown>) => (doc: Y.Doc, id: string, origin: LocalOrigin): void => {
  const row = rowOf(root(doc), id)
  if (row) restoreRow(doc, row, origin)
}
export const removeStrategy = remove(strategiesOf)
export const restoreStrategy = restore(strategiesOf)
export const removeAction = remove(actionsOf)
export const restoreAction = restore(actionsOf)
export const removeIndicator = remove(indicatorsOf)
export const restoreIndicator = restore(indicatorsOf)
