import type { Customer, Grade } from '../../../shared/customer/model.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { emptyParts } from '../../../shared/groupwork/parts.ts'
import type { Axis, Factor, Scale } from '../../../shared/scale/model.ts'

/** A complete text factor with five levels. */
export function buildFactor(fields: Partial<Factor> & { readonly id: string }): Factor {
  return {
    order: 'a0', name: fields.id, definition: 'what it is', source: 'the CRM', unit: '', weight: 20, measure: 'text', direction: 'more',
    intervals: levels(5), thresholds: [null, null, null, null], libraryId: null, removed: null, ...fields,
  }
}

/** A complete numeric factor, parted at 10, 20, 30 and 40 unless said otherwise. */
export const buildNumeric = (fields: Partial<Factor> & { readonly id: string }): Factor =>
  buildFactor({ measure: 'numeric', unit: '万元', thresholds: [10, 20, 30, 40], intervals: levels((fields.thresholds?.length ?? 4) + 1), ...fields })

export const levels = (count: number, points = (level: number): number => level): Factor['intervals'] =>
  Array.from({ length: count }, (_level, index) => ({ level: index + 1, text: `level ${index + 1}`, points: points(index + 1) }))

export const buildScale = (axis: Axis, factors: readonly Factor[], removed: readonly Factor[] = []): Scale => ({ axis, factors, removed })

/** Grades by factor id: a number is a level. */
export function buildCustomer(id: string, grades: Readonly<Record<string, Grade | number>> = {}, fields: Partial<Customer> = {}): Customer {
  const entries = Object.entries(grades).map(([factorId, grade]) => [factorId, typeof grade === 'number' ? { kind: 'level', level: grade } as const : grade] as const)
  return { id, order: 'a0', gutOrder: 'a0', name: id, note: '', effort: null, revenue: null, grades: new Map<string, Grade>(entries), removed: null, ...fields }
}

/** One factor on each axis ("p" and "r"), so that levels 1..5 are 0, 25, 50, 75 and 100. */
export function buildWork(customers: readonly Customer[], fields: Partial<GroupWork> = {}): GroupWork {
  return {
    scales: { potential: buildScale('potential', [buildFactor({ id: 'p', weight: 100 })]), relationship: buildScale('relationship', [buildFactor({ id: 'r', weight: 100 })]) },
    customers, removedCustomers: [], settings: { cutX: 50, cutY: 50, effortUnit: 'visits', gutDoneAt: null },
    judgements: new Map(), ownFindings: [], parts: emptyParts(), leftOut: [], ...fields,
  }
}
