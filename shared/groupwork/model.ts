import type { Customer } from '../customer/model.ts'
import type { Judgement, MapSettings, OwnFinding } from '../map/model.ts'
import type { Axis, Scale } from '../scale/model.ts'
import type { PartValues } from './parts.ts'

/** Something in the document that does not fit its schema and is not shown. */
export interface LeftOut {
  /** Where, e.g. `factors:potential/ab12/weight`. */
  readonly path: string
  readonly why: 'wrong-type' | 'too-long' | 'out-of-range' | 'too-many'
}

/** A group's document as plain values: what every face, the aggregates and the exports read. */
export interface GroupWork {
  readonly scales: Readonly<Record<Axis, Scale>>
  readonly customers: readonly Customer[]
  readonly removedCustomers: readonly Customer[]
  readonly settings: MapSettings
  /** By finding key. */
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly ownFindings: readonly OwnFinding[]
  /** What further activities keep, see `parts.ts`. */
  readonly parts: PartValues
  readonly leftOut: readonly LeftOut[]
}
