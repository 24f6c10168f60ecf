import type { Request } from 'express'
import { TRAINER_HEADER } from '../../../shared/protocol/http.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import { trainerToken } from './cookie.ts'

/**
 * Who sent a request: a participant by the token of the device, in a header and never in the address (P5.3); the trainer
 * by cookie, which comes by itself, and by a header that only our own pages send (P5.6).
 * @throws Refusal 'class-ended' to a participant of a class that has ended.
 */
export const whoAsks = (access: Access, request: Request): Promise<Actor | undefined> => asker(access, request, access.actorOf)
/** As above, also of a class that has ended: what people made there stays theirs. */
export const whoTakesHome = (access: Access, request: Request): Promise<Actor | undefined> => asker(access, request, access.holderOf)

async function asker(access: Access, request: Request, whose: Access['actorOf']): Promise<Actor | undefined> {
  const token = /^Bearer ([\w-]{16,100})$/.exec(request.get('authorization') ?? '')?.[1]
  if (token !== undefined) return whose(token)
  const cookie = trainerToken(request)
  return cookie !== undefined && request.get(TRAINER_HEADER) !== undefined && (await access.isTrainer(cookie)) ? { role: 'trainer' } : undefined
}
