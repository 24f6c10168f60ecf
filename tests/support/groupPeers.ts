import fc from 'fast-check'
import * as Y from 'yjs'
import { addCustomers, customerRow, customerText, moveCustomer, removeCustomer, restoreCustomer, setFigure, setGrade } from '../../shared/customer/document.ts'
import { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { prepareDocument, readGroupWork, seedUpdate } from '../../shared/groupwork/document.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import { addDecision, decisionText, removeDecision, restoreDecision, setDecision } from '../../shared/map/decisions.ts'
import { addOwnFinding, ownFindingText, reasonText, removeOwnFinding, restoreOwnFinding, setSettings, setVerdict } from '../../shared/map/document.ts'
import { addFactor, factorRow, factorText, moveFactor, removeFactor, restoreFactor, setFactorCell, setWeights } from '../../shared/scale/document.ts'
import { axes, type Axis } from '../../shared/scale/model.ts'
import { actionText, addAction, addStrategy, moveAction, removeAction, removeStrategy, restoreStrategy, setStrategyCell, strategyText } from '../../shared/strategy/document.ts'
import { addUsp, addUspContext, removeUsp, restoreUsp, setUspCell, setUspsShown, uspText } from '../../shared/usp/document.ts'
import { diffText } from '../../shared/text/diff.ts'

/** A member's device without a line: its document, what it calls itself, and its own undo. */
export interface GroupPeer {
  readonly doc: Y.Doc
  readonly origin: LocalOrigin
  readonly undo: Y.UndoManager
}

export function openPeer(name: string): GroupPeer {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  prepareDocument(doc)
  const origin = new LocalOrigin(name)
  const undo = new Y.UndoManager([...doc.share.values(), reasonText(doc, 'a')], { trackedOrigins: new Set([origin]), captureTimeout: 0 })
  return { doc, origin, undo }
}

export function exchange(one: Y.Doc, other: Y.Doc): void {
  const [from, back] = [Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), Y.encodeStateAsUpdate(other, Y.encodeStateVector(one))]
  Y.applyUpdate(other, from)
  Y.applyUpdate(one, back)
}

/** One thing that a member does; the numbers pick what it is done to. */
export interface Deed {
  readonly who: number
  readonly kind: string
  readonly pick: number
  readonly more: number
}
const WORDS = ['年采购额', 'growth', '😀𠮷', '付款', 'x', '', '明年可买的金额，万元'] as const
const at = <T>(list: readonly T[], place: number): T | undefined => (list.length === 0 ? undefined : list[place % list.length])

/** Rewrites a text as a field does: the smallest splice. */
function rewrite(peer: GroupPeer, text: Y.Text | undefined, words: string): void {
  const splice = text && diffText(text.toString(), words)
  if (!splice) return
  peer.doc.transact(() => {
    text.delete(splice.index, splice.remove)
    text.insert(splice.index, splice.insert)
  }, peer.origin)
}

