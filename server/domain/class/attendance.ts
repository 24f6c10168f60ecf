import { seenAt, seenSince } from '../../../shared/attendance/spans.ts'
import type { Attendance, AttendanceRow } from '../../../shared/attendance/model.ts'
import { groupIdentity } from '../../../shared/group/identity.ts'
import type { PresenceState } from '../../../shared/protocol/views.ts'
import type { ClassState } from './ClassState.ts'
import { isUnused, present } from './roster.ts'

type Presence = (participantId: string) => PresenceState

/** Notes who is here now. The same state when nobody is. */
export function noteAttendance(state: ClassState, presence: Presence, now: number): ClassState {
  if (state.endedAt !== null) return state
  const here = present(state).filter((one) => presence(one.id) === 'online')
  if (here.length === 0) return state
  const seen = here.map((one) => [one.id, seenAt(state.attendance[one.id] ?? [[one.joinedAt, one.joinedAt]], now)] as const)
  return { ...state, attendance: { ...state.attendance, ...Object.fromEntries(seen) } }
}

/** The instant at which the class went on after lunch, or null. */
function lunchEnd({ agenda }: ClassState): number | null {
  return agenda.findLast((item) => item.kind === 'lunch' && item.endedAt !== null)?.endedAt ?? null
}

/** Also of those who were removed: they were there. */
export function attendanceOf(state: ClassState, { of: presence, wasHere }: { readonly of: Presence; readonly wasHere: (participantId: string) => boolean }): Attendance {
  const lunchEndedAt = lunchEnd(state)
  const groups = new Map([...state.archivedGroups, ...state.groups].map((group) => [group.id, group]))
  const placeOf = (groupId: string): number => groups.get(groupId)?.index ?? Number.MAX_SAFE_INTEGER
  const rows = state.participants.map((one): AttendanceRow => {
    const group = groups.get(one.groupId)
    const spans = state.attendance[one.id] ?? [[one.joinedAt, one.joinedAt]]
    const isHere = one.removedAt === null && presence(one.id) === 'online'
    return {
      participantId: one.id, name: one.name, letter: group ? groupIdentity(group.index).letter : '', groupName: group?.name ?? '',
      joinedAt: one.joinedAt, removedAt: one.removedAt, spans,
      neverHere: one.removedAt === null && isUnused(state, one, wasHere),
      presence: one.removedAt === null ? presence(one.id) : 'offline',
      backAfterLunch: lunchEndedAt === null ? null : isHere || seenSince(spans, lunchEndedAt),
    }
  })
  const groupOfRow = new Map(state.participants.map((one) => [one.id, placeOf(one.groupId)]))
  const place = (row: AttendanceRow): number => groupOfRow.get(row.participantId) ?? 0
  return { rows: rows.toSorted((one, other) => place(one) - place(other) || one.joinedAt - other.joinedAt), lunchEndedAt }
}
