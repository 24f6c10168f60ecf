import { z } from 'zod'
import { aloneExercises, aloneLimit } from '../alone/model.ts'
import { topicPattern } from '../answers/topics.ts'
import { boardPattern, MAX_PICKS, refPattern } from '../board/model.ts'
import type { CaseContent } from '../case/definition.ts'
import { AgendaItemSchema } from '../course/template.ts'
import type { Attendance } from '../attendance/model.ts'
import type { Checkpoint, WorkChange } from '../checkpoint/model.ts'
import { drawKinds } from '../draw/draw.ts'
import { MAX_GROUPS } from '../group/identity.ts'
import { LocalizedText } from '../language/localizedText.ts'
import { MAX_CRITERIA } from '../sharing/model.ts'
import { locales } from '../language/locale.ts'
import { MAX_POINTS_AT_ONCE } from '../points/points.ts'
import { PollSchema } from '../poll/definition.ts'
import { axes } from '../scale/model.ts'

/** Ids of classes, groups (which name their documents), participants, agenda items. */
export const Id = z.string().regex(/^[a-z0-9-]{1,40}$/)
export const PersonName = z.string().min(1).max(400) // normalised, then limited to 20 characters, by the domain
export const NoteText = z.string().trim().min(1).max(500)
const Instant = z.number().int().min(0).max(1_000)
const Minutes = z.number().int().min(0).max(480)

export const ProjectorScene = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lobby') }),
  z.object({ kind: z.literal('agenda') }),
  z.object({ kind: z.literal('timer') }),
  z.object({ kind: z.literal('progress') }),
  // A union in the union: zod refuses two members with one discriminator value when it parses.
  z.discriminatedUnion('mode', [
    z.object({ kind: z.literal('map'), mode: z.enum(['all', 'multiples']) }),
    z.object({ kind: z.literal('map'), mode: z.literal('lit'), groupId: Id }),
  ]),
  z.object({ kind: z.literal('pick') }),
  z.object({ kind: z.literal('points') }),
  /** Group sharing: its order, the group on the stage, scores. What is shown there is part of the sharing. */
  z.object({ kind: z.literal('stage') }),
  // Without `strategyId`: the strategy that is farthest.
  z.object({ kind: z.literal('spotlight'), groupId: Id, part: z.enum(['potential', 'relationship', 'map', 'findings', 'gut', 'usp', 'strategy']), strategyId: Id.optional() }),
  /** What one group gave alone, once it is shown. */
  z.object({ kind: z.literal('alone'), groupId: Id, exercise: z.enum(aloneExercises) }),
  z.object({ kind: z.literal('usp-wall') }),
  z.object({ kind: z.literal('comparison'), axis: z.enum(axes) }),
  z.object({ kind: z.literal('findings') }),
  // The maps from morning to now, of one group or of all (null). `from` counts the instants; `since` is set by the server.
  z.discriminatedUnion('mode', [
    z.object({ kind: z.literal('replay'), mode: z.literal('still'), groupId: Id.nullable() }),
    z.object({ kind: z.literal('replay'), mode: z.literal('paused'), groupId: Id.nullable(), from: Instant }),
    z.object({ kind: z.literal('replay'), mode: z.literal('playing'), groupId: Id.nullable(), from: Instant, since: z.number() }),
  ]),
  z.object({ kind: z.literal('poll'), pollId: Id }),
  z.object({ kind: z.literal('case'), itemId: Id, questionId: Id }),
  z.object({ kind: z.literal('commitments') }),
  z.object({ kind: z.literal('feedback') }),
  z.object({ kind: z.literal('blank') }),
])
export type ProjectorScene = z.infer<typeof ProjectorScene>

const ArtifactSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('map'), customerId: Id.nullable() }),
  z.object({ kind: z.enum(['potential', 'relationship', 'usp']) }),
  z.object({ kind: z.literal('strategy'), strategyId: Id.nullable() }),
])

