import { MAX_GROUPS } from '../../../shared/group/identity.ts'
import type { Usage } from '../../../shared/protocol/views.ts'
import { MAX_PEOPLE } from '../class/limits.ts'
import type { RoomLimits } from '../room/limits.ts'
import type { RoomUsage } from '../room/RoomMeter.ts'

/**
 * What one class may use, at most. Enforced where it is used: documents and people by commands, bytes by the rooms, and
 * what a single device may by its connection (`RoomLimits`: messages, bytes, sockets). Checkpoints have a bound of their
 * own, per group, and thin out instead of refusing anything.
 */
export interface ClassBudget {
  readonly documents: number
  /** Of all documents together, held edits included. */
  readonly bytes: number
  readonly people: number
  /** What a laptop was measured to carry, not a wall. */
  readonly updatesPerSecond: number
}
export const classBudget = ({ classBytes }: Pick<RoomLimits, 'classBytes'>): ClassBudget =>
  ({ documents: MAX_GROUPS, bytes: classBytes, people: MAX_PEOPLE, updatesPerSecond: 2_500 })

const BYTES_STEP = 10_000
const UPDATES_STEP = 5
const rounded = (value: number, step: number): number => Math.round(value / step) * step

/** Rounded, so that a view does not change with every keystroke. */
export const usageOf = (budget: ClassBudget, now: { readonly rooms: RoomUsage; readonly people: number; readonly groups: number }): Usage => ({
  documents: { used: now.groups, of: budget.documents },
  bytes: { used: rounded(now.rooms.bytes, BYTES_STEP), of: budget.bytes },
  people: { used: now.people, of: budget.people },
  updatesPerSecond: { used: rounded(now.rooms.updatesPerSecond, UPDATES_STEP), of: budget.updatesPerSecond },
})

const FILLING = 0.8
/** The trainer is warned while there is still room. */
export function fullnessOf({ bytes: { used, of } }: Usage): 'roomy' | 'filling' | 'full' {
  return used >= of ? 'full' : used >= FILLING * of ? 'filling' : 'roomy'
}
