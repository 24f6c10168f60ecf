import type { RoomLimits } from '../../../server/domain/room/limits.ts'
import { createRandom, type Random } from '../../support/random.ts'

/** How often each kind of thing happens, against the others. */
const weights = {
  deed: 26, mark: 14, unmark: 3, write: 6, undo: 5, redo: 2,
  connect: 14, cut: 5, leave: 3, deliver: 12, time: 8, settle: 2,
  lock: 3, unlock: 3, move: 2, replace: 1, twice: 2,
  kill: 2, power: 1, restart: 1,
  slow: 2, fast: 2, full: 1, room: 2, syncFails: 1, syncWorks: 2, unreadable: 1,
  serverEdit: 2, failedEdit: 1, read: 2, copy: 0,
} as const
export type StepKind = keyof typeof weights

/** One thing that happens. What exactly it does follows from its own number, so that leaving out others changes little. */
export interface Step {
  readonly kind: StepKind
  readonly number: number
}
/** A whole run, decided beforehand. */
export interface Plan {
  readonly seed: number
  readonly groups: number
  readonly tablets: number
  readonly limits: Partial<RoomLimits>
  readonly steps: readonly Step[]
}

const STEPS = { least: 30, more: 60 }
type Weights = Readonly<Record<StepKind, number>>
/** For a look at the disk. */
export const troubledDisk: Weights = { ...weights, time: 16, settle: 3, kill: 3, power: 3, slow: 3, fast: 4, full: 5, room: 4, syncFails: 6, syncWorks: 4, copy: 2 }
const bagOf = (of: Weights): string[] => Object.entries(of).flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind))
const isKind = (kind: string): kind is StepKind => kind in weights

export function makePlan(seed: number, of: Weights = weights): Plan {
  const bag = bagOf(of)
  const random = createRandom(seed)
  return {
    seed,
    groups: 2 + random.below(2),
    tablets: 4 + random.below(7),
    // Not drawn, so that older seeds stay the runs that they were: in every third one documents that nobody has open go to sleep,
    // in every second one those that nobody uses are folded.
    limits: { ...limitsOf(random), sleepMs: seed % 3 === 0 ? 80 : 600_000, foldMs: seed % 2 === 0 ? 50 : 15_000 },
    steps: Array.from({ length: STEPS.least + random.below(STEPS.more) }, () => stepOf(random, bag)),
  }
}
function stepOf(random: Random, bag: readonly string[]): Step {
  const kind = random.pick(bag)
  if (!isKind(kind)) throw new RangeError(kind)
  return { kind, number: random.below(2 ** 31) }
}
/** Small numbers, so that compaction, pacing and cutting off slow readers happen in the middle of a short run. */
const limitsOf = (random: Random): Partial<RoomLimits> => ({
  ridingMs: random.pick([0, 10, 250]),
  syncEveryMs: random.pick([0, 20, 100]),
  paceAbovePerSecond: random.pick([0, 24, 1_000]),
  paceMs: random.pick([0, 40]),
  compactAfterUpdates: random.pick([3, 12, 500]),
  compactWhenIdleUpdates: random.pick([2, 50]),
  idleMs: random.pick([50, 400]),
  bufferedBytes: random.pick([1_000_000, 1_000_000, 2_000]),
  retryMs: 20,
  retryMaxMs: 80,
  messageBurst: 1_000_000,
  byteBurst: 1_000_000_000,
})
