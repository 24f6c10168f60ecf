import { firstRound } from '../../../shared/draw/draw.ts'
import { turningFrom } from '../../../shared/stage/turning.ts'
import type { Timer } from '../../../shared/timer/timer.ts'
import type { ClassState } from './ClassState.ts'
import { newDay } from './day.ts'

/** What classes that were stored by an earlier version of the program lack, as it is before anything of it is used. */
export const nothingYet = {
  takeHomeOpen: false,
  // Of no course: its times are kept for nobody.
  day: newDay(null, '', null),
  namesWipedAt: null,
  frozenSince: null,
  draws: { person: firstRound, group: firstRound, latest: null },
  points: [],
  polls: [],
  picks: {},
  alone: {},
  archivedGroups: [],
  attendance: {},
  sharing: null,
  turning: turningFrom(0),
} as const satisfies Partial<ClassState>

/** A class as any version stored it. */
export type StoredState = Omit<ClassState, keyof typeof nothingYet> & Partial<ClassState>

/** The agenda of a class from before items had polls, cases and exercises to begin alone. */
const upgradeItem = (stored: ClassState['agenda'][number]): ClassState['agenda'][number] => ({ ...{ polls: [], case: null, alone: [] }, ...stored })

/** From before a timer that was paused in overtime kept when it came to zero: not earlier than its item allows. */
function upgradeTimer({ timer, agenda, currentId }: Pick<ClassState, 'timer' | 'agenda' | 'currentId'>): Timer {
  if (timer.state !== 'paused' || timer.remainingMs >= 0) return timer
  const startedAt = agenda.find(({ id }) => id === currentId)?.startedAt ?? 0
  return { zeroAt: startedAt + timer.durationMs, ...timer }
}

/** A stored class as this version of the program knows it. */
export const upgradeState = (stored: StoredState): ClassState => ({ ...nothingYet, ...stored, agenda: stored.agenda.map(upgradeItem), timer: upgradeTimer(stored) })
