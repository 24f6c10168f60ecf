import type { PresenceState } from '../protocol/views.ts'
import type { Span } from './spans.ts'

export interface AttendanceRow {
  readonly participantId: string
  readonly name: string
  /** The group's letter and name. */
  readonly letter: string
  readonly groupName: string
  readonly joinedAt: number
  readonly removedAt: number | null
  readonly presence: PresenceState
  readonly spans: readonly Span[]
  /** Has joined, and no device of theirs ever came. */
  readonly neverHere: boolean
  /** Null while lunch is not over, or where the day has none. */
  readonly backAfterLunch: boolean | null
}

export interface Attendance {
  /** By group, then by when they joined. */
  readonly rows: readonly AttendanceRow[]
  /** When lunch ended, or null. */
  readonly lunchEndedAt: number | null
}
