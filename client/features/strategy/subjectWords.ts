import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { Quadrant } from '../../../shared/map/model.ts'
import type { Strategy } from '../../../shared/strategy/model.ts'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** Whom a strategy is for, by name. */
export function subjectName(strategy: Pick<Strategy, 'subject'>, work: GroupWork, t: Translate): string {
  const { subject } = strategy
  if (!subject) return t('strategy.subject.none')
  if (subject.kind === 'quadrant') return t('strategy.subject.quadrant', { quadrant: t(`common.quadrant.${subject.quadrant}`) })
  const customer = [...work.customers, ...work.removedCustomers].find(({ id }) => id === subject.customerId)
  return customer?.name || t('strategy.subject.unnamed')
}

/** Tints of the quadrants, and so of the stances, as the map has them. */
export const stanceTint: Readonly<Record<Quadrant, string>> = {
  attack: 'bg-orange-soft text-orange', deepen: 'bg-teal-soft text-teal-strong', maintain: 'bg-slate-soft text-slate', release: 'bg-warm-soft text-warm',
}
