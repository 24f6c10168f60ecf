import * as Y from 'yjs'
import { MAX_FIGURE } from '../customer/document.ts'
import { type CellReader, createCellReader, type LocalOrigin, newText, readRemoval, removeRow, restoreRow, rowIdPattern, rowLimit, rowOf, textLimit, textOf } from '../groupwork/cells.ts'
import type { DocumentPart } from '../groupwork/part.ts'
import { byOrder, keyBetween } from '../order/order.ts'
import type { Removal } from '../scale/model.ts'
import { isDay } from '../text/day.ts'
import { isBlank } from '../text/sanitise.ts'

/** More effort to one customer, less to another: what the group will do on Monday. */
export interface Decision {
  readonly id: string
  readonly order: string
  /** Whose effort is cut, and who gets it. One of them may stay open: time that is freed, or found. */
  readonly fromId: string | null
  readonly toId: string | null
  /** In the group's unit of effort. */
  readonly amount: number | null
  readonly reason: string
  readonly who: string
  /** A day, "2026-12-01". */
  readonly due: string | null
  readonly removed: Removal | null
}

/** The exercise asks for two. */
export const DECISIONS_ASKED = 2

/** A decision is one Y.Map in the root map, keyed by its id; `reason` and `who` are Y.Texts made with it. */
export const decisionsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('decisions')

export function readDecisions(reader: CellReader, doc: Y.Doc): Decision[] {
  const rows = reader.rows(decisionsOf(doc), 'decisions', rowLimit.decisions)
    .map(([id, row]) => ({ decision: readDecision(reader, id, row), origin: originOf(reader, row) }))
    .sort((one, other) => byOrder(one.decision, other.decision))
  const first = new Map<string, string>()
  for (const row of rows) {
    const key = twinKey(row)
    if (key !== null && (!first.has(key) || isWorkedOn(row))) first.set(key, row.decision.id)
  }
  // Two members may take the same proposal over at once: that is one decision. Where both have gone on writing, none is lost.
  return rows.filter((row) => isWorkedOn(row) || twinKey(row) === null || first.get(twinKey(row) ?? '') === row.decision.id).map(({ decision }) => decision)
}

/** The proposal that a row was made of: whose effort to whom, and how much. */
interface Origin {
  readonly proposal: string
  readonly amount: number | null
}
interface Row {
  readonly decision: Decision
  readonly origin: Origin | null
}
function originOf(reader: CellReader, row: Y.Map<unknown>): Origin | null {
  const proposal = reader.shortString(row, 'proposal')
  return proposal === null ? null : { proposal, amount: typeof row.get('proposed') === 'number' ? Number(row.get('proposed')) : null }
}
const twinKey = ({ decision, origin }: Row): string | null => (origin === null ? null : `${decision.removed === null ? 'there' : 'removed'} ${origin.proposal}`)
/** Somebody has changed or added something since it was proposed. */
const isWorkedOn = ({ decision, origin }: Row): boolean =>
  origin !== null && (decision.amount !== origin.amount || proposalKey(decision) !== origin.proposal || decision.reason !== '' || decision.who !== '' || decision.due !== null)
const proposalKey = ({ fromId, toId }: Pick<Decision, 'fromId' | 'toId'>): string => `${fromId ?? ''}:${toId ?? ''}`

function readDecision(reader: CellReader, id: string, row: Y.Map<unknown>): Decision {
  const path = `decisions/${id}`
  return {
    id,
    order: reader.shortString(row, 'order') ?? '',
    fromId: readCustomerId(reader, row, 'from', path),
    toId: readCustomerId(reader, row, 'to', path),
    amount: reader.number(row, 'amount', `${path}/amount`, { min: 0, max: MAX_FIGURE }),
    reason: reader.text(row, 'reason', `${path}/reason`, textLimit.reason),
    who: reader.text(row, 'who', `${path}/who`, textLimit.name),
    due: readDay(reader, row, `${path}/due`),
    removed: readRemoval(reader, row, path),
  }
}

function readCustomerId(reader: CellReader, row: Y.Map<unknown>, key: string, path: string): string | null {
  const value = row.get(key)
  if (value === undefined || value === null) return null
  if (typeof value === 'string' && rowIdPattern.test(value)) return value
  reader.leaveOut(`${path}/${key}`, 'wrong-type')
  return null
}

function readDay(reader: CellReader, row: Y.Map<unknown>, path: string): string | null {
  const value = row.get('due')
  if (value === undefined || value === null) return null
  if (isDay(value)) return value
  reader.leaveOut(path, 'wrong-type')
  return null
}

export const decisionText = (doc: Y.Doc, id: string, field: 'reason' | 'who'): Y.Text | undefined => textOf(rowOf(decisionsOf(doc), id), field)

