import type { Localized } from '../../../shared/language/locale.ts'
import { step } from '../../../shared/timer/timer.ts'
import type { ClassState } from '../class/ClassState.ts'
import { arrivedDay } from '../class/day.ts'

/** Old ids with the new ones that stand for them on this server. */
export type NewIds = ReadonlyMap<string, string>

/** JSON in which every old id, wherever it stands as a word of its own, is the new one. */
export function withNewIds<T>(value: T, ids: NewIds): T {
  const text = JSON.stringify(value).replace(/[a-z0-9]+/g, (word) => ids.get(word) ?? word)
  return JSON.parse(text) as T
}

/** A class as it goes to another laptop: without what only means something on this one. */
export const portableState = (state: ClassState): ClassState => ({ ...state, recentCommands: [], warnings: [], chosenAddress: null })

/**
 * A class that has arrived. Nothing happens by itself: a timer that ran stands where it was when the archive was made, a
 * lock that was about to close is open, polls are closed for good: their votes came without persons. Its people have no device
 * here that is known: they come in by their names. @param code the class's own, or another when it is taken here.
 */
export function openedState(state: ClassState, madeAt: number, { code, title }: { readonly code: string; readonly title: Localized }): ClassState {
  return {
    ...portableState(state), code, title, version: 1,
    timer: step(state.timer, { kind: 'pause' }, madeAt),
    day: arrivedDay(state.day, madeAt),
    groups: state.groups.map((group) => (group.lock.state === 'closing' ? { ...group, lock: { state: 'open' } } : group)),
    polls: state.polls.map((poll) => ({ ...poll, state: 'closed' as const, sealed: true as const })),
    participants: state.participants.map((one) => ({ ...one, handRaisedAt: null, awaited: true as const })),
  }
}

/** A second one of the same class says which it is. @param taken the titles of this server's classes */
export function titleOfCopy(title: Localized, taken: readonly Localized[]): Localized {
  const isTaken = (one: Localized): boolean => taken.some((other) => other['zh-CN'] === one['zh-CN'] && other.en === one.en)
  for (let copy = 2; isTaken(title) && copy < 1_000; copy++) {
    const next = { ...title, 'zh-CN': `${title['zh-CN']}（副本 ${copy}）`, en: `${title.en} (copy ${copy})` }
    if (!isTaken(next)) return next
  }
  return title
}
