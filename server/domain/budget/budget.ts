import { MAX_GROUPS } from '../../../shared/group/identity.ts'
import type { Usage } from '../../../shared/protocol/views.ts'
import { MAX_PEOPLE } from '../class/limits.ts'
import { defaultLimits } from '../room/limits.ts'
import type { RoomUsage } from '../room/RoomMeter.ts'

/** What one class may use, at most. Enforced where it is used: commands, rooms and sockets. */
export const classBudget = {
  documents: MAX_GROUPS,
  bytes: defaultLimits.classBytes,
  people: MAX_PEOPLE,
  /** What this laptop was measured to carry, not a wall: a single connection has its own (`RoomLimits.messagesPerSecond`). */
  updatesPerSecond: 2_500,
} as const

/** Rounded so that a view does not change with every keystroke. */
export function usageOf(rooms: RoomUsage, people: number, groups: number): Usage {
  const round = (value: number, step: number): number => Math.round(value / step) * step
  return {
    documents: { used: groups, of: classBudget.documents },
    bytes: { used: round(rooms.bytes, 10_000), of: classBudget.bytes },
    people: { used: people, of: classBudget.people },
    updatesPerSecond: { used: round(rooms.updatesPerSecond, 5), of: classBudget.updatesPerSecond },
  }
}
