import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { addDecision, type Decision, type DecisionCells, decisionsOf, type NewDecision, removeDecision, restoreDecision, setDecision } from '../../../shared/map/decisions.ts'
import { addOwnFinding, ownFindingsOf, reasonText, removeOwnFinding, restoreOwnFinding, setSettings, settingsOf, setVerdict, verdictsOf } from '../../../shared/map/document.ts'
import type { MapSettings, Verdict } from '../../../shared/map/model.ts'
import { type EffortMove, moveKey } from '../../../shared/scoring/effortMoves.ts'
import type { OpenGroup } from '../../collab/openGroupDocument.ts'
import { newRowId } from '../../collab/rowId.ts'
import { provideUndo, type Undo, useUndo } from '../../collab/useUndo.ts'

/** All that the map's panel writes, each a step of its own that can be taken back. */
export interface MapWrites {
  readonly undo: Undo
  cut(change: Partial<Pick<MapSettings, 'cutX' | 'cutY'>>): void
  judge(findingKey: string, verdict: Verdict | null): void
  /** @returns its id. */
  addFinding(): string
  removeFinding(id: string): void
  restoreFinding(id: string): void
  /** @returns its id. */
  decide(decision?: Omit<NewDecision, 'id'>): string
  /** Accepts the proposal and makes it a decision, in one step. @returns the decision's id. */
  accept(move: EffortMove): string
  setDecision(id: string, change: DecisionCells): void
  removeDecision(id: string): void
  restoreDecision(id: string): void
}

/** The decision that a proposal has been made, whatever its amount has become. */
export const decisionOf = (decisions: readonly Decision[], { fromId, toId }: Pick<EffortMove, 'fromId' | 'toId'>): Decision | undefined =>
  decisions.find((one) => one.removed === null && one.fromId === fromId && one.toId === toId)

export function useMapWrites(group: OpenGroup, work: () => GroupWork): MapWrites {
  const { doc, origin } = group
  const undo = useUndo([settingsOf(doc), verdictsOf(doc), ownFindingsOf(doc), decisionsOf(doc)], origin)
  provideUndo(undo)
  // Rows that were added are taken back by removing them softly, so that what others wrote in them stays.
  const aside = new LocalOrigin(group.participantId)
  const { step } = undo
  function judge(findingKey: string, verdict: Verdict | null): void {
    undo.follow(reasonText(doc, findingKey))
    step(() => setVerdict(doc, findingKey, verdict, origin))
  }
  function decide(decision: Omit<NewDecision, 'id'> = {}): string {
    const id = newRowId()
    addDecision(doc, work().parts.decisions, { id, ...decision }, aside)
    undo.note({ undo: () => removeDecision(doc, id, Date.now(), aside), redo: () => restoreDecision(doc, id, aside) })
    return id
  }
  function accept(move: EffortMove): string {
    const [key, known] = [moveKey(move), decisionOf(work().parts.decisions, move)]
    const id = known?.id ?? newRowId()
    const was = work().judgements.get(key)?.verdict ?? null
    const write = (verdict: Verdict | null, row: () => void): void => doc.transact(() => {
      setVerdict(doc, key, verdict, aside)
      if (!known) row()
    }, aside)
    write('accepted', () => addDecision(doc, work().parts.decisions, { id, ...move, proposed: true }, aside))
    undo.note({ undo: () => write(was, () => removeDecision(doc, id, Date.now(), aside)), redo: () => write('accepted', () => restoreDecision(doc, id, aside)) })
    return id
  }
  return {
    undo, judge, decide, accept,
    cut: (change) => step(() => setSettings(doc, change, origin)),
    addFinding() {
      const id = newRowId()
      addOwnFinding(doc, work().ownFindings, id, aside)
      undo.note({ undo: () => removeOwnFinding(doc, id, Date.now(), aside), redo: () => restoreOwnFinding(doc, id, aside) })
      return id
    },
    removeFinding: (id) => step(() => removeOwnFinding(doc, id, Date.now(), origin)),
    restoreFinding: (id) => step(() => restoreOwnFinding(doc, id, origin)),
    setDecision: (id, change) => step(() => setDecision(doc, id, change, origin)),
    removeDecision: (id) => step(() => removeDecision(doc, id, Date.now(), origin)),
    restoreDecision: (id) => step(() => restoreDecision(doc, id, origin)),
  }
}
