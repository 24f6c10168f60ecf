import { customerMask } from '../group/identity.ts'
import type { GroupWork } from '../groupwork/model.ts'
import { maskParts, partsWithoutPeople } from '../groupwork/parts.ts'
import type { MaskedName } from './names.ts'

/** A customer that is no longer in the list has no number either. */
const maskOfRemoved = (letter: string): string => `${letter}–`

/** The names of a group's customers with what stands for them, those that were removed too. */
export const namesIn = ({ customers, removedCustomers }: GroupWork, letter: string): readonly MaskedName[] => [
  ...customers.map(({ name }, place) => ({ name, mask: customerMask(letter, place) })),
  ...removedCustomers.map(({ name }) => ({ name, mask: maskOfRemoved(letter) })),
]

/**
 * The work without its customers' names, and without the free texts in which people write of them: notes, reasons, their
 * own findings. Names in other texts are for `maskDeep`.
 */
export const maskWork = (work: GroupWork, letter: string): GroupWork => ({
  ...work,
  customers: work.customers.map((customer, place) => ({ ...customer, name: customerMask(letter, place), note: '' })),
  removedCustomers: [],
  judgements: new Map([...work.judgements].map(([key, judgement]) => [key, { ...judgement, reason: '' }])),
  ownFindings: work.ownFindings.map((finding) => ({ ...finding, text: '' })),
  parts: maskParts(work.parts),
})

/** The work without who answers for what: people are named before the room only where the trainer shows people's names. */
export const withoutPeople = <W extends Pick<GroupWork, 'parts'>>(work: W): W => ({ ...work, parts: partsWithoutPeople(work.parts) })
