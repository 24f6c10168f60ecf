import type { AgendaItemTemplate } from '../course/template.ts'
import type { Sharing } from './model.ts'

/** Bells of a slot, before its end: one strike to come to the end, and the end. */
export const SLOT_BELLS_MS = [60_000, 0] as const
/** Of everything else. */
export const ZERO_BELL_MS = [0] as const

/** A group is on the stage, and the timer counts its time. */
export const isSlot = (sharing: Pick<Sharing, 'presenterId'> | null | undefined): boolean => (sharing?.presenterId ?? null) !== null

const MINUTE_MS = 60_000
/** One group leaves the stage, the next one comes. */
const CHANGE_OVER_MS = MINUTE_MS

/** What `groups` groups take on the stage, one after the other, and how many of them the item's minutes are enough for. */
export function slotsIn(minutes: number, groups: number, slotMs: number): { readonly minutes: number; readonly fit: number } {
  const each = (slotMs + CHANGE_OVER_MS) / MINUTE_MS
  return { minutes: Math.ceil(groups * each), fit: Math.min(groups, Math.floor(minutes / each)) }
}

/**
 * The item as its steps part its time. While the timer counts the time of one group after the other, steps say nothing about
 * it: their marks would part one group's minutes.
 */
export function withOwnTime<T extends Pick<AgendaItemTemplate, 'activity' | 'steps'>>(item: T, sharing: Pick<Sharing, 'presenterId' | 'presentedIds'> | null | undefined): T {
  const inTurns = isSlot(sharing) || (item.activity === 'sharing' && (sharing?.presentedIds.length ?? 0) > 0)
  return inTurns && item.steps.length > 0 ? { ...item, steps: [] } : item
}
