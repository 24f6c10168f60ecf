import * as Y from 'yjs'
import { type CellReader, type LocalOrigin, newText, readRemoval, removeRow, restoreRow, rowIdPattern, rowOf, textOf } from '../groupwork/cells.ts'
import { byOrder, keyBetween } from '../order/order.ts'
import { DOTS_EACH, type Usp, type UspAnswer, uspAnswers, type UspContext, type UspList, uspRowLimit, type UspSource, uspSources, type UspTest, type UspText, uspTextLimit } from './model.ts'

/**
 * A USP is one Y.Map in the root `usps`. Each member's dots, each test and each customer it is for have a cell of their own, so
 * that people who tap at once all count. Contexts are rows of a root of their own that name their USP: so they are removed softly.
 */
export const uspsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('usps')
export const uspContextsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('uspContexts')
export const uspSettingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('uspSettings')

const VOTE = 'vote:'
const CUSTOMER = 'customer:'
const uspTexts = ['claim', 'evidence', 'competitor', 'forWhom'] as const satisfies readonly UspText[]

export const uspText = (doc: Y.Doc, id: string, field: UspText): Y.Text | undefined => textOf(rowOf(uspsOf(doc), id), field)
export const uspContextText = (doc: Y.Doc, id: string): Y.Text | undefined => textOf(rowOf(uspContextsOf(doc), id), 'text')

export function readUsps(reader: CellReader, doc: Y.Doc): UspList {
  const contexts = readContexts(reader, doc)
  const all = reader.rows(uspsOf(doc), 'usps', uspRowLimit.usps).map(([id, row]) => readUsp(reader, id, row, contexts.get(id) ?? [])).sort(byOrder)
  return { usps: withinBudget(all.filter((usp) => !usp.removed)), removed: all.filter((usp) => usp.removed), shown: uspSettingsOf(doc).get('shown') === true }
}

function readUsp(reader: CellReader, id: string, row: Y.Map<unknown>, contexts: readonly UspContext[]): Usp {
  const cell = (key: string): string => `usps/${id}/${key}`
  const text = (key: UspText): string => reader.text(row, key, cell(key), uspTextLimit[key])
  const answer = (test: UspTest): UspAnswer | null => readAnswer(reader, row.get(test), cell(test))
  return {
    id,
    order: reader.shortString(row, 'order') ?? '',
    source: reader.choice<UspSource>(row, 'source', cell('source'), uspSources, 'other'),
    claim: text('claim'), evidence: text('evidence'), competitor: text('competitor'), forWhom: text('forWhom'),
    customerIds: keysAfter(row, CUSTOMER).filter((customerId) => row.get(`${CUSTOMER}${customerId}`) === true).sort(),
    contexts,
    tests: { unique: answer('unique'), valued: answer('valued'), provable: answer('provable') },
    votes: keysAfter(row, VOTE).sort().flatMap((participantId) => {
      const dots = reader.number(row, `${VOTE}${participantId}`, cell('vote'), { min: 0, max: DOTS_EACH }) ?? 0
      return dots >= 1 ? [{ participantId, dots: Math.trunc(dots) }] : []
    }),
    removed: readRemoval(reader, row, `usps/${id}`),
  }
}

function readAnswer(reader: CellReader, value: unknown, path: string): UspAnswer | null {
  const found = uspAnswers.find((answer) => answer === value) ?? null
  if (found === null && value !== undefined && value !== null) reader.leaveOut(path, 'wrong-type')
  return found
}

const keysAfter = (row: Y.Map<unknown>, start: string): string[] =>
  [...row.keys()].flatMap((key) => (key.startsWith(start) && rowIdPattern.test(key.slice(start.length)) ? [key.slice(start.length)] : []))

/** Contexts that were not removed, by their USP. */
function readContexts(reader: CellReader, doc: Y.Doc): ReadonlyMap<string, readonly UspContext[]> {
  const found = new Map<string, UspContext[]>()
  for (const [id, row] of reader.rows(uspContextsOf(doc), 'uspContexts', uspRowLimit.contexts)) {
    const path = `uspContexts/${id}`
    const uspId = reader.shortString(row, 'uspId')
    if (uspId === null || readRemoval(reader, row, path)) continue
    const context = { id, order: reader.shortString(row, 'order') ?? '', text: reader.text(row, 'text', `${path}/text`, uspTextLimit.context), holds: row.get('holds') !== false }
    found.set(uspId, [...(found.get(uspId) ?? []), context].sort(byOrder))
  }
  return found
}

