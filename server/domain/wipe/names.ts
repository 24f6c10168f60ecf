import type * as Y from 'yjs'
import { customerMask, groupIdentity } from '../../../shared/group/identity.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { maskerOf, type MaskedName, type MaskText } from '../../../shared/mask/names.ts'
import { customerNames } from '../../../shared/mask/rewrite.ts'
import type { StoredGroup } from '../class/ClassState.ts'

/** The names of one group's customers, of all times that are still stored, and what will stand in their place. */
export interface GroupNames {
  readonly documentId: string
  readonly maskOf: (customerId: string) => string
  readonly names: readonly MaskedName[]
  /** Customers, removed ones too. */
  readonly count: number
}

/** The list's numbers as the map shows them; those that are no longer in the list get the numbers after. */
function numbered(live: Y.Doc, letter: string) {
  const masks = new Map(readGroupWork(live).customers.map(({ id }, place) => [id, customerMask(letter, place)]))
  return (customerId: string): string => {
    const mask = masks.get(customerId) ?? customerMask(letter, masks.size)
    masks.set(customerId, mask)
    return mask
  }
}

/** @param earlier the group's checkpoints, opened. */
export function namesOf(group: StoredGroup, live: Y.Doc, earlier: Iterable<Y.Doc>): GroupNames {
  const maskOf = numbered(live, groupIdentity(group.index).letter)
  const names: MaskedName[] = []
  const ids = new Set<string>()
  const collect = (doc: Y.Doc): void => customerNames(doc).forEach((name, id) => {
    ids.add(id)
    names.push({ name, mask: maskOf(id) })
  })
  collect(live)
  for (const doc of earlier) collect(doc)
  return { documentId: group.id, maskOf, names, count: ids.size }
}

/** Masks the names of all groups in a text; where two groups have one customer, by the mask of `first`. */
export const maskerFor = (all: readonly GroupNames[], first?: GroupNames): MaskText =>
  maskerOf([...(first?.names ?? []), ...all.flatMap(({ names }) => names)])
