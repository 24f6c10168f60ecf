import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { Id } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { PROTOCOL_VERSION, type ServerEvents } from '../../../shared/protocol/views.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import { trainerToken } from '../http/cookie.ts'

const Auth = z.discriminatedUnion('role', [
  z.object({ protocol: z.number(), role: z.literal('trainer'), classId: Id }),
  z.object({ protocol: z.number(), role: z.enum(['participant', 'projector']), token: z.string().min(16).max(100) }),
])

/** Whose connection this is, for as long as it lasts. The participant's group is looked up when needed: it may change. */
export type Peer =
  | { readonly role: 'trainer'; readonly classId: string }
  | { readonly role: 'projector'; readonly classId: string }
  | { readonly role: 'participant'; readonly classId: string; readonly participantId: string }

type Goodbye = Parameters<ServerEvents['goodbye']>[0]['reason']

/** A connection that is refused. With a `reason` there is no use in trying again; it arrives as `connect_error.data.reason`. */
export class Unwelcome extends Error {
  readonly data: { readonly reason?: Goodbye }
  constructor(message: string, reason?: Goodbye) {
    super(message)
    this.data = reason === undefined ? {} : { reason }
  }
}

/** @throws Unwelcome */
export async function identify(request: IncomingMessage, auth: unknown, { access, classes }: { readonly access: Access; readonly classes: Classes }): Promise<Peer> {
  const parsed = Auth.safeParse(auth)
  if (!parsed.success) throw new Unwelcome('bad-payload', 'unauthorized')
  const given = parsed.data
  if (given.protocol !== PROTOCOL_VERSION) throw new Unwelcome('protocol')
  if (given.role === 'trainer') {
    const token = trainerToken(request)
    if (token === undefined || !(await access.isTrainer(token))) throw new Unwelcome('not-allowed', 'unauthorized')
    if (!classes.find(given.classId)) throw new Unwelcome('not-found', 'class-wiped')
    return { role: 'trainer', classId: given.classId }
  }
  const actor = await access.actorOf(given.token).catch((error: unknown) => {
    if (error instanceof Refusal && error.reason === 'class-ended') return 'ended' as const
    throw error
  })
  if (actor === 'ended') throw new Unwelcome('class-ended', (await access.isOfNameless(given.token)) ? 'names-wiped' : 'class-ended')
  // A reload tells them the same as the goodbye did, and keeps their seat for when they are restored.
  if (!actor && (await access.isRemoved(given.token))) throw new Unwelcome('not-allowed', 'removed')
  if (!actor && (await access.isOfWiped(given.token))) throw new Unwelcome('not-found', 'class-wiped')
  if (actor?.role !== given.role) throw new Unwelcome('not-allowed', 'unauthorized')
  if (actor.role === 'participant') return { role: 'participant', classId: actor.classId, participantId: actor.participantId }
  return { role: 'projector', classId: actor.classId }
}
