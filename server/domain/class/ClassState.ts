import type { AloneRound } from '../../../shared/alone/model.ts'
import type { Span } from '../../../shared/attendance/spans.ts'
import type { DrawKind, DrawRound } from '../../../shared/draw/draw.ts'
import type { PointsEntry } from '../../../shared/points/points.ts'
import type { ProjectorSettings, AgendaItem, LockState, Message } from '../../../shared/protocol/views.ts'
import type { Picks } from '../../../shared/board/model.ts'
import type { Localized } from '../../../shared/language/locale.ts'
import type { Sharing } from '../../../shared/sharing/model.ts'
import type { Turning } from '../../../shared/stage/turning.ts'
import type { AskedPoll } from '../../../shared/poll/model.ts'
import type { Timer } from '../../../shared/timer/timer.ts'
import type { ClassDay } from './day.ts'

/** Everything that the server decides about one class; saved whole, with a version, after every change. */
export interface ClassState {
  readonly id: string
  /** Six digits, unique among the classes of this server that have not ended. */
  readonly code: string
  readonly version: number
  readonly title: Localized
  readonly trainerName: string
  readonly createdAt: number
  readonly endedAt: number | null
  readonly doorOpen: boolean
  /** Whether the trainer has opened the take-home packs; the review opens them too. */
  readonly takeHomeOpen: boolean
  readonly agenda: readonly AgendaItem[]
  readonly currentId: string | null
  readonly timer: Timer
  readonly day: ClassDay
  readonly groups: readonly StoredGroup[]
  readonly participants: readonly StoredParticipant[]
  readonly messages: readonly Message[]
  readonly projector: ProjectorSettings
  readonly turning: Turning
  /** Null until the group sharing begins. */
  readonly sharing: Sharing | null
  /** Everything that the room was asked, the earliest first. What was answered is in the answers. */
  readonly polls: readonly AskedPoll[]
  readonly picks: Picks
  /** The latest round of each exercise that groups do alone first, by `placeOf`. What was given in it is in the answers. */
  readonly alone: Readonly<Record<string, AloneRound>>
  readonly chosenAddress: string | null
  readonly warnings: readonly { readonly kind: 'laptop-slept'; readonly at: number; readonly detail: string }[]
  /** When the names of customers were taken out of everything; null: they were not. */
  readonly namesWipedAt: number | null
  /** "Eyes to the front" since then; null: no. */
  readonly frozenSince: number | null
  readonly draws: StoredDraws
  /** Oldest first. */
  readonly points: readonly PointsEntry[]
  /** Groups that were merged or removed. Their documents are kept, and come back with them. */
  readonly archivedGroups: readonly ArchivedGroup[]
  /** When each participant was seen. */
  readonly attendance: Readonly<Record<string, readonly Span[]>>
  /** Ids of the latest commands, oldest first, so that a repeated one is done once, also after a restart. */
  readonly recentCommands: readonly string[]
}
/** The group's id is also the name of its document. */
export interface StoredGroup {
  readonly id: string
  readonly index: number
  readonly name: string
  readonly lock: LockState
}
export interface StoredParticipant {
  readonly id: string
  readonly name: string
  readonly groupId: string
  readonly joinedAt: number
  readonly handRaisedAt: number | null
  readonly removedAt: number | null
  /** Came with an archive, and on this server nobody has come under this name yet. */
  readonly awaited?: true
}
export interface StoredDraws extends Readonly<Record<DrawKind, DrawRound>> {
  readonly latest: { readonly id: string; readonly kind: DrawKind; readonly pickedId: string; readonly at: number } | null
}
export interface ArchivedGroup extends StoredGroup {
  readonly archivedAt: number
  /** The group that its members went to; null when it had none. */
  readonly mergedInto: string | null
  readonly memberIds: readonly string[]
}
