import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { addUsp, addUspContext, removeUsp, removeUspContext, restoreUsp, restoreUspContext, setUspCell, setUspContextHolds, setUspsShown, type UspCell, uspRoots } from '../../../shared/usp/document.ts'
import { type Usp, type UspContext, uspRowLimit, type UspSource } from '../../../shared/usp/model.ts'
import type { PanelProps } from '../../collab/panel.ts'
import { newRowId } from '../../collab/rowId.ts'
import { useRowEditing } from '../../collab/useRowEditing.ts'
import type { Undo } from '../../collab/useUndo.ts'
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
  const { undo, untracked, step, done } = useRowEditing(props.group, uspRoots(doc))
  const list = computed(() => props.work.parts.usps)
  const full = computed(() => list.value.usps.length + list.value.removed.length >= uspRowLimit.usps)

  return {
    undo, full,
    add(source) {
      if (full.value) {
        toasts.show({ kind: 'problem', text: t('usp.full', { max: uspRowLimit.usps }) })
        return null
      }
      const id = newRowId()
      addUsp(doc, list.value.usps, { id, source }, untracked)
      undo.note({ undo: () => removeUsp(doc, id, Date.now(), untracked), redo: () => restoreUsp(doc, id, untracked) })
      return id
    },
    remove(usp) {
      step(() => removeUsp(doc, usp.id, Date.now(), origin))
      done(t('usp.removed.toast', { claim: usp.claim || t('usp.unnamed') }), () => restoreUsp(doc, usp.id, origin))
    },
    restore: (usp) => step(() => restoreUsp(doc, usp.id, origin)),
    set: (usp, cell) => step(() => setUspCell(doc, usp.id, cell, origin)),
    show: (shown) => step(() => setUspsShown(doc, shown, origin)),
    addContext(usp, holds) {
      const id = newRowId()
      addUspContext(doc, usp, { id, holds }, untracked)
      undo.note({ undo: () => removeUspContext(doc, id, Date.now(), untracked), redo: () => restoreUspContext(doc, id, untracked) })
      return id
    },
    setHolds: (context, holds) => step(() => setUspContextHolds(doc, context.id, holds, origin)),
    removeContext(context) {
      step(() => removeUspContext(doc, context.id, Date.now(), origin))
      done(t('usp.context.removedToast'), () => restoreUspContext(doc, context.id, origin))
    },
  }
}