const target = z.discriminatedUnion('kind', [z.object({ kind: z.literal('class') }), z.object({ kind: z.literal('group'), groupId: Id })])
export type Target = z.infer<typeof target>
const { polls, case: discussed, alone } = AgendaItemSchema.shape
/** The rounds that the sender saw: showing one must not show the next, which has just begun. */
const rounds = z.array(z.object({ groupId: Id, number: z.number().int().min(1) })).min(1).max(MAX_GROUPS)
/** Without the schema's defaults: what a change does not name stays as it is. */
const editableItem = AgendaItemSchema.omit({ id: true }).extend({ polls: polls.unwrap(), case: discussed.unwrap(), alone: alone.unwrap() }).partial()

/**
 * Socket.io commands: event name → payload. Every payload also carries the envelope. The reply is `Reply<…>`.
 * Where two consoles could fight, the payload says what its sender saw (`from`), and the server refuses with 'conflict'.
 */
export const commandSchemas = {
  /** Makes `to` the current item; its timer is reset to its minutes, idle. `from` = the item that the sender saw as current. */
  'agenda:go': z.object({ to: Id, from: Id.nullable() }),
  /** Takes back the last 'agenda:go' as if it had not been: its timer, scene and locks are again what they were. */
  'agenda:back': z.object({ from: Id, to: Id.nullable() }),
  'agenda:edit': z.object({ itemId: Id, change: editableItem }),
  /**
   * An item more, before `before` or last. The sender makes its id. `plannedMinutes`: what the plan of the day says of it,
   * for taking back a removal; without it nothing once the class has begun.
   */
  'agenda:add': z.object({ item: AgendaItemSchema, before: Id.nullable(), plannedMinutes: Minutes.optional(), skipped: z.boolean().optional() }),
  /** Only an item that the class was not at yet. */
  'agenda:remove': z.object({ itemId: Id }),
  /** Puts the item before `before`, or last. */
  'agenda:move': z.object({ itemId: Id, before: Id.nullable() }),
  'agenda:skip': z.object({ itemId: Id, skipped: z.boolean() }),
  /** Accepts proposed cuts: new minutes by item. */
  'agenda:shorten': z.object({ minutes: z.array(z.object({ itemId: Id, minutes: Minutes })).min(1).max(80) }),
  /** Another plan, of items that the class was not at yet. */
  'agenda:plan': z.object({ minutes: z.array(z.object({ itemId: Id, minutes: Minutes, plannedMinutes: Minutes })).min(1).max(80) }),
  /** What the trainer writes down on how an item went; empty: nothing. */
  'agenda:remark': z.object({ itemId: Id, text: z.string().trim().max(300) }),
  'timer:start': z.object({}),
  'timer:pause': z.object({}),
  'timer:resume': z.object({}),
  'timer:adjust': z.object({ byMs: z.number().int().min(-3_600_000).max(3_600_000) }),
  'timer:end': z.object({}),
  'timer:reset': z.object({ durationMs: z.number().int().min(1_000).max(14_400_000) }),
  /** Closing warns for `inMs` first, so that what is being typed gets in. Groups: all, or the named ones. */
  'lock:close': z.object({ groupIds: z.array(Id).max(MAX_GROUPS).nullable(), inMs: z.number().int().min(0).max(600_000) }),
  'lock:open': z.object({ groupIds: z.array(Id).max(MAX_GROUPS).nullable() }),
  'message:send': z.object({ to: target, text: NoteText }),
  'nudge:send': z.object({ groupId: Id }),
  'hand:raise': z.object({}),
  /** A participant lowers their own; the trainer anybody's. */
  'hand:lower': z.object({ participantId: Id }),
  'group:rename': z.object({ groupId: Id, name: PersonName }),
  'group:add': z.object({}),
  /** Only an empty group. It can be restored. */
  'group:remove': z.object({ groupId: Id }),
  /** Everybody of one group goes to another; the group they leave is put away with its work, and can be restored. */
  'group:merge': z.object({ groupId: Id, into: Id }),
  /** These people go to a new group, whose work begins as a copy of what their group has. */
  'group:split': z.object({ groupId: Id, participantIds: z.array(Id).min(1).max(60) }),
  /** A group that was put away comes back, with its work and with those who went from it to another. */
  'group:restore': z.object({ groupId: Id }),
  'participant:rename': z.object({ participantId: Id, name: PersonName }),
  'participant:move': z.object({ participantId: Id, groupId: Id }),
  'participant:remove': z.object({ participantId: Id }),
  'participant:restore': z.object({ participantId: Id }),
  /** Many at once, for instance those whom a script made. */
  'people:remove': z.object({ participantIds: z.array(Id).min(1).max(400) }),
  'people:restore': z.object({ participantIds: z.array(Id).min(1).max(400) }),
  /** Nobody twice in a round. `instead`: the last draw does not count, its one goes back in the pot. */
  'draw:one': z.object({ of: z.enum(drawKinds), instead: Id.nullable(), onProjector: z.boolean() }),
  /** Takes the last draw back. */
  'draw:undo': z.object({ drawId: Id }),
  'points:give': z.object({ groupId: Id, points: z.number().int().min(-MAX_POINTS_AT_ONCE).max(MAX_POINTS_AT_ONCE).refine((points) => points !== 0), reason: z.string().trim().max(80) }),
  'points:undo': z.object({ entryId: Id }),
  /** "Eyes to the front": devices show a calm notice over everything until it is lifted. */
  'freeze:set': z.object({ on: z.boolean() }),
  'attendance:list': z.object({}),
  /** Single-use code, 10 minutes, to go on as the same person on another device. */
  'reentry:create': z.object({ participantId: Id }),
  'projector:show': z.object({ scene: ProjectorScene }),
  'projector:hold': z.object({ held: z.boolean() }),
  'projector:set': z.object({ theme: z.enum(['light', 'dark']).optional(), showCustomers: z.boolean().optional(), showPeople: z.boolean().optional(), locale: z.enum(locales).optional() }),
  /** Follow one group's work ('detail' events), or stop following. Not kept over a reconnect. */
  'group:watch': z.object({ groupId: Id.nullable() }),
  /** The address that the QR code shows; null: the best by the server's ranking. */
  'address:choose': z.object({ address: z.string().max(80).nullable() }),
  'class:rename': z.object({ title: LocalizedText, trainerName: z.string().max(40) }),
  'class:door': z.object({ open: z.boolean() }),
  /** Lets the groups take their work home before the review does, or takes that back. */
  'takehome:open': z.object({ open: z.boolean() }),
  'class:end': z.object({}),
  'class:reopen': z.object({}),
  /** The group's earlier states, the newest first. */
  'checkpoint:list': z.object({ groupId: Id }),
  /** What is different now. */
  'checkpoint:compare': z.object({ groupId: Id, checkpointId: Id }),
  /** The group's document says again what it said then, by an edit that reaches its tablets like any other. */
  'checkpoint:restore': z.object({ groupId: Id, checkpointId: Id }),
  /** The stage of the group sharing on the projector. */
  'share:begin': z.object({}),
  /** Groups that have not presented yet, in an order by chance. */
  'share:draw': z.object({}),
  'share:order': z.object({ order: z.array(Id).max(MAX_GROUPS) }),
  /** The group comes onto the stage and its time begins; null: nobody is on it. */
  'share:present': z.object({ groupId: Id.nullable() }),
  'share:slot': z.object({ slotMs: z.number().int().min(30_000).max(3_600_000) }),
  'share:rubric': z.object({ rubric: z.array(z.object({ id: Id, title: LocalizedText })).min(1).max(MAX_CRITERIA) }),
  'share:scores': z.object({ groupId: Id, shown: z.boolean() }),
  /** By a member of the group on the stage, or the trainer. */
  'share:show': z.object({ artifact: ArtifactSchema }),
  'share:take': z.object({}),
  /** Asks the room what was prepared for an item, or what was made just now; what was being asked closes. `onStage`: the projector shows it too. */
  'poll:open': z.object({ ask: z.union([z.strictObject({ itemId: Id, pollId: Id }), z.strictObject({ poll: PollSchema })]), onStage: z.boolean() }),
  /** The same questions anew; the result shows both askings side by side. */
  'poll:again': z.object({ pollId: Id, onStage: z.boolean() }),
  'poll:close': z.object({ pollId: Id }),
  'poll:reopen': z.object({ pollId: Id }),
  /** The room sees the result, on the projector at once. */
  'poll:reveal': z.object({ pollId: Id }),
  'poll:hide': z.object({ pollId: Id }),
  'poll:remove': z.object({ pollId: Id }),
  'poll:restore': z.object({ pollId: Id }),
  /** Takes a word off what the room sees, or brings it back. */
  'poll:word': z.object({ pollId: Id, key: z.string().min(1).max(80), hidden: z.boolean() }),
  /** Puts a line on a board of the projector at this place (from 0), moves it there, or takes it off (null). */
  'board:pick': z.object({ board: z.string().regex(boardPattern), line: z.string().regex(refPattern), place: z.number().int().min(0).max(MAX_PICKS).nullable() }),
  /** The text and the questions of a case that has been opened. */
  'case:read': z.object({ itemId: Id }),
  /**
   * Each member enters alone: in the named groups, or in all (null). By the trainer, or by a member for the own group. A group that
   * is at it stays at it. `customerIds` of 'grades': empty for the first few of the list. `graderIds`: null for everybody.
   */
  'alone:open': z.object({
    exercise: z.enum(aloneExercises), groupIds: z.array(Id).min(1).max(MAX_GROUPS).nullable(),
    customerIds: z.array(Id).max(aloneLimit.customers), graderIds: z.array(Id).min(2).max(aloneLimit.graders).nullable(),
  }),
  /** The group reads what was given, and nobody enters any more. A member must be done with their own entry. */
  'alone:show': z.object({ exercise: z.enum(aloneExercises), rounds }),
  /** Ends it unread. */
  'alone:drop': z.object({ exercise: z.enum(aloneExercises), rounds }),
  /** What a person says for themselves, in place of what they said before; null takes it back. Done when it is on disk. */
  'answer:give': z.object({ topic: z.string().regex(topicPattern), value: z.json() }),
} as const

