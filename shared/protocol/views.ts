import type { AloneRound } from '../alone/model.ts'
import type { AnswersView } from '../answers/topics.ts'
import type { LastTime, Remark, Stay } from '../agenda/day.ts'
import type { Picks } from '../board/model.ts'
import type { OpenCase } from '../case/model.ts'
import type { AgendaItemTemplate } from '../course/template.ts'
import type { DrawKind } from '../draw/draw.ts'
import type { Locale, Localized } from '../language/locale.ts'
import type { FindingRule } from '../map/findings.ts'
import type { Quadrant } from '../map/model.ts'
import type { GroupReplay } from '../map/replay.ts'
import type { GroupWork } from '../groupwork/model.ts'
import type { PartSummaries } from '../groupwork/parts.ts'
import type { PointsEntry } from '../points/points.ts'
import type { PreflightView } from '../preflight/report.ts'
import type { AskedPoll, PublicPoll } from '../poll/model.ts'
import type { ScaleComparison } from '../scale/comparison.ts'
import type { Axis } from '../scale/model.ts'
import type { Pointer, Sharing } from '../sharing/model.ts'
import type { Turning } from '../stage/turning.ts'
import type { Timer } from '../timer/timer.ts'
import type { ProjectorScene, Target } from './commands.ts'

/** State of the class as each role may see it; sent whole on connect and after every change. Events are never history. */
export type LockState =
  | { readonly state: 'open' }
  /** Will lock at this instant of the server's clock. */
  | { readonly state: 'closing'; readonly at: number }
  | { readonly state: 'locked'; readonly since: number }

export interface AgendaItem extends AgendaItemTemplate {
  readonly skipped: boolean
  /** Minutes of the template, before anyone shortened or extended it. */
  readonly plannedMinutes: number
  /** Instants of the server's clock. */
  readonly startedAt: number | null
  readonly endedAt: number | null
}
/** What devices and projector learn of an item: not the trainer's notes, nor the polls and the case, which they get when it is time. */
export type PublicAgendaItem = Omit<AgendaItem, 'notes' | 'polls' | 'case' | 'alone'>

interface Sent {
  readonly id: string
  readonly to: Target
  readonly text: string
  readonly at: number
}
export type Message =
  | (Sent & { readonly kind: 'message' | 'nudge' })
  /** The trainer took the group's work back to what it was at this instant; without words, as a nudge. */
  | (Sent & { readonly kind: 'restored'; readonly restoredTo: number })
