import { dropStored } from './storage.ts'

/** Under which name this browser keeps what one person has written and nobody else has yet. A tablet goes from hand to hand. */
export const mineKey = (participantId: string, what: string): string => `ketu.mine.${participantId}.${what}`
/** Who leaves takes it along. */
export function forgetMine(participantId: string): void {
  for (const area of ['local', 'session'] as const) dropStored(area, mineKey(participantId, ''))
}
