import { adoptedKey } from '../alone/document.ts'
import type { GroupWork } from '../groupwork/model.ts'
import { axes } from '../scale/model.ts'
import { isBlank } from '../text/sanitise.ts'
import { nameOf } from './customerName.ts'
import type { Words } from './words.ts'

/** A figure that the group set against the mean and the median of what its members gave alone, and why. */
export interface ReasonLine {
  readonly id: string
  readonly factor: string
  /** Whose grade it is; null: it is the factor's weight. */
  readonly customer: string | null
  /** The weight, or the points of the grade. */
  readonly figure: number
  readonly reason: string
}

/** Those whose figure still stands, factor by factor, the weight before the grades: as workbook and report say it. */
export function reasonLines(work: GroupWork, letter: string, { unnamed }: Words): readonly ReasonLine[] {
  const own = new Map(work.parts.adopted.filter(({ how, reason }) => how === 'own' && !isBlank(reason)).map((one) => [adoptedKey(one.subject), one]))
  return axes.flatMap((axis) => work.scales[axis].factors.flatMap((factor): ReasonLine[] => {
    const factorName = isBlank(factor.name) ? unnamed : factor.name
    const line = (id: string, customer: string | null, now: number | null, figure: number | null): ReasonLine[] => {
      const found = own.get(id)
      return found && found.figure === now && figure !== null ? [{ id, factor: factorName, customer, figure, reason: found.reason }] : []
    }
    return [
      ...line(adoptedKey({ kind: 'weight', axis, factorId: factor.id }), null, factor.weight, factor.weight),
      ...work.customers.flatMap((customer) => {
        const grade = customer.grades.get(factor.id)
        const level = grade?.kind === 'level' ? grade.level : null
        return line(adoptedKey({ kind: 'grade', customerId: customer.id, factorId: factor.id }), nameOf(customer, { work, letter }), level, factor.intervals.find((interval) => interval.level === level)?.points ?? null)
      }),
    ]
  }))
}
