import type { TrainerView } from '../../../shared/protocol/views.ts'

/** "9:05" as people in the room read it. */
export function hourText(instant: number): string {
  const at = new Date(instant)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}

export type LateWord = { readonly kind: 'on-time' } | { readonly kind: 'late' | 'early'; readonly minutes: number }

/** A minute either way is nothing to talk about. */
export function lateWord(minutes: number): LateWord {
  if (Math.abs(minutes) < 2) return { kind: 'on-time' }
  return minutes > 0 ? { kind: 'late', minutes } : { kind: 'early', minutes: -minutes }
}

type Neighbours = Pick<TrainerView, 'agenda' | 'currentId'>
export const nextItem = ({ agenda, currentId }: Neighbours) => agenda.slice(agenda.findIndex((item) => item.id === currentId) + 1).find((item) => !item.skipped) ?? null
export const previousItem = ({ agenda, currentId }: Neighbours) => agenda.slice(0, Math.max(0, agenda.findIndex((item) => item.id === currentId))).findLast((item) => !item.skipped) ?? null
