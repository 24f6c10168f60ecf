import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { addUsp, addUspContext, removeUsp, removeUspContext, restoreUsp, restoreUspContext, setUspCell, setUspContextHolds, setUspsShown, type UspCell, uspRoots } from '../../../shared/usp/document.ts'
import { type Usp, type UspContext, uspRowLimit, type UspSource } from '../../../shared/usp/model.ts'
import type { PanelProps } from '../../collab/panel.ts'
import { newRowId } from '../../collab/rowId.ts'
import { provideUndo, type Undo, useUndo } from '../../collab/useUndo.ts'
import { useToasts } from '../../ui/toasts.ts'

/** What the members do to the list as a whole; its text fields write by themselves. */
export interface UspEditing {
  readonly undo: Undo
  readonly full: ComputedRef<boolean>
  /** @returns the new USP's id, or null when there is no room for it. */
  add(source: UspSource): string | null
  remove(usp: Usp): void
  restore(usp: Usp): void
  set(usp: Usp, cell: UspCell): void
  show(shown: boolean): void
  addContext(usp: Usp, holds: boolean): string
  setHolds(context: UspContext, holds: boolean): void
  removeContext(context: UspContext): void
}

export function useUspEditing(props: Readonly<PanelProps>): UspEditing {
  const { t } = useI18n()
  const toasts = useToasts()
  const { doc, origin } = props.group
  const undo = useUndo(uspRoots(doc), origin)
  provideUndo(undo)
  // Not tracked by the undo manager: taking an added row out of the document would take along what others wrote in it.
  const aside = new LocalOrigin(props.group.participantId)
  const list = computed(() => props.work.parts.usps)
  const full = computed(() => list.value.usps.length + list.value.removed.length >= uspRowLimit.usps)

  /** A step of its own for undo; what is being typed is none of it. */
  function step(change: () => void): void {
    props.group.flush()
    undo.step(change)
  }
  const removed = (text: string, restore: () => void): void => toasts.show({ kind: 'done', text, action: { label: t('common.undo'), run: restore } })

  return {
    undo, full,
    add(source) {
      if (full.value) {
        toasts.show({ kind: 'problem', text: t('usp.full', { max: uspRowLimit.usps }) })
        return null
      }
      const id = newRowId()
      addUsp(doc, list.value.usps, { id, source }, aside)
      undo.note({ undo: () => removeUsp(doc, id, Date.now(), aside), redo: () => restoreUsp(doc, id, aside) })
      return id
    },
    remove(usp) {
      step(() => removeUsp(doc, usp.id, Date.now(), origin))
      removed(t('usp.removed.toast', { claim: usp.claim || t('usp.unnamed') }), () => restoreUsp(doc, usp.id, origin))
    },
    restore: (usp) => step(() => restoreUsp(doc, usp.id, origin)),
    set: (usp, cell) => step(() => setUspCell(doc, usp.id, cell, origin)),
    show: (shown) => step(() => setUspsShown(doc, shown, origin)),
    addContext(usp, holds) {
      const id = newRowId()
      addUspContext(doc, usp, { id, holds }, aside)
      undo.note({ undo: () => removeUspContext(doc, id, Date.now(), aside), redo: () => restoreUspContext(doc, id, aside) })
      return id
    },
    setHolds: (context, holds) => step(() => setUspContextHolds(doc, context.id, holds, origin)),
    removeContext(context) {
      step(() => removeUspContext(doc, context.id, Date.now(), origin))
      removed(t('usp.context.removedToast'), () => restoreUspContext(doc, context.id, origin))
    },
  }
}