/** Two devices of one person may spend the same dots: those that are too many count for nothing, on every device alike. */
function withinBudget(usps: readonly Usp[]): Usp[] {
  const spent = new Map<string, number>()
  return usps.map((usp) => ({
    ...usp,
    votes: usp.votes.flatMap(({ participantId, dots }) => {
      const given = Math.min(dots, DOTS_EACH - (spent.get(participantId) ?? 0))
      spent.set(participantId, (spent.get(participantId) ?? 0) + given)
      return given > 0 ? [{ participantId, dots: given }] : []
    }),
  }))
}

export interface NewUsp {
  readonly id: string
  readonly source: UspSource
  readonly texts?: Partial<Readonly<Record<UspText, string>>>
}
/** Adds a USP at the end. All its texts are made here, once. */
export function addUsp(doc: Y.Doc, existing: readonly Usp[], usp: NewUsp, origin: LocalOrigin): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    uspsOf(doc).set(usp.id, row)
    row.set('order', keyBetween(existing.at(-1)?.order ?? null, null))
    row.set('source', usp.source)
    for (const field of uspTexts) row.set(field, newText(usp.texts?.[field] ?? ''))
  }, origin)
}

const inRow = (root: (doc: Y.Doc) => Y.Map<unknown>, change: (doc: Y.Doc, row: Y.Map<unknown>, origin: LocalOrigin) => void) =>
  (doc: Y.Doc, id: string, origin: LocalOrigin): void => {
    const row = rowOf(root(doc), id)
    if (row) change(doc, row, origin)
  }
export const removeUsp = (doc: Y.Doc, id: string, at: number, origin: LocalOrigin): void => inRow(uspsOf, (_, row) => removeRow(doc, row, at, origin))(doc, id, origin)
export const restoreUsp = inRow(uspsOf, restoreRow)

/** The cells of a USP that are no texts; the last writer wins, and everybody sees it. */
export type UspCell =
  | { readonly cell: 'source'; readonly value: UspSource }
  | { readonly cell: 'test'; readonly test: UspTest; readonly value: UspAnswer | null }
  | { readonly cell: 'customer'; readonly customerId: string; readonly value: boolean }
  | { readonly cell: 'vote'; readonly participantId: string; readonly value: number }

export function setUspCell(doc: Y.Doc, id: string, change: UspCell, origin: LocalOrigin): void {
  const row = rowOf(uspsOf(doc), id)
  if (!row) return
  const key = change.cell === 'test' ? change.test : change.cell === 'customer' ? `${CUSTOMER}${change.customerId}` : change.cell === 'vote' ? `${VOTE}${change.participantId}` : 'source'
  if (row.get(key) !== change.value) doc.transact(() => row.set(key, change.value), origin)
}

/** Whether the room may read the claims. */
export const setUspsShown = (doc: Y.Doc, shown: boolean, origin: LocalOrigin): void => {
  doc.transact(() => uspSettingsOf(doc).set('shown', shown), origin)
}

export function addUspContext(doc: Y.Doc, usp: Pick<Usp, 'id' | 'contexts'>, context: { readonly id: string; readonly text?: string; readonly holds: boolean }, origin: LocalOrigin): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    uspContextsOf(doc).set(context.id, row)
    row.set('uspId', usp.id)
    row.set('order', keyBetween(usp.contexts.at(-1)?.order ?? null, null))
    row.set('text', newText(context.text ?? ''))
    row.set('holds', context.holds)
  }, origin)
}
export const setUspContextHolds = (doc: Y.Doc, id: string, holds: boolean, origin: LocalOrigin): void => {
  const row = rowOf(uspContextsOf(doc), id)
  if (row) doc.transact(() => row.set('holds', holds), origin)
}
export const removeUspContext = (doc: Y.Doc, id: string, at: number, origin: LocalOrigin): void => inRow(uspContextsOf, (_, row) => removeRow(doc, row, at, origin))(doc, id, origin)
export const restoreUspContext = inRow(uspContextsOf, restoreRow)

/** All roots that the faces of the USP list write in. */
export const uspRoots = (doc: Y.Doc): Y.Map<unknown>[] => [uspsOf(doc), uspContextsOf(doc), uspSettingsOf(doc)]

