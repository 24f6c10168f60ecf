import type { Request, RequestHandler } from 'express'
import { TRAINER_HEADER } from '../../../shared/protocol/http.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Access } from '../../domain/access/Access.ts'
import { trainerToken } from './cookie.ts'

export interface TrainerGuard {
  isTrainer(request: Request): Promise<boolean>
  /** P5.6: the cookie comes by itself, the header only from our own pages. */
  readonly trainerOnly: RequestHandler
  /** For a file that the browser itself fetches, by a link, and so without the header. For what changes nothing. */
  readonly trainerDownloads: RequestHandler
}

export function createTrainerGuard(access: Pick<Access, 'isTrainer'>): TrainerGuard {
  const hasCookie = async (request: Request): Promise<boolean> => {
    const token = trainerToken(request)
    return token !== undefined && (await access.isTrainer(token))
  }
  const isTrainer = async (request: Request): Promise<boolean> => request.get(TRAINER_HEADER) !== undefined && (await hasCookie(request))
  const only = (holds: (request: Request) => Promise<boolean>): RequestHandler => async (request, _response, next) => {
    if (!(await holds(request))) throw new Refusal('not-allowed', 'only for the trainer')
    next()
  }
  return { isTrainer, trainerOnly: only(isTrainer), trainerDownloads: only(hasCookie) }
}
