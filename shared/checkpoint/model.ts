import type { PartName } from '../groupwork/parts.ts'
import type { Axis } from '../scale/model.ts'

/** Why a group's work was kept: time passed, an exercise ended, or it was about to be replaced by an earlier state. */
export const checkpointReasons = ['interval', 'exercise-end', 'before-restore'] as const
export type CheckpointReason = (typeof checkpointReasons)[number]

/** How much there is, of what has not been removed. */
export interface WorkCounts {
  /** On both scales. */
  readonly factors: number
  readonly customers: number
  readonly grades: number
}

/** A group's work as it was at an instant of the server's clock. What a lock held back then is not part of it. */
export interface Checkpoint {
  readonly id: string
  readonly at: number
  readonly reason: CheckpointReason
  /** The agenda item that was on, or had just ended. */
  readonly itemId: string | null
  readonly counts: WorkCounts
}

/** What can have changed since a checkpoint, in the order in which it is told. */
export const changeKinds = [
  'factors-added', 'factors-removed', 'factors-changed', 'weights-changed', 'factors-moved',
  'customers-added', 'customers-removed', 'customers-changed', 'customers-moved',
  'grades-given', 'grades-changed', 'grades-cleared',
  'effort-changed', 'revenue-changed', 'effort-unit-changed', 'gut-order-changed', 'gut-order-closed', 'gut-order-opened',
  'cut-lines-moved', 'verdicts-changed', 'reasons-changed', 'own-added', 'own-removed', 'own-changed',
] as const
/** Of the rows of a further part: how many came, went, or say something else. */
export type PartChangeKind = `${PartName}-${'added' | 'removed' | 'changed'}`
export type ChangeKind = (typeof changeKinds)[number] | PartChangeKind

export interface WorkChange {
  readonly kind: ChangeKind
  /** Of what concerns one scale. */
  readonly axis: Axis | null
  readonly count: number
  /** The first few of what it is about; '' is one that has no name yet. */
  readonly names: readonly string[]
}
