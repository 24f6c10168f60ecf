import { dropStored, storedKeys } from './storage.ts'

const PREFIX = 'ketu.mine.'

/** Under which name this browser keeps what one person has written and nobody else has yet. A tablet goes from hand to hand. */
export const mineKey = (participantId: string, what: string): string => `${PREFIX}${participantId}.${what}`
/** Who leaves takes it along. */
export function forgetMine(participantId: string): void {
  for (const area of ['local', 'session'] as const) dropStored(area, mineKey(participantId, ''))
}
/** Of everybody but these: who had the tablet before and left without a word. */
export function forgetOthers(participantIds: readonly string[]): void {
  const mine = participantIds.map((id) => mineKey(id, ''))
  for (const area of ['local', 'session'] as const) {
    for (const key of storedKeys(area, PREFIX)) if (!mine.some((prefix) => key.startsWith(prefix))) dropStored(area, key)
  }
}
