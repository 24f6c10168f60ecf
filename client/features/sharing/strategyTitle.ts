import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { Strategy } from '../../../shared/strategy/model.ts'

/** By what a group knows a strategy: the customer or the quadrant that it is for. */
export function strategyTitle(strategy: Strategy, work: GroupWork, t: (key: string) => string): string {
  const { subject } = strategy
  const of = subject?.kind === 'customer' ? work.customers.find(({ id }) => id === subject.customerId)?.name : subject ? t(`common.quadrant.${subject.quadrant}`) : undefined
  return of?.trim() || t('sharing.unnamedStrategy')
}
