import type { Localized } from '../../shared/language/locale.ts'
import { readStored, writeStored } from './storage.ts'

/** Who this device is in a class, so that a reload comes back as the same person. */
export interface Seat {
  readonly classId: string
  readonly code: string
  readonly participantId: string
  readonly token: string
  readonly at: number
  /** Only to greet: the name and the class as they were at joining. */
  readonly name?: string | undefined
  readonly title?: Localized | undefined
}

// By hand: a schema library is more than a joining phone should wait for.
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const isTitle = (value: unknown): value is Localized => isRecord(value) && typeof value['zh-CN'] === 'string' && typeof value['en'] === 'string'
const isSeat = (value: unknown): value is Seat =>
  isRecord(value) && [value['classId'], value['code'], value['participantId'], value['token']].every((field) => typeof field === 'string') && typeof value['at'] === 'number'
  && (value['name'] === undefined || typeof value['name'] === 'string') && (value['title'] === undefined || isTitle(value['title']))

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

/** The name as it is now: who came with a re-entry code typed none, and the trainer may have put another one right. */
export function nameSeat(classId: string, name: string): void {
  const kept = seats()
  if (kept.some((seat) => seat.classId === classId && seat.name !== name)) writeStored('local', KEY, kept.map((seat) => (seat.classId === classId ? { ...seat, name } : seat)))
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
