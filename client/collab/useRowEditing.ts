import { useI18n } from 'vue-i18n'
import { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { useToasts } from '../ui/toasts.ts'
import type { PanelProps } from './panel.ts'
import { provideUndo, type Undo, useUndo } from './useUndo.ts'

/** What adding, changing and removing whole rows has in common, whatever the rows are; to be called once in a panel. */
export interface RowEditing {
  readonly undo: Undo
  /** Not tracked by the undo manager: taking an added row out of the document would take along what others wrote in it. */
  readonly untracked: LocalOrigin
  /** A step of its own for undo; what is being typed is none of it. */
  step(change: () => void): void
  /** Says that something was done, with the way back. */
  done(text: string, takeBack: () => void): void
}

/** @param roots the document's types that undo watches over */
export function useRowEditing(group: PanelProps['group'], roots: Parameters<typeof useUndo>[0]): RowEditing {
  const { t } = useI18n()
  const toasts = useToasts()
  const undo = useUndo(roots, group.origin)
  provideUndo(undo)
  return {
    undo,
    untracked: new LocalOrigin(group.participantId),
    step(change) {
      group.flush()
      undo.step(change)
    },
    done: (text, takeBack) => toasts.show({ kind: 'done', text, action: { label: t('common.undo'), run: takeBack } }),
  }
}
