import * as Y from 'yjs'
import { effortUnits } from '../customer/model.ts'
import { type CellReader, type LocalOrigin, newText, readRemoval, removeRow, restoreRow, rowLimit, rowOf, textLimit, textOf } from '../groupwork/cells.ts'
import { byOrder, keyBetween } from '../order/order.ts'
import { truncateCodePoints } from '../text/sanitise.ts'
import { type Judgement, type MapSettings, type OwnFinding, type Verdict, verdicts } from './model.ts'

export const settingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('settings')
export const verdictsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('verdicts')
export const ownFindingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('ownFindings')

/**
 * The reason for a verdict. It is a root text of its own: root types are made by name, so two members who judge the same
 * finding at once write into the same text, where a nested one would be made twice and one of them lost.
 */
export const reasonText = (doc: Y.Doc, findingKey: string): Y.Text => doc.getText(`${REASON}${findingKey}`)
/** Begins the name of each root text that holds a reason. */
export const REASON = 'reason:'
export const findingKeyPattern = /^[a-z0-9:-]{1,90}$/

export const DEFAULT_CUT = 50

export function readSettings(reader: CellReader, doc: Y.Doc): MapSettings {
  const map = settingsOf(doc)
  const line = { min: 0, max: 100 }
  return reader.row(map, (cells) => ({
    cutX: cells.number(map, 'cutX', 'settings/cutX', line) ?? DEFAULT_CUT,
    cutY: cells.number(map, 'cutY', 'settings/cutY', line) ?? DEFAULT_CUT,
    effortUnit: cells.choice(map, 'effortUnit', 'settings/effortUnit', effortUnits, 'visits'),
    gutDoneAt: cells.number(map, 'gutDoneAt', 'settings/gutDoneAt', { min: 0, max: Number.MAX_SAFE_INTEGER }),
  }))
}

export function setSettings(doc: Y.Doc, change: Partial<MapSettings>, origin: LocalOrigin): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(change)) settingsOf(doc).set(key, value)
  }, origin)
}

export function readJudgements(reader: CellReader, doc: Y.Doc): Map<string, Judgement> {
  const judgements = new Map<string, Judgement>()
  for (const key of judgedKeys(doc)) {
    if (!findingKeyPattern.test(key)) {
      reader.leaveOut('verdicts', 'wrong-type')
      continue
    }
    const verdict = verdicts.find((one) => one === verdictsOf(doc).get(key)) ?? null
    const written = doc.share.has(`${REASON}${key}`) ? reasonText(doc, key).toString() : ''
    judgements.set(key, { verdict, reason: truncateCodePoints(written, textLimit.reason) })
  }
  return judgements
}

function judgedKeys(doc: Y.Doc): Set<string> {
  const keys = new Set(verdictsOf(doc).keys())
  for (const name of doc.share.keys()) if (name.startsWith(REASON)) keys.add(name.slice(REASON.length))
  return keys
}

/** null takes the verdict back; the reason stays as written. */
export function setVerdict(doc: Y.Doc, findingKey: string, verdict: Verdict | null, origin: LocalOrigin): void {
  doc.transact(() => verdictsOf(doc).set(findingKey, verdict), origin)
}

export function readOwnFindings(reader: CellReader, doc: Y.Doc): OwnFinding[] {
  return reader.rows(ownFindingsOf(doc), 'ownFindings', rowLimit.ownFindings)
    .map(([id, row]) => ({
      id,
      order: reader.shortString(row, 'order') ?? '',
      text: reader.text(row, 'text', `ownFindings/${id}/text`, textLimit.text),
      removed: readRemoval(reader, row, `ownFindings/${id}`),
    }))
    .sort(byOrder)
}

export const ownFindingText = (doc: Y.Doc, id: string): Y.Text | undefined => textOf(rowOf(ownFindingsOf(doc), id), 'text')

export function addOwnFinding(doc: Y.Doc, existing: readonly OwnFinding[], id: string, origin: LocalOrigin): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    ownFindingsOf(doc).set(id, row)
    row.set('order', keyBetween(existing.at(-1)?.order ?? null, null))
    row.set('text', newText(''))
  }, origin)
}

export function removeOwnFinding(doc: Y.Doc, id: string, at: number, origin: LocalOrigin): void {
  const row = rowOf(ownFindingsOf(doc), id)
  if (row) removeRow(doc, row, at, origin)
}

export function restoreOwnFinding(doc: Y.Doc, id: string, origin: LocalOrigin): void {
  const row = rowOf(ownFindingsOf(doc), id)
  if (row) restoreRow(doc, row, origin)
}
