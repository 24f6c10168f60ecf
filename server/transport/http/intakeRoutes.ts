import { Router, type RequestHandler, type Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { may } from '../../../shared/access/policy.ts'
import { intakeLimit } from '../../../shared/intake/table.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { FileWork } from '../../domain/intake/FileWork.ts'
import { fileOf, takeFile } from './fileBody.ts'
import { answer } from './reply.ts'
import { whoAsks } from './whoAsks.ts'

export interface IntakeRouteParts {
  readonly access: Access
  readonly files: FileWork
}

const FILES_PER_MINUTE = 20

/**
 * A person's file comes in and a table goes back; the server keeps nothing of it. What is taken over is written by the
 * person's own device into the group's document, so locks, receipts and undo are what they always are.
 */
export function intakeRoutes({ access, files }: IntakeRouteParts): Router {
  const routes = Router()
  const perMinute = new RateLimiterMemory({ points: FILES_PER_MINUTE, duration: 60 })
  /** The upload that somebody has under way. */
  const busy = new Map<string, Response>()

  // Asked before the file is taken: who may not bring one, or brings one already, gets no memory for it.
  const allowed: RequestHandler = async (request, response, next) => {
    const actor = await whoAsks(access, request)
    if (!actor || !may(actor.role, 'file:read')) throw new Refusal('not-allowed', 'only for the people of the class')
    const person = actor.role === 'participant' ? actor.participantId : actor.role
    await perMinute.consume(person).catch(() => { throw new Refusal('too-fast', 'too many files a minute') })
    const before = busy.get(person)
    // One that a dead line holds up gives way to the next try; one that is being read does not.
    if (before && before.locals['isRead'] === true) throw new Refusal('too-fast', 'one file at a time')
    before?.destroy()
    busy.set(person, response)
    response.once('close', () => {
      if (busy.get(person) === response) busy.delete(person)
    })
    next()
  }
  routes.post('/api/intake/table', allowed, takeFile(intakeLimit.fileBytes), answer((request, response) => {
    response.locals['isRead'] = true
    return files.readTable(fileOf(request))
  }))
  return routes
}
