import { z } from 'zod'
import { AgendaItemSchema } from '../../../shared/course/template.ts'
import { MAX_GROUPS } from '../../../shared/group/identity.ts'
import { LocalizedText } from '../../../shared/language/localizedText.ts'
import { Id } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassState } from '../class/ClassState.ts'
import { MAX_MESSAGES } from '../class/limits.ts'
import { upgradeState } from '../class/upgrade.ts'

const Instant = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** As `newId` makes them, so that the new ones can take their places. */
const OwnId = z.string().regex(/^[a-z0-9]{1,40}$/)
const Duration = z.number().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
const Timer = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['idle', 'ended']), durationMs: Duration }),
  z.object({ state: z.enum(['running', 'overtime']), durationMs: Duration, endsAt: Instant, zeroAt: Instant.optional() }),
  z.object({ state: z.literal('paused'), durationMs: Duration, remainingMs: Duration, zeroAt: Instant.optional() }),
])
const Lock = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('closing'), at: Instant }),
  z.object({ state: z.literal('locked'), since: Instant }),
])
/**
 * What everything else stands on. Further fields of a class pass as they are: an archive is opened by the trainer alone,
 * was made by this program, and its hash says that nobody's disk has changed it; `upgradeState` adds what an older one lacks.
 */
const State = z.looseObject({
  id: OwnId,
  code: z.string().regex(/^\d{6}$/),
  title: z.looseObject(LocalizedText.shape),
  trainerName: z.string().max(200),
  createdAt: Instant,
  endedAt: Instant.nullable(),
  doorOpen: z.boolean(),
  agenda: z.array(z.looseObject({ ...AgendaItemSchema.shape, skipped: z.boolean(), plannedMinutes: z.number(), startedAt: Instant.nullable(), endedAt: Instant.nullable() })).max(200),
  currentId: Id.nullable(),
  timer: Timer,
  groups: z.array(z.looseObject({ id: OwnId, index: z.number().int().min(0).max(MAX_GROUPS - 1), name: z.string().max(200), lock: Lock })).max(MAX_GROUPS),
  archivedGroups: z.array(z.looseObject({ id: OwnId, index: z.number().int(), name: z.string().max(200), lock: Lock })).max(500).optional(),
  participants: z.array(z.looseObject({ id: Id, name: z.string().max(200), groupId: Id, joinedAt: Instant, handRaisedAt: Instant.nullable(), removedAt: Instant.nullable() })).max(5_000),
  messages: z.array(z.looseObject({ id: Id, at: Instant, text: z.string() })).max(MAX_MESSAGES),
  projector: z.looseObject({ scene: z.looseObject({ kind: z.string() }), theme: z.enum(['light', 'dark']), showCustomers: z.boolean(), showPeople: z.boolean() }),
})

/** @throws Refusal 'file-damaged' */
export function parseState(value: unknown): ClassState {
  const found = State.safeParse(value)
  if (!found.success) throw new Refusal('file-damaged', z.prettifyError(found.error))
  return upgradeState(found.data as unknown as ClassState)
}