export interface GroupView {
  readonly id: string
  /** Place in the class: letter, colour and shape follow (shared/group/identity.ts). */
  readonly index: number
  readonly name: string
  readonly members: number
  readonly online: number
  readonly lock: LockState
  /** What the trainer has given it, in all. */
  readonly points: number
}
/** A group that was merged into another or removed: its work waits for being restored. */
export interface ArchivedGroupView {
  readonly id: string
  readonly index: number
  readonly name: string
  readonly archivedAt: number
  /** Where its people went; null when it had none. */
  readonly mergedInto: string | null
}
/** Whom chance chose. Drawn for the room to see, so the name is there whatever else is masked. */
export interface DrawView {
  readonly id: string
  readonly kind: DrawKind
  /** Of the person's group, or the group drawn. */
  readonly groupId: string
  /** The person's; '' of a group. */
  readonly name: string
  readonly at: number
}
/** How far a round has come. */
export interface RoundView {
  readonly number: number
  readonly drawn: number
  /** All who can be drawn. */
  readonly of: number
}
export type PresenceState = 'online' | 'away' | 'offline'
export interface MemberView {
  readonly id: string
  readonly name: string
  readonly groupId: string
  readonly presence: PresenceState
  readonly handRaisedAt: number | null
}
export interface ClassView {
  readonly id: string
  readonly code: string
  readonly title: Localized
  readonly trainerName: string
  readonly ended: boolean
  /** When customers' names were taken out of everything: a device's own copy from before has to go. */
  readonly namesWipedAt: number | null
}
export interface ProjectorSettings {
  readonly scene: ProjectorScene
  readonly theme: 'light' | 'dark'
  readonly showCustomers: boolean
  readonly showPeople: boolean
  readonly locale: Locale
}
interface Snapshot {
  /** Grows with every change; a lower one than the last seen is ignored unless the server's `run` differs. */
  readonly version: number
  /** Changes when the server process does. */
  readonly run: string
  /** The server's clock in ms when this was sent. */
  readonly serverNow: number
  readonly class: ClassView
  readonly timer: Timer
  readonly groups: readonly GroupView[]
  /** Since when everybody is asked to look to the front; null when nobody is. */
  readonly frozenSince: number | null
  /** Null until the group sharing has begun. */
  readonly sharing: Sharing | null
}
export interface ParticipantView extends Snapshot {
  readonly role: 'participant'
  readonly me: MemberView
  /** Own group, me included. */
  readonly members: readonly MemberView[]
  readonly current: PublicAgendaItem | null
  readonly next: PublicAgendaItem | null
  /** In a break: when the class goes on by its schedule, as far as that was known. */
  readonly resumesAt: number | null
  /** Activities opened so far, in the order of the agenda. */
  readonly opened: readonly string[]
  /** The trainer, or the review, lets the groups take their work home. */
  readonly takeHomeOpen: boolean
  /** What is being asked, and the latest result that was revealed. */
  readonly polls: readonly PublicPoll[]
  /** In the order of the agenda; their text comes by `case:read`. */
  readonly cases: readonly OpenCase[]
  /** What the own group does alone first, one round of each exercise. */
  readonly alone: readonly AloneRound[]
  readonly messages: readonly Message[]
}
export interface ProjectorView extends Snapshot {
  readonly role: 'projector'
  readonly joinUrl: string
  readonly address: string
  /** Empty names unless the trainer shows people. */
  readonly members: readonly MemberView[]
  readonly current: PublicAgendaItem | null
  readonly next: PublicAgendaItem | null
  /** In a break: when the class goes on by its schedule, as far as that was known. */
  readonly resumesAt: number | null
  readonly projector: ProjectorSettings
  readonly turning: Turning
  /** The last draw, while the projector shows it. */
  readonly draw: DrawView | null
  /** What was given last, for the scene of points. */
  readonly lastPoints: Pick<PointsEntry, 'groupId' | 'points' | 'at'> | null
  /** Of the scene 'poll': the poll, and the earlier one to be shown beside it. */
  readonly polls: readonly PublicPoll[]
  /** Of the scene 'case'. */
  readonly question: Localized | null
}
export interface AddressView {
  readonly address: string
  readonly url: string
  readonly interfaceName: string
  /** A first device from outside really arrived by this one. */
  readonly arrived: boolean
  readonly chosen: boolean
}
/** How the day goes; for the trainer alone. */
export interface DayView {
  /** The course that the class was made from. */
  readonly courseId: string | null
  readonly stays: readonly Stay[]
  readonly remarks: readonly Remark[]
  /** null: this laptop knows of no earlier class of the course. */
  readonly lastTime: LastTime | null
}
export interface TrainerView extends Snapshot {
  readonly role: 'trainer'
  readonly agenda: readonly AgendaItem[]
  readonly currentId: string | null
  readonly day: DayView
  readonly members: readonly MemberView[]
  readonly removedMembers: readonly MemberView[]
  readonly messages: readonly Message[]
  readonly projector: ProjectorSettings
  readonly turning: Turning
  readonly polls: readonly AskedPoll[]
  readonly picks: Picks
  readonly alone: readonly AloneRound[]
  readonly projectorsOnline: number
  /** What the projector's window says of its bell: 'asleep' until somebody clicks into it, 'none' when nothing can be heard. Null: no window. */
  readonly projectorSound: ProjectorSound | null
  readonly preflight: PreflightView
  readonly doorOpen: boolean
  readonly draw: DrawView | null
  readonly rounds: Readonly<Record<DrawKind, RoundView>>
  /** Oldest first. */
  readonly points: readonly PointsEntry[]
  /** Put away last first. */
  readonly archivedGroups: readonly ArchivedGroupView[]
  /** Opened by the trainer; `reached`: the review is on, or over, and opens it anyway. */
  readonly takeHome: { readonly open: boolean; readonly reached: boolean }
  readonly joinUrl: string
  readonly addresses: readonly AddressView[]
  readonly firstOutsideAt: number | null
  /** What the trainer should know of the machine: the disk, a sleep of the laptop. */
  readonly warnings: readonly TrainerWarning[]
  readonly usage: Usage
}
/** How much of what it may use a class uses. */
export interface Usage {
  readonly documents: Share
  /** Of all groups' documents together. */
  readonly bytes: Share
  readonly people: Share
  readonly updatesPerSecond: Share
}
export interface Share {
  readonly used: number
  readonly of: number
}
/** What a device did so that it was cut off. */
export type DeviceTrouble = 'too-fast' | 'too-large' | 'unreadable' | 'not-reading'
export interface TrainerWarning {
  readonly kind: 'disk-failing' | 'disk-low' | 'laptop-slept' | 'class-filling' | 'class-full' | 'document-full' | 'restored-copy' | 'device-trouble'
  readonly at: number
  /** Of 'disk-low' the free MB, of 'laptop-slept' the seconds, of 'class-filling' the percents, of 'document-full' the group's letter, of 'restored-copy' an instant in ms or nothing, of 'device-trouble' the person's name. */
  readonly detail: string
  /** Of 'device-trouble' alone: what it did, in which group, how often. */
  readonly device?: { readonly trouble: DeviceTrouble; readonly group: string; readonly times: number }
}
export type View = ParticipantView | ProjectorView | TrainerView

