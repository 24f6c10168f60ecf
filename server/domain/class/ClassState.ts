import type { ProjectorSettings, AgendaItem, LockState, Message } from '../../../shared/protocol/views.ts'
import type { Localized } from '../../../shared/language/locale.ts'
import type { Timer } from '../../../shared/timer/timer.ts'

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
  readonly agenda: readonly AgendaItem[]
  readonly currentId: string | null
  readonly timer: Timer
  readonly groups: readonly StoredGroup[]
  readonly participants: readonly StoredParticipant[]
  readonly messages: readonly Message[]
  readonly projector: ProjectorSettings
  readonly chosenAddress: string | null
  readonly warnings: readonly { readonly kind: 'laptop-slept'; readonly at: number; readonly detail: string }[]
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
}