export type CommandName = keyof typeof commandSchemas
export type CommandPayload<N extends CommandName> = z.input<(typeof commandSchemas)[N]>
/** A payload once it was parsed. */
export type CommandInput<N extends CommandName> = z.output<(typeof commandSchemas)[N]>

/** What a command returns beside "done"; the others return null. */
export interface CommandResults {
  'reentry:create': { readonly code: string; readonly expiresAt: number }
  'group:add': { readonly groupId: string }
  'group:split': { readonly groupId: string }
  'points:give': { readonly entryId: string }
  'attendance:list': Attendance
  'case:read': CaseContent
  'checkpoint:list': { readonly checkpoints: readonly Checkpoint[] }
  'checkpoint:compare': { readonly changes: readonly WorkChange[] }
  /** The checkpoint of what was there until now, to go back to; null when nothing had to change. */
  'checkpoint:restore': { readonly undoId: string | null }
}
export type CommandResult<N extends CommandName> = N extends keyof CommandResults ? CommandResults[N] : null

/** A command that is repeated (double tap, reconnect) has the same id and is done once. Older than 15 s by server time: refused as stale. */
export const Envelope = z.object({ commandId: z.string().min(8).max(40), issuedAt: z.number() })
export type Envelope = z.infer<typeof Envelope>
export const COMMAND_MAX_AGE_MS = 15_000
