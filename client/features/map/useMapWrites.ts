import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { addOwnFinding, ownFindingsOf, removeOwnFinding, restoreOwnFinding, setSettings, settingsOf, setVerdict, verdictsOf } from '../../../shared/map/document.ts'
import type { MapSettings, Verdict } from '../../../shared/map/model.ts'
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
}

export function useMapWrites(group: OpenGroup, work: () => GroupWork): MapWrites {
  const { doc, origin } = group
  const undo = useUndo([settingsOf(doc), verdictsOf(doc), ownFindingsOf(doc)], origin)
  provideUndo(undo)
  // Rows that were added are taken back by removing them softly, so that what others wrote in them stays.
  const aside = new LocalOrigin(group.participantId)
  const { step } = undo
  return {
    undo,
    cut: (change) => step(() => setSettings(doc, change, origin)),
    judge: (findingKey, verdict) => step(() => setVerdict(doc, findingKey, verdict, origin)),
    addFinding() {
      const id = newRowId()
      addOwnFinding(doc, work().ownFindings, id, aside)
      undo.note({ undo: () => removeOwnFinding(doc, id, Date.now(), aside), redo: () => restoreOwnFinding(doc, id, aside) })
      return id
    },
    removeFinding: (id) => step(() => removeOwnFinding(doc, id, Date.now(), origin)),
    restoreFinding: (id) => step(() => restoreOwnFinding(doc, id, origin)),
  }
}
