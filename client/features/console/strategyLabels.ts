import type { GroupSummary } from '../../../shared/protocol/views.ts'

type Translate = (key: string, named: Record<string, unknown>) => string

/** A group's strategies by whom they are for; a customer that is not on the map has no name here. */
export const strategyLabels = (t: Translate, summary: GroupSummary | undefined): readonly { readonly id: string; readonly label: string; readonly done: number }[] =>
  (summary?.parts.strategies.list ?? []).map(({ id, subject, done }) => ({
    id, done,
    label: subject?.kind === 'quadrant' ? t('strategy.subject.quadrant', { quadrant: t(`common.quadrant.${subject.quadrant}`, {}) })
      : (summary?.points.find((point) => point.id === subject?.customerId)?.label ?? t('strategy.subject.unnamed', {})),
  }))