/** One customer on a map of many groups. */
export interface AggregatePoint {
  readonly id: string
  /** The name, or the mask for who may not see names. */
  readonly label: string
  /** "A3": the group's letter and the customer's place in the group's list. */
  readonly mask: string
  readonly x: number
  readonly y: number
  /** The range that missing grades could still move it to; equal to x and y when complete. */
  readonly xLow: number
  readonly xHigh: number
  readonly yLow: number
  readonly yHigh: number
  readonly complete: boolean
  /** Share of the group's effort, 0..1, or null. */
  readonly effortShare: number | null
  readonly quadrant: Quadrant
}
/** What it takes to draw it. */
export type PlacedPoint = Omit<AggregatePoint, 'mask'>
export interface ScaleSummary {
  readonly factors: number
  readonly weightTotal: number
  readonly completeFactors: number
  /** Failing checks that are errors, not advice. */
  readonly failing: number
}
export interface GroupSummary {
  readonly groupId: string
  readonly scales: Readonly<Record<Axis, ScaleSummary>>
  readonly customers: number
  readonly measured: number
  readonly gutDone: boolean
  readonly cutX: number
  readonly cutY: number
  readonly points: readonly AggregatePoint[]
  readonly quadrantCounts: Readonly<Record<Quadrant, number>>
  readonly findings: { readonly open: number; readonly accepted: number; readonly rejected: number }
  /** How many findings of each rule there are, without those that the group rejected. */
  readonly symptoms: Readonly<Record<FindingRule, number>>
  readonly alignment: number | null
  readonly spearman: number | null
  /** All grades given are 4 or 5 of 5 (or the top two), with at least three customers graded. */
  readonly allHigh: boolean
  readonly editedAt: number | null
  readonly online: number
  /** What further activities keep, counted, see `shared/groupwork/parts.ts`. */
  readonly parts: PartSummaries
  /** Devices whose writing is kept back by a lock. */
  readonly heldDevices: number
  readonly leftOut: number
}
export interface Aggregate {
  readonly serverNow: number
  readonly groups: readonly GroupSummary[]
}
/** The film that the projector shows: of one group, or of all (null). Sent when it begins, names masked for the projector as set. */
export interface Replay {
  readonly groupId: string | null
  readonly groups: readonly GroupReplay[]
}
/** One group's whole work for the projector's spotlight and the trainer's live view; names masked for the projector as set. */
export interface GroupDetail {
  readonly groupId: string
  readonly work: GroupWorkJson
}
/** `GroupWork` as it crosses the wire: maps as entry lists. */
export type GroupWorkJson = Omit<GroupWork, 'judgements' | 'customers' | 'removedCustomers'> & {
  readonly judgements: readonly (readonly [string, GroupWork['judgements'] extends ReadonlyMap<string, infer J> ? J : never])[]
  readonly customers: readonly CustomerJson[]
  readonly removedCustomers: readonly CustomerJson[]
}
type Customer = GroupWork['customers'][number]
export type CustomerJson = Omit<Customer, 'grades'> & { readonly grades: readonly (readonly [string, Customer['grades'] extends ReadonlyMap<string, infer G> ? G : never])[] }

/** Socket.io, server → client. */
export interface ServerEvents {
  state: (view: View) => void
  aggregate: (aggregate: Aggregate) => void
  detail: (detail: GroupDetail) => void
  replay: (replay: Replay) => void
  /** The groups' scales side by side, while the projector shows them. */
  comparison: (comparison: ScaleComparison) => void
  answers: (answers: AnswersView) => void
  /** Where the presenting group points on its map, as it moves; null: nowhere. Projector and trainer. */
  pointer: (pointer: Pointer | null) => void
  beat: (beat: { readonly serverNow: number }) => void
  /** Another page of this person takes the place: come back only when somebody looks at this one again. */
  displaced: () => void
  /** The last word before the server closes the socket: stop and ask, don't reconnect. */
  goodbye: (why: { readonly reason: 'removed' | 'class-ended' | 'class-wiped' | 'names-wiped' | 'unauthorized' }) => void
}
/** Socket.io handshake `auth`. The trainer's cookie comes by itself. `protocol` is refused when it differs. */
export type ControlAuth =
  | { readonly protocol: number; readonly role: 'trainer'; readonly classId: string }
  | { readonly protocol: number; readonly role: 'participant' | 'projector'; readonly token: string }
export const PROTOCOL_VERSION = 1
export const projectorSounds = ['asleep', 'on', 'none'] as const
export type ProjectorSound = (typeof projectorSounds)[number]
/** Beside the commands: `time` (ack: serverNow in ms), for the clock offset. `presence` 'away' | 'online' | 'leaving'. `sound`: of the projector alone. */
export interface ClientHints {
  time: (ack: (serverNow: number) => void) => void
  presence: (state: 'online' | 'away' | 'leaving') => void
  /** By the device that drives the stage, or the trainer's. */
  point: (pointer: Pointer | null) => void
  sound: (sound: ProjectorSound) => void
}
