import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { rowLimit } from '../../../shared/groupwork/cells.ts'
import { addFactor, factorsOf, moveFactor, removeFactor, restoreFactor, setFactorCell, setWeights } from '../../../shared/scale/document.ts'
import type { LibraryFactor } from '../../../shared/scale/libraryModel.ts'
import type { Factor } from '../../../shared/scale/model.ts'
import { balanceWeights, splitEvenly } from '../../../shared/scale/weights.ts'
import { isLocale } from '../../../shared/language/locale.ts'
import type { ScalePanelProps } from '../../collab/panel.ts'
import { newRowId } from '../../collab/rowId.ts'
import { useRowEditing } from '../../collab/useRowEditing.ts'
import type { Undo } from '../../collab/useUndo.ts'
import { useToasts } from '../../ui/toasts.ts'

export interface ScaleEditing {
  readonly undo: Undo
  readonly full: ComputedRef<boolean>
  /** @returns the new factor's id, or null when there is no room for it. */
  add(borrowed?: LibraryFactor): string | null
  remove(factor: Factor): void
  restore(factor: Factor): void
  /** @param to place from 0 */
  move(factorId: string, to: number): void
  balance(): void
  split(): void
}

/** What the members do to a scale as a whole; its fields write by themselves. */
export function useScaleEditing(props: Readonly<ScalePanelProps>): ScaleEditing {
  const { t, locale } = useI18n()
  const toasts = useToasts()
  const { doc, origin } = props.group
  const axis = props.axis
  const { undo, untracked, step, done } = useRowEditing(props.group, [factorsOf(doc, axis)])
  const scale = computed(() => props.work.scales[axis])
  const full = computed(() => scale.value.factors.length + scale.value.removed.length >= rowLimit.factors)
  const nameOf = (factor: Factor): string => factor.name || t('scale.unnamed')

  function weigh(weights: readonly number[], said: string): void {
    const before = scale.value.factors.map(({ id, weight }) => ({ id, weight }))
    step(() => setWeights(doc, axis, new Map(before.map(({ id }, index) => [id, weights[index] ?? 0])), origin))
    // Not simply the last step: there may be later ones by the time the button is pressed.
    const takeBack = (): void => step(() => doc.transact(() => before.forEach(({ id, weight }) => setFactorCell(doc, axis, id, { cell: 'weight', value: weight }, origin)), origin))
    done(said, takeBack)
  }

  return {
    undo, full,
    add(borrowed) {
      if (full.value) {
        toasts.show({ kind: 'problem', text: t('scale.full', { max: rowLimit.factors }) })
        return null
      }
      const id = newRowId()
      const language = isLocale(locale.value) ? locale.value : 'zh-CN'
      addFactor(doc, axis, scale.value, { id, ...(borrowed ? { library: { factor: borrowed, locale: language } } : {}) }, untracked)
      undo.note({ undo: () => removeFactor(doc, axis, id, Date.now(), untracked), redo: () => restoreFactor(doc, axis, id, untracked) })
      return id
    },
    remove(factor) {
      step(() => removeFactor(doc, axis, factor.id, Date.now(), origin))
      done(t('scale.removed.toast', { name: nameOf(factor) }), () => restoreFactor(doc, axis, factor.id, origin))
    },
    restore(factor) {
      step(() => restoreFactor(doc, axis, factor.id, origin))
      toasts.show({ kind: 'done', text: t('scale.removed.restored', { name: nameOf(factor) }) })
    },
    move: (factorId, to) => step(() => moveFactor(doc, scale.value, factorId, to, origin)),
    balance: () => weigh(balanceWeights(scale.value.factors.map((factor) => factor.weight)), t('scale.balanced')),
    split: () => weigh(splitEvenly(scale.value.factors.length), t('scale.splitDone')),
  }
}
