import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { Strategy } from '../../../shared/strategy/model.ts'

/** By what a group knows a strategy: the customer or the quadrant that it is for. */
export function strategyTitle({ subject }: Strategy, work: GroupWork, t: (key: string, named?: Record<string, unknown>) => string): string {
  if (subject?.kind === 'quadrant') return t('strategy.subject.quadrant', { quadrant: t(`common.quadrant.${subject.quadrant}`) })
  const of = work.customers.find(({ id }) => id === subject?.customerId)?.name
  return of?.trim() || t('sharing.unnamedStrategy')
}
