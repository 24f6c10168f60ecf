import type { Localized } from '../../shared/language/locale.ts'
import { readStored, writeStored } from './storage.ts'

/** Who this device is in a class, so that a reload comes back as the same person. */
export interface Seat {
  readonly classId: string
  readonly code: string
  readonly participantId: string
  readonly token: string
  readonly at: number
  /** Only to greet: the class as it was at joining, the name and the group as they were last seen. */
  readonly name?: string | undefined
  readonly title?: Localized | undefined
  readonly group?: SeatGroup | undefined
}
export interface SeatGroup {
  readonly index: number
  readonly name: string
}

// By hand: a schema library is more than a joining phone should wait for.
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isTitle = (value: unknown): value is Localized => isRecord(value) && typeof value['zh-CN'] === 'string' && typeof value['en'] === 'string'
const isGroup = (value: unknown): value is SeatGroup => isRecord(value) && typeof value['index'] === 'number' && typeof value['name'] === 'string'
const isSeat = (value: unknown): value is Seat =>
  isRecord(value) && [value['classId'], value['code'], value['participantId'], value['token']].every((field) => typeof field === 'string') && typeof value['at'] === 'number'
  && (value['name'] === undefined || typeof value['name'] === 'string') && (value['title'] === undefined || isTitle(value['title']))
  && (value['group'] === undefined || isGroup(value['group']))

const KEY = 'ketu.seats'
const KEPT = 8

/** Newest first. */
export function seats(): readonly Seat[] {
  const stored = readStored('local', KEY)
  return Array.isArray(stored) ? stored.filter(isSeat) : []
}

export const seatIn = (classId: string): Seat | undefined => seats().find((seat) => seat.classId === classId)

export function keepSeat(seat: Seat): void {
  writeStored('local', KEY, [seat, ...seats().filter((other) => other.classId !== seat.classId)].slice(0, KEPT))
}

/** Name and group as they are now: who came with a re-entry code typed none, and the trainer puts names right and moves people. */
export function greetSeat(classId: string, greeting: Pick<Seat, 'name' | 'group'>): void {
  const before = seatIn(classId)
  if (!before || JSON.stringify([before.name, before.group]) === JSON.stringify([greeting.name, greeting.group])) return
  writeStored('local', KEY, seats().map((seat) => (seat.classId === classId ? { ...seat, ...greeting } : seat)))
}

export function leaveSeat(classId: string): void {
  writeStored('local', KEY, seats().filter((seat) => seat.classId !== classId))
}

const PROJECTOR_KEY = 'ketu.projector'
export const projectorToken = (): string | undefined => {
  const token = readStored('session', PROJECTOR_KEY)
  return typeof token === 'string' ? token : undefined
}
export const keepProjectorToken = (token: string): void => writeStored('session', PROJECTOR_KEY, token)
