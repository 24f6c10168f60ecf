import type { GroupWork } from '../groupwork/model.ts'
import { isBlank } from '../text/sanitise.ts'
import type { Words } from './words.ts'

export interface DecisionLine {
  readonly id: string
  /** Whose effort is cut, and who gets it; '' where it stays open. */
  readonly from: string
  readonly to: string
  /** In the group's unit of effort. */
  readonly amount: number | null
  readonly reason: string
  readonly who: string
  /** "2026-12-01" */
  readonly due: string | null
}

/** What the group decided, as workbook and report say it; one in which nobody has written anything is none. */
export function decisionLines({ parts, customers, removedCustomers }: GroupWork, { unnamed }: Words): readonly DecisionLine[] {
  const nameOf = (id: string | null): string => {
    if (id === null) return ''
    const name = [...customers, ...removedCustomers].find((customer) => customer.id === id)?.name ?? ''
    return isBlank(name) ? unnamed : name
  }
  return parts.decisions.filter(({ removed, fromId, toId, reason }) => removed === null && (fromId !== null || toId !== null || !isBlank(reason)))
    .map(({ id, fromId, toId, amount, reason, who, due }) => ({ id, from: nameOf(fromId), to: nameOf(toId), amount, reason, who, due }))
}
