import { useI18n } from 'vue-i18n'
import { adopt, type AdoptedSubject, type Adoption } from '../../../shared/alone/document.ts'
import { setGrade } from '../../../shared/customer/document.ts'
import type { Grade } from '../../../shared/customer/model.ts'
import type { OpenGroup } from '../../collab/openGroupDocument.ts'
import { useToasts } from '../../ui/toasts.ts'
import { setFactorCell } from '../../../shared/scale/document.ts'

/** One figure that the group takes over, and what stood there before. */
export interface Adopting {
  readonly subject: AdoptedSubject
  readonly figure: number
  readonly before: number | null | Grade
}

/** Writes figures into the group's scale or grades, as anybody's edit, and offers to take that back. */
export function useAdopting(group: OpenGroup): (figures: readonly Adopting[], how: Adoption, reason: string) => void {
  const { t } = useI18n()
  const toasts = useToasts()
  const { doc, origin } = group
  function back({ subject, before }: Adopting): void {
    if (subject.kind === 'weight') setFactorCell(doc, subject.axis, subject.factorId, { cell: 'weight', value: typeof before === 'number' ? before : null }, origin)
    else setGrade(doc, subject.customerId, subject.factorId, typeof before === 'number' ? null : before, origin)
  }
  return (figures, how, reason) => {
    group.flush()
    doc.transact(() => figures.forEach(({ subject, figure }) => adopt(doc, subject, figure, how, reason, origin)), origin)
    toasts.show({
      kind: 'done', text: t('alone.adopted', { count: figures.length }, figures.length),
      action: { label: t('common.undo'), run: () => doc.transact(() => figures.forEach(back), origin) },
    })
  }
}
