import { customerMask } from '../../../shared/group/identity.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { maskParts } from '../../../shared/groupwork/parts.ts'
import type { WorkSummary } from './summary.ts'

/** Without any customer's name, for a room that may look on. */
export const maskSummary = (summary: WorkSummary): WorkSummary => ({ ...summary, points: summary.points.map((point) => ({ ...point, label: point.mask })) })

/** Without names, and without the free texts in which people write names: notes, reasons, their own findings. */
export const maskWork = (work: GroupWork, letter: string): GroupWork => ({
  ...work,
  customers: work.customers.map((customer, place) => ({ ...customer, name: customerMask(letter, place), note: '' })),
  removedCustomers: [],
  judgements: new Map([...work.judgements].map(([key, judgement]) => [key, { ...judgement, reason: '' }])),
  ownFindings: work.ownFindings.map((finding) => ({ ...finding, text: '' })),
  parts: maskParts(work.parts),
})
