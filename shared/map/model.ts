import type { EffortUnit } from '../customer/model.ts'
import type { Removal } from '../scale/model.ts'

/** attack: high potential, low relationship; deepen: high, high; maintain: low, high; release: low, low. */
export const quadrants = ['attack', 'deepen', 'release', 'maintain'] as const
export type Quadrant = (typeof quadrants)[number]

export interface MapSettings {
  /** Cut lines, 0..100. */
  readonly cutX: number
  readonly cutY: number
  readonly effortUnit: EffortUnit
  /** When the group said that its gut order stands; null while it is still open. */
  readonly gutDoneAt: number | null
}

export const verdicts = ['accepted', 'rejected'] as const
export type Verdict = (typeof verdicts)[number]

/** What the group said of a finding. The key is the one that the finding's rule gave it. */
export interface Judgement {
  readonly verdict: Verdict | null
  readonly reason: string
}

/** A finding that the group wrote itself. */
export interface OwnFinding {
  readonly id: string
  readonly order: string
  readonly text: string
  readonly removed: Removal | null
}