/** `proposed`: it takes a proposal over as it is; whoever else does so at the same time makes the same decision. */
export type NewDecision = Pick<Decision, 'id'> & Partial<Pick<Decision, 'fromId' | 'toId' | 'amount'>> & { readonly proposed?: true }

/** Adds a decision at the end. Its id is the caller's, and new. */
export function addDecision(doc: Y.Doc, existing: readonly Decision[], { id, fromId = null, toId = null, amount = null, proposed }: NewDecision, origin: LocalOrigin): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    decisionsOf(doc).set(id, row)
    row.set('order', keyBetween(existing.at(-1)?.order ?? null, null))
    row.set('from', fromId)
    row.set('to', toId)
    row.set('amount', amount)
    row.set('reason', newText(''))
    row.set('who', newText(''))
    row.set('due', null)
    if (proposed) {
      row.set('proposal', proposalKey({ fromId, toId }))
      row.set('proposed', amount)
    }
  }, origin)
}

const cellKeys = { fromId: 'from', toId: 'to', amount: 'amount', due: 'due' } as const
export type DecisionCells = Partial<Pick<Decision, keyof typeof cellKeys>>

/** Each cell is one of its own: two members who fill in different ones at once both keep theirs. */
export function setDecision(doc: Y.Doc, id: string, change: DecisionCells, origin: LocalOrigin): void {
  const row = rowOf(decisionsOf(doc), id)
  if (!row) return
  doc.transact(() => {
    for (const cell of Object.keys(cellKeys) as (keyof typeof cellKeys)[]) {
      const value = change[cell]
      if (value !== undefined && row.get(cellKeys[cell]) !== value) row.set(cellKeys[cell], value)
    }
  }, origin)
}

/** Those that were made of the same proposal at the same time, and have nothing of their own, go with it. */
export function removeDecision(doc: Y.Doc, id: string, at: number, origin: LocalOrigin): void {
  const row = rowOf(decisionsOf(doc), id)
  if (!row) return
  const shown = new Set(readDecisions(createCellReader(), doc).map((decision) => decision.id))
  const proposal: unknown = row.get('proposal')
  doc.transact(() => {
    removeRow(doc, row, at, origin)
    for (const [twinId, twin] of decisionsOf(doc).entries()) {
      const isTwin = twin instanceof Y.Map && typeof proposal === 'string' && twin.get('proposal') === proposal && twinId !== id && !shown.has(twinId) && (twin.get('removedAt') ?? null) === null
      if (isTwin) removeRow(doc, twin, at, origin)
    }
  }, origin)
}

export function restoreDecision(doc: Y.Doc, id: string, origin: LocalOrigin): void {
  const row = rowOf(decisionsOf(doc), id)
  if (row) restoreRow(doc, row, origin)
}

export const decisionParts = ['customers', 'amount', 'reason', 'who', 'due'] as const
export type DecisionPart = (typeof decisionParts)[number]

/** What a decision still lacks to be carried out on Monday. */
export function lacksOf(decision: Decision): DecisionPart[] {
  const there: Record<DecisionPart, boolean> = {
    customers: (decision.fromId !== null || decision.toId !== null) && decision.fromId !== decision.toId,
    amount: decision.amount !== null && decision.amount > 0,
    reason: !isBlank(decision.reason),
    who: !isBlank(decision.who),
    due: decision.due !== null,
  }
  return decisionParts.filter((part) => !there[part])
}

/** Says what is done, and why: it counts as one of the two. Who and by when make it a good one. */
export const isDecided = (decision: Decision): boolean =>
  decision.removed === null && !lacksOf(decision).some((part) => part === 'customers' || part === 'amount' || part === 'reason')

export interface DecisionSummary {
  /** That say what and why. */
  readonly decided: number
  /** Begun, and not there yet. */
  readonly open: number
}
const present = (decisions: readonly Decision[]): readonly Decision[] => decisions.filter(({ removed }) => removed === null)

export const decisionsPart: DocumentPart<readonly Decision[], DecisionSummary> = {
  rowRoots: ['decisions'],
  cellRoots: [],
  textRoots: [],
  read: readDecisions,
  mask: (decisions) => decisions.map((decision) => ({ ...decision, reason: '', who: '' })),
  withoutPeople: (decisions) => decisions.map((decision) => ({ ...decision, who: '' })),
  rows: (decisions) => present(decisions).map(({ order: _, removed: __, ...said }) => ({ ...said, name: said.reason })),
  summarise(decisions) {
    const decided = decisions.filter(isDecided).length
    return { decided, open: present(decisions).length - decided }
  },
  activities: ['findings'],
  progress({ decided }) {
    const good = decided >= DECISIONS_ASKED
    return {
      share: Math.min(1, decided / DECISIONS_ASKED),
      checks: [{ key: 'map.check.decided', done: good }],
      facts: [{ key: 'map.fact.decided', value: `${decided}/${DECISIONS_ASKED}`, good }],
    }
  },
}
