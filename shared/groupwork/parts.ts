import * as Y from 'yjs'
import { adoptedPart } from '../alone/document.ts'
import type { Activity } from '../course/template.ts'
import { decisionsPart } from '../map/decisions.ts'
import { type CellReader, createCellReader } from './cells.ts'
import { strategyPart } from '../strategy/part.ts'
import { uspPart } from '../usp/part.ts'
import { followupPart } from '../followup/part.ts'
import type { DocumentPart, PartProgress } from './part.ts'

/** The parts of a group's document beyond scales, customers and map: one line each. */
export const parts = {
  usps: uspPart,
  strategies: strategyPart,
  decisions: decisionsPart,
  followup: followupPart,
  adopted: adoptedPart,
} as const satisfies Record<string, DocumentPart<unknown, unknown>>

type Register = typeof parts
export type PartName = keyof Register
/** Each part's values, by its name. */
export type PartValues = { readonly [K in PartName]: Register[K] extends { read(...given: never[]): infer T } ? T : never }
export type PartSummaries = { readonly [K in PartName]: Register[K] extends { summarise(...given: never[]): infer S } ? S : never }

/** The register for those who treat all parts alike: a part only ever gets what it made itself. */
const register = Object.entries(parts) as unknown as readonly (readonly [PartName, DocumentPart<unknown, unknown>])[]
const collect = <R>(make: (name: PartName, part: DocumentPart<unknown, unknown>) => unknown): R =>
  Object.fromEntries(register.map(([name, part]) => [name, make(name, part)])) as R

export const readParts = (reader: CellReader, doc: Y.Doc): PartValues => collect((_, part) => part.read(reader, doc))
export const maskParts = (values: PartValues): PartValues => collect((name, part) => part.mask(values[name]))
export const partsWithoutPeople = (values: PartValues): PartValues => collect((name, part) => part.withoutPeople?.(values[name]) ?? values[name])
export const summariseParts = (values: PartValues): PartSummaries => collect((name, part) => part.summarise(values[name]))
export const maskPartSummaries = (summaries: PartSummaries): PartSummaries => collect((name, part) => part.maskSummary?.(summaries[name]) ?? summaries[name])
export const partRows = (values: PartValues): readonly (readonly [PartName, readonly { readonly id: string; readonly name: string }[]])[] =>
  register.map(([name, part]) => [name, part.rows(values[name])])

export const partRowRoots: readonly string[] = register.flatMap(([, part]) => part.rowRoots)
export const partCellRoots: readonly string[] = register.flatMap(([, part]) => part.cellRoots)
export const partTextRoots: readonly string[] = register.flatMap(([, part]) => part.textRoots)

/** The values of a document in which nobody has written yet. */
export function emptyParts(): PartValues {
  const doc = new Y.Doc()
  try {
    return readParts(createCellReader(), doc)
  } finally {
    doc.destroy()
  }
}
/** How far a group is with an activity that a part is made for; undefined for all other activities. */
export function partProgress(activity: Activity | null, summaries: PartSummaries): PartProgress | undefined {
  const found = register.find(([, part]) => activity !== null && part.activities.includes(activity))
  return found && found[1].progress(summaries[found[0]])
}
