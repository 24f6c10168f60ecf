import type * as Y from 'yjs'
import { setGrade } from '../customer/document.ts'
import { type CellReader, type LocalOrigin, rowIdPattern, textLimit } from '../groupwork/cells.ts'
import type { DocumentPart } from '../groupwork/part.ts'
import { setFactorCell } from '../scale/document.ts'
import { type Axis, axes } from '../scale/model.ts'
import { isBlank, truncateCodePoints, wellFormed } from '../text/sanitise.ts'

/** A figure is the mean or the median of what members gave alone, or the group's own, which has a reason. */
export const adoptions = ['mean', 'median', 'own'] as const
export type Adoption = (typeof adoptions)[number]

/** How the group came by a weight, or by a customer's grade. */
export interface Adopted {
  readonly subject: AdoptedSubject
  readonly how: Adoption
  /** The weight or the level at that time: where the group has another one by now, this says nothing of it. */
  readonly figure: number
  readonly reason: string
}
export type AdoptedSubject =
  | { readonly kind: 'weight'; readonly axis: Axis; readonly factorId: string }
  | { readonly kind: 'grade'; readonly customerId: string; readonly factorId: string }

/** What was adopted is a cell of this root, by `weight:<axis>:<factor>` or `grade:<customer>:<factor>`: `mean:22.5`. */
export const adoptedOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('adopted')
/** Begins the name of each root text that holds the reason; a root text for the same cause as that of a verdict. */
export const ADOPTED_REASON = 'adopted:'
export const adoptedKey = (subject: AdoptedSubject): string =>
  subject.kind === 'weight' ? `weight:${subject.axis}:${subject.factorId}` : `grade:${subject.customerId}:${subject.factorId}`

function subjectOf(key: string): AdoptedSubject | null {
  const [kind, first = '', factorId = '', ...rest] = key.split(':')
  if (rest.length > 0 || !rowIdPattern.test(factorId)) return null
  if (kind === 'weight') {
    const axis = axes.find((one) => one === first)
    return axis ? { kind, axis, factorId } : null
  }
  return kind === 'grade' && rowIdPattern.test(first) ? { kind, customerId: first, factorId } : null
}

const MAX_ADOPTED = 1_000

export function readAdopted(reader: CellReader, doc: Y.Doc): Adopted[] {
  const found: Adopted[] = []
  for (const [key, value] of adoptedOf(doc).entries()) {
    if (value === null) continue
    const subject = subjectOf(key)
    const [name, figure] = typeof value === 'string' ? value.split(':') : []
    const how = adoptions.find((one) => one === name)
    if (!subject || !how || !Number.isFinite(Number(figure ?? NaN))) reader.leaveOut('adopted', 'wrong-type')
    else if (found.length >= MAX_ADOPTED) reader.leaveOut('adopted', 'too-many')
    else found.push({ subject, how, figure: Number(figure), reason: how === 'own' ? truncateCodePoints(reasonOf(doc, key), textLimit.reason) : '' })
  }
  return found
}
const reasonOf = (doc: Y.Doc, key: string): string => (doc.share.has(ADOPTED_REASON + key) ? doc.getText(ADOPTED_REASON + key).toString() : '')

/** The figure that the group adopts, with how it came by it, in one step, as anybody's edit. @param level of a grade, or a weight */
export function adopt(doc: Y.Doc, subject: AdoptedSubject, figure: number, how: Adoption, reason: string, origin: LocalOrigin): void {
  const key = adoptedKey(subject)
  doc.transact(() => {
    if (subject.kind === 'weight') setFactorCell(doc, subject.axis, subject.factorId, { cell: 'weight', value: figure }, origin)
    else setGrade(doc, subject.customerId, subject.factorId, { kind: 'level', level: figure }, origin)
    adoptedOf(doc).set(key, `${how}:${figure}`)
    // A reason that was given stays, until another figure is the group's own.
    if (how !== 'own') return
    const text = doc.getText(ADOPTED_REASON + key)
    text.delete(0, text.length)
    text.insert(0, wellFormed(truncateCodePoints(reason.trim(), textLimit.reason)))
  }, origin)
}
/** Why the group's weight of this factor is its own and not what its members said; '' where nothing of that kind stands any more. */
export const reasonOfWeight = (adopted: readonly Adopted[], { id, weight }: { readonly id: string; readonly weight: number | null }): string =>
  adopted.find(({ subject, how, figure }) => subject.kind === 'weight' && subject.factorId === id && how === 'own' && figure === weight)?.reason ?? ''
export const needsReason = (how: Adoption, reason: string): boolean => how === 'own' && isBlank(reason)

export const adoptedPart: DocumentPart<readonly Adopted[], Record<string, never>> = {
  rowRoots: [],
  cellRoots: ['adopted'],
  textRoots: [ADOPTED_REASON],
  read: readAdopted,
  mask: (adopted) => adopted.map((one) => ({ ...one, reason: '' })),
  // Weights and grades are told of by themselves; of a group's own figures the reasons are, too.
  rows: (adopted) => adopted.filter(({ how }) => how === 'own').map(({ subject, figure, reason }) => ({ id: adoptedKey(subject), figure, name: reason })),
  summarise: () => ({}),
  activities: [],
  progress: () => ({ share: 0, checks: [], facts: [] }),
}
