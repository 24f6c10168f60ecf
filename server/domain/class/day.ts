import type { LastTime, Remark, Stay } from '../../../shared/agenda/day.ts'
import type { LockState, ProjectorSettings } from '../../../shared/protocol/views.ts'
import { remainingMs, type Timer } from '../../../shared/timer/timer.ts'
import type { ClassState } from './ClassState.ts'
import { MAX_STAYS } from './limits.ts'

/** How the day of a class goes, beside the agenda itself. */
export interface ClassDay {
  /** The course that the class was made from; null when it was made before that was kept. */
  readonly courseId: string | null
  /** Under which the times are kept for the next class. It is no id of the class: what is kept must not name it. */
  readonly recordId: string
  readonly lastTime: LastTime | null
  readonly stays: readonly Stay[]
  readonly remarks: readonly Remark[]
  readonly left: Left | null
}
/** What the last step through the agenda changed, for taking it back. */
export interface Left {
  readonly from: string | null
  readonly to: string
  readonly timer: Timer
  readonly scene: ProjectorSettings['scene']
  /** The locks that it opened; null when it opened none. */
  readonly locks: readonly { readonly groupId: string; readonly lock: LockState }[] | null
  readonly item: { readonly startedAt: number | null; readonly endedAt: number | null; readonly skipped: boolean }
  readonly stay: Stay | null
  /** The group that was on the stage; missing in what an earlier version left. */
  readonly presenterId?: string | null
  /** The rounds that it opened, by their places; a step of before such were opened has none. */
  readonly alone?: readonly string[]
}

export const newDay = (courseId: string | null, recordId: string, lastTime: LastTime | null): ClassDay =>
  ({ courseId, recordId, lastTime, stays: [], remarks: [], left: null })

export const openStay = ({ day: { stays } }: ClassState): Stay | null => {
  const last = stays.at(-1)
  return last && last.endedAt === null ? last : null
}

/**
 * Writes down what a decision, or the passing of time, means for the day: where the class is, for how long, and how long
 * the timer stood. A decision that wrote it down itself, because it takes something back, is left alone.
 */
export function keepDay(before: ClassState, after: ClassState, now: number): ClassState {
  if (after.day.stays !== before.day.stays) return after
  const moved = after.currentId !== before.currentId
  const ended = after.endedAt !== before.endedAt
  if (!moved && !ended && after.timer === before.timer) return after
  const open = openStay(before)
  const stays = open ? [...before.day.stays.slice(0, -1), moved || ended ? left(open, before.timer, now) : followed(open, before.timer, after.timer, now)] : before.day.stays
  const begins = (moved || ended) && after.endedAt === null && after.currentId !== null
  const arrived: readonly Stay[] = begins && after.currentId !== null
    ? [{ itemId: after.currentId, startedAt: now, endedAt: null, pausedMs: 0, pausedAt: after.timer.state === 'paused' ? now : null, overtimeMs: 0 }]
    : []
  return withStays(after, [...stays, ...arrived].slice(-MAX_STAYS))
}

export const withStays = (state: ClassState, stays: readonly Stay[]): ClassState => ({ ...state, day: { ...state.day, stays } })

/** Past zero, and not ended: an ended timer has had its overtime counted. */
const pastZeroMs = (timer: Timer, now: number): number => Math.max(0, -remainingMs(timer, now))

const resumed = (stay: Stay, now: number): Stay =>
  stay.pausedAt === null ? stay : { ...stay, pausedMs: stay.pausedMs + Math.max(0, now - stay.pausedAt), pausedAt: null }

function left(stay: Stay, timer: Timer, now: number): Stay {
  return { ...resumed(stay, now), overtimeMs: stay.overtimeMs + pastZeroMs(timer, now), endedAt: now }
}

function followed(stay: Stay, before: Timer, after: Timer, now: number): Stay {
  const stands = after.state === 'paused'
  const paused = stands ? stay : resumed(stay, now)
  // By what it had left one knows when it was stopped: a sleep of the laptop is noticed late.
  const pausedAt = !stands ? null : stay.pausedAt ?? (before.state === 'running' || before.state === 'overtime' ? before.endsAt - after.remainingMs : now)
  const stopped = after.state === 'ended' || after.state === 'idle'
  return { ...paused, pausedAt, overtimeMs: stay.overtimeMs + (stopped ? pastZeroMs(before, now) : 0) }
}

/** The day of a class that was put away at `at`, in a file for instance: the time until it is opened belongs to no item. */
export const arrivedDay = (day: ClassDay, at: number): ClassDay => ({
  ...day, left: null, stays: day.stays.map((stay) => (stay.endedAt === null ? { ...resumed(stay, at), endedAt: at } : stay)),
})

/** An instant of before the clock jumped is not to be gone back to. */
export const withoutWayBack = (state: ClassState): ClassState => (state.day.left === null ? state : { ...state, day: { ...state.day, left: null } })

export function remarkOn(state: ClassState, itemId: string, text: string): ClassState {
  const others = state.day.remarks.filter((remark) => remark.itemId !== itemId)
  return { ...state, day: { ...state.day, remarks: text === '' ? others : [...others, { itemId, text }] } }
}
