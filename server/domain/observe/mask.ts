import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { WorkSummary } from './summary.ts'

/** "A3": the group's letter and the customer's place in the group's list, from 1. */
export const maskOf = (letter: string, place: number): string => `${letter}${place + 1}`

/** Without any customer's name, for a room that may look on. */
export function maskSummary(summary: WorkSummary, letter: string, work: GroupWork): WorkSummary {
  const places = new Map(work.customers.map((customer, place) => [customer.id, place]))
  return { ...summary, points: summary.points.map((point) => ({ ...point, label: maskOf(letter, places.get(point.id) ?? 0) })) }
}

/** Without names, and without the free texts in which people write names: notes, reasons, their own findings. */
export const maskWork = (work: GroupWork, letter: string): GroupWork => ({
  ...work,
  customers: work.customers.map((customer, place) => ({ ...customer, name: maskOf(letter, place), note: '' })),
  removedCustomers: [],
  judgements: new Map([...work.judgements].map(([key, judgement]) => [key, { ...judgement, reason: '' }])),
  ownFindings: work.ownFindings.map((finding) => ({ ...finding, text: '' })),
})