interface Scene {
  readonly peer: GroupPeer
  readonly work: GroupWork
  readonly axis: Axis
  readonly pick: number
  readonly more: number
  readonly id: string
}
const deeds: Readonly<Record<string, (scene: Scene) => void>> = {
  addFactor: ({ peer, work, axis, more, id }) => addFactor(peer.doc, axis, work.scales[axis], { id, name: at(WORDS, more) ?? '' }, peer.origin),
  removeFactor: ({ peer, work, axis, pick, more }) => removeFactor(peer.doc, axis, at(work.scales[axis].factors, pick)?.id ?? '', 1_000 + more, peer.origin),
  restoreFactor: ({ peer, work, axis, pick }) => restoreFactor(peer.doc, axis, at(work.scales[axis].removed, pick)?.id ?? '', peer.origin),
  moveFactor({ peer, work, axis, pick, more }) {
    const factor = at(work.scales[axis].factors, pick)
    if (factor) moveFactor(peer.doc, work.scales[axis], factor.id, more % work.scales[axis].factors.length, peer.origin)
  },
  writeFactor({ peer, work, axis, pick, more }) {
    const row = factorRow(peer.doc, axis, at(work.scales[axis].factors, pick)?.id ?? '')
    if (row) rewrite(peer, factorText(row, at(['name', 'definition', { level: 1 }, { level: 5 }] as const, pick + more) ?? 'name'), `${at(WORDS, more)}${at(WORDS, pick)}`)
  },
  weigh: ({ peer, work, axis, more }) => setWeights(peer.doc, axis, new Map(work.scales[axis].factors.map((factor, place) => [factor.id, (more + place) % 100])), peer.origin),
  setCell({ peer, work, axis, pick, more }) {
    const id = at(work.scales[axis].factors, pick)?.id ?? ''
    setFactorCell(peer.doc, axis, id, at([{ cell: 'measure', value: 'numeric' }, { cell: 'levels', value: 3 + (more % 3) }, { cell: 'threshold', index: 1, value: more }, { cell: 'points', level: 2, value: more }] as const, pick + more) ?? { cell: 'direction', value: 'less' }, peer.origin)
  },
  addCustomer: ({ peer, work, more, id }) => addCustomers(peer.doc, work.customers, [{ id, name: at(WORDS, more) ?? '' }], peer.origin),
  removeCustomer: ({ peer, work, pick, more }) => removeCustomer(peer.doc, at(work.customers, pick)?.id ?? '', 1_000 + more, peer.origin),
  restoreCustomer: ({ peer, work, pick }) => restoreCustomer(peer.doc, at(work.removedCustomers, pick)?.id ?? '', peer.origin),
  moveCustomer({ peer, work, pick, more }) {
    const customer = at(work.customers, pick)
    if (customer) moveCustomer(peer.doc, work.customers, customer.id, more % work.customers.length, more % 2 ? 'order' : 'gutOrder', peer.origin)
  },
  writeCustomer({ peer, work, pick, more }) {
    const row = customerRow(peer.doc, at(work.customers, pick)?.id ?? '')
    if (row) rewrite(peer, customerText(row, more % 2 ? 'name' : 'note'), `${at(WORDS, more)}${at(WORDS, pick)}`)
  },
  grade({ peer, work, axis, pick, more }) {
    const [customer, factor] = [at(work.customers, pick), at(work.scales[axis].factors, more)]
    const grade = at([{ kind: 'level', level: 1 + (more % 5) }, { kind: 'raw', raw: more }, { kind: 'unknown' }, null] as const, pick + more) ?? null
    if (customer && factor) setGrade(peer.doc, customer.id, factor.id, grade, peer.origin)
  },
  figure: ({ peer, work, pick, more }) => setFigure(peer.doc, at(work.customers, pick)?.id ?? '', more % 2 ? 'effort' : 'revenue', more % 3 ? more : null, peer.origin),
  settings: ({ peer, more }) => setSettings(peer.doc, at([{ cutX: more % 100 }, { effortUnit: 'hours' }, { gutDoneAt: more }, { gutDoneAt: null }] as const, more) ?? {}, peer.origin),
  judge: ({ peer, pick, more }) => setVerdict(peer.doc, at(['a', 'b'], pick) ?? 'a', at(['accepted', 'rejected', null] as const, more) ?? null, peer.origin),
  reason: ({ peer, pick, more }) => rewrite(peer, reasonText(peer.doc, at(['a', 'b', 'c'], pick) ?? 'a'), at(WORDS, more) ?? ''),
  addOwn: ({ peer, work, id }) => addOwnFinding(peer.doc, work.ownFindings, id, peer.origin),
  writeOwn: ({ peer, work, pick, more }) => rewrite(peer, ownFindingText(peer.doc, at(work.ownFindings, pick)?.id ?? ''), at(WORDS, more) ?? ''),
  removeOwn: ({ peer, work, pick, more }) => removeOwnFinding(peer.doc, at(work.ownFindings, pick)?.id ?? '', 1_000 + more, peer.origin),
  addUsp: ({ peer, work, pick, id }) => addUsp(peer.doc, work.parts.usps.usps, { id, source: at(['product', 'brand'] as const, pick) ?? 'other' }, peer.origin),
  writeUsp: ({ peer, work, pick, more }) => rewrite(peer, uspText(peer.doc, at(work.parts.usps.usps, pick)?.id ?? '', at(['claim', 'evidence'] as const, more) ?? 'claim'), `${at(WORDS, more)}${at(WORDS, pick)}`),
  setUsp: ({ peer, work, pick, more }) => setUspCell(peer.doc, at(work.parts.usps.usps, pick)?.id ?? '', at([{ cell: 'vote', participantId: peer.origin.participantId, value: more % 4 }, { cell: 'test', test: 'valued', value: 'yes' }, { cell: 'customer', customerId: 'k', value: more % 2 > 0 }] as const, more + pick) ?? { cell: 'source', value: 'other' }, peer.origin),
  contextUsp({ peer, work, pick, more, id }) {
    const usp = at(work.parts.usps.usps, pick)
    if (usp) addUspContext(peer.doc, usp, { id, text: at(WORDS, more) ?? '', holds: more % 2 > 0 }, peer.origin)
  },
  removeUsp: ({ peer, work, pick, more }) => removeUsp(peer.doc, at(work.parts.usps.usps, pick)?.id ?? '', 1_000 + more, peer.origin),
  restoreUsp: ({ peer, work, pick }) => restoreUsp(peer.doc, at(work.parts.usps.removed, pick)?.id ?? '', peer.origin),
  showUsps: ({ peer, more }) => setUspsShown(peer.doc, more % 2 > 0, peer.origin),
  addStrategy: ({ peer, work, id }) => addStrategy(peer.doc, work.parts.strategies.strategies, { id, subject: { kind: 'quadrant', quadrant: 'attack' } }, peer.origin),
  writeStrategy: ({ peer, work, pick, more }) => rewrite(peer, strategyText(peer.doc, at(work.parts.strategies.strategies, pick)?.id ?? '', at(['goal', { lever: 'price' }] as const, more) ?? 'goal'), `${at(WORDS, more)}${at(WORDS, pick)}`),
  setStrategy: ({ peer, work, pick, more }) => setStrategyCell(peer.doc, at(work.parts.strategies.strategies, pick)?.id ?? '', at([{ cell: 'stance', value: 'deepen' }, { cell: 'goalBy', value: '2026-12-31' }, { cell: 'usp', uspId: 'u', value: more % 2 > 0 }] as const, more + pick) ?? { cell: 'generic', value: 'cost' }, peer.origin),
  planStrategy({ peer, work, pick, more, id }) {
    const strategy = at(work.parts.strategies.strategies, pick)
    const action = at(strategy?.actions ?? [], more)
    if (strategy && !action) addAction(peer.doc, strategy, id, peer.origin)
    if (strategy && action && more % 3 === 0) moveAction(peer.doc, strategy, action.id, pick % strategy.actions.length, peer.origin)
    else if (action && more % 3 === 1) removeAction(peer.doc, action.id, 1_000 + more, peer.origin)
    else if (action) rewrite(peer, actionText(peer.doc, action.id, 'what'), at(WORDS, more) ?? '')
  },
  removeStrategy: ({ peer, work, pick, more }) => removeStrategy(peer.doc, at(work.parts.strategies.strategies, pick)?.id ?? '', 1_000 + more, peer.origin),
  restoreStrategy: ({ peer, work, pick }) => restoreStrategy(peer.doc, at(work.parts.strategies.removed, pick)?.id ?? '', peer.origin),
  restoreOwn: ({ peer, work, pick }) => restoreOwnFinding(peer.doc, at(work.ownFindings, pick)?.id ?? '', peer.origin),
  decide: ({ peer, work, pick, more, id }) => addDecision(peer.doc, work.parts.decisions, { id, toId: at(work.customers, pick)?.id ?? null, amount: more }, peer.origin),
  setDecision: ({ peer, work, pick, more }) => setDecision(peer.doc, at(work.parts.decisions, pick)?.id ?? '', at([{ amount: more }, { due: '2026-12-01' }, { fromId: null }, { toId: at(work.customers, more)?.id ?? null }] as const, more) ?? {}, peer.origin),
  writeDecision: ({ peer, work, pick, more }) => rewrite(peer, decisionText(peer.doc, at(work.parts.decisions, pick)?.id ?? '', more % 2 ? 'reason' : 'who'), at(WORDS, more) ?? ''),
  removeDecision: ({ peer, work, pick, more }) => removeDecision(peer.doc, at(work.parts.decisions, pick)?.id ?? '', 1_000 + more, peer.origin),
  restoreDecision: ({ peer, work, pick }) => restoreDecision(peer.doc, at(work.parts.decisions, pick)?.id ?? '', peer.origin),
}
const undoing: Readonly<Record<string, (scene: Scene) => void>> = {
  undo: ({ peer }) => void peer.undo.undo(),
  redo: ({ peer }) => void peer.undo.redo(),
}

/** What a member may do, undoing not among it. */
export const deedKinds: readonly string[] = Object.keys(deeds)

/** Does one deed with the shared writers, as the faces do. New rows are called after `id`. */
export function doDeed(peer: GroupPeer, { kind, pick, more }: Deed, id: string): void {
  const scene = { peer, work: readGroupWork(peer.doc), axis: axes[pick % 2] ?? 'potential', pick, more, id }
  ;(deeds[kind] ?? undoing[kind])?.(scene)
}

const deedOf = (kinds: readonly string[]): fc.Arbitrary<Deed> =>
  fc.record({ who: fc.nat(1), kind: fc.constantFrom(...kinds), pick: fc.nat(30), more: fc.nat(300) })
export const someDeeds = fc.array(deedOf([...deedKinds, 'addFactor', 'addCustomer', 'grade', 'undo', 'undo', 'redo']), { minLength: 5, maxLength: 40, size: 'max' })
export const deedsWithoutUndo = fc.array(deedOf(deedKinds), { maxLength: 15, size: 'max' })
