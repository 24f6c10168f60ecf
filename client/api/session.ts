import { z } from 'zod/mini'
import { readStored, writeStored } from './storage.ts'

/** Who this device is in a class, so that a reload comes back as the same person. */
const Seat = z.object({
  classId: z.string(), code: z.string(), participantId: z.string(), token: z.string(), at: z.number(),
  /** Only to greet: the name and the class as they were at joining. */
  name: z.optional(z.string()), title: z.optional(z.object({ 'zh-CN': z.string(), en: z.string() })),
})
export type Seat = z.infer<typeof Seat>
const Seats = z.array(Seat)

const KEY = 'ketu.seats'
const KEPT = 8

/** Newest first. */
export function seats(): readonly Seat[] {
  const parsed = Seats.safeParse(readStored('local', KEY))
  return parsed.success ? parsed.data : []
}

export const seatIn = (classId: string): Seat | undefined => seats().find((seat) => seat.classId === classId)

export function keepSeat(seat: Seat): void {
  writeStored('local', KEY, [seat, ...seats().filter((other) => other.classId !== seat.classId)].slice(0, KEPT))
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
