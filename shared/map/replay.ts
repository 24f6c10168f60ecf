import { equalityDeep } from 'lib0/function'
import type { GroupWork } from '../groupwork/model.ts'
import type { AggregatePoint } from '../protocol/views.ts'
import { aggregatePoints, type PointName, pointNames } from './aggregatePoints.ts'
import type { MapSettings } from './model.ts'

/** A group's map as it was at an instant. */
export interface MapState extends Pick<MapSettings, 'cutX' | 'cutY'> {
  readonly at: number
  readonly points: readonly AggregatePoint[]
}
/** With what all its customers were called then. */
export interface RecordedMap extends MapState {
  readonly names: ReadonlyMap<string, PointName>
}
/** What is different from the frame before; the first holds everything. */
export interface ReplayFrame extends MapState {
  /** New ones and changed ones; whoever is not named here stays as it was. */
  readonly points: readonly AggregatePoint[]
  /** Ids that are no longer on the map. */
  readonly gone: readonly string[]
}
export interface GroupReplay {
  readonly groupId: string
  readonly frames: readonly ReplayFrame[]
}

/** @param letter the group's. */
export const recordMap = (letter: string, at: number, work: GroupWork): RecordedMap =>
  ({ at, cutX: work.settings.cutX, cutY: work.settings.cutY, points: aggregatePoints(letter, work), names: pointNames(letter, work) })

/**
 * The frames of a replay, from the states in the order of time. It begins where the first customer is on the map, and a
 * state that looks like the one before is none. A customer is called all the while what it is called at the end, since "A3"
 * of the morning may be another one by the afternoon; one that is gone by then has no mask.
 */
export function framesOf(states: readonly RecordedMap[]): ReplayFrame[] {
  const called = lastNames(states)
  const frames: ReplayFrame[] = []
  let before: MapState | null = null
  for (const state of states) {
    const now: MapState = { at: state.at, cutX: state.cutX, cutY: state.cutY, points: state.points.map((point) => ({ ...point, ...called.get(point.id) })) }
    if (!before && now.points.length === 0) continue
    const frame = changedSince(before, now)
    if (frame) frames.push(frame)
    before = now
  }
  return frames
}

function lastNames(states: readonly RecordedMap[]): ReadonlyMap<string, PointName> {
  const last = states.at(-1)?.names ?? new Map<string, PointName>()
  const called = new Map<string, PointName>()
  for (const { names } of states) for (const [id, { label }] of names) called.set(id, { label, mask: '' })
  for (const [id, name] of last) called.set(id, name)
  return called
}

function changedSince(before: MapState | null, now: MapState): ReplayFrame | null {
  const were = new Map(before?.points.map((point) => [point.id, point]))
  const are = new Set(now.points.map((point) => point.id))
  const points = now.points.filter((point) => !equalityDeep(were.get(point.id), point))
  const gone = [...were.keys()].filter((id) => !are.has(id))
  const still = before !== null && points.length === 0 && gone.length === 0 && before.cutX === now.cutX && before.cutY === now.cutY
  return still ? null : { ...now, points, gone }
}

/** The map as it was at an instant; null before the replay begins. */
export function mapAt(frames: readonly ReplayFrame[], at: number): MapState | null {
  const points = new Map<string, AggregatePoint>()
  let last: ReplayFrame | null = null
  for (const frame of frames) {
    if (frame.at > at) break
    for (const id of frame.gone) points.delete(id)
    for (const point of frame.points) points.set(point.id, point)
    last = frame
  }
  return last && { at: last.at, cutX: last.cutX, cutY: last.cutY, points: [...points.values()] }
}

/** More instants than these make a film nobody sits through. */
export const MAX_INSTANTS = 40

/** When something moved in any of the groups, in the order of time: all instants, or as many of them spread evenly, the first and the last among them. */
export function instantsOf(replays: readonly GroupReplay[], most = MAX_INSTANTS): number[] {
  const all = [...new Set(replays.flatMap(({ frames }) => frames.map((frame) => frame.at)))].sort((one, other) => one - other)
  return spread(all, most)
}

/** `most` of the items, spread evenly, with both ends. */
export function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  return Array.from({ length: most }, (_, place) => items[Math.round((place * (items.length - 1)) / Math.max(1, most - 1))]).filter((item) => item !== undefined)
}

/** From where a customer first was on the map to where it is now. */
export interface Journey {
  readonly from: Pick<AggregatePoint, 'x' | 'y' | 'quadrant'>
  readonly to: AggregatePoint
}
/** Of those that are on the map at the end, in their order. */
export function journeysOf(frames: readonly ReplayFrame[]): Journey[] {
  const first = new Map<string, AggregatePoint>()
  for (const frame of frames) for (const point of frame.points) if (!first.has(point.id)) first.set(point.id, point)
  return (mapAt(frames, Infinity)?.points ?? []).map((to) => ({ from: first.get(to.id) ?? to, to }))
}

/** Without any customer's name, for a room that may look on. */
export const maskFrames = (frames: readonly ReplayFrame[]): ReplayFrame[] =>
  frames.map((frame) => ({ ...frame, points: frame.points.map((point) => ({ ...point, label: point.mask })) }))

/** How long the map stands at one instant: the points glide, and then one looks. */
export const INSTANT_MS = 1_600

/** Where the film stands, as the trainer left it. */
export type Playback =
  | { readonly mode: 'playing'; readonly from: number; readonly since: number }
  | { readonly mode: 'paused'; readonly from: number }

/** Which of `count` instants is shown at `now`; it ends on the last. */
export function placeOf(playback: Playback, now: number, count: number): number {
  const passed = playback.mode === 'playing' ? Math.max(0, Math.floor((now - playback.since) / INSTANT_MS)) : 0
  return Math.max(0, Math.min(count - 1, playback.from + passed))
}
