import { Router, type RequestHandler } from 'express'
import { may } from '../../../shared/access/policy.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { Archives } from '../../domain/archive/Archives.ts'
import { archiveLimit } from '../../domain/archive/ClassArchive.ts'
import { fileOf, takeFile } from './fileBody.ts'
import { answer } from './reply.ts'
import { whoAsks } from './whoAsks.ts'

export interface ArchiveRouteParts {
  readonly access: Access
  readonly archives: Archives
}

/** The trainer opens a class that was kept as a file. */
export function archiveRoutes({ access, archives }: ArchiveRouteParts): Router {
  const routes = Router()
  // Asked before the file is taken.
  const trainerOnly: RequestHandler = async (request, _response, next) => {
    const actor = await whoAsks(access, request)
    if (!actor || !may(actor.role, 'class:manage')) throw new Refusal('not-allowed', 'only for the trainer')
    next()
  }
  routes.post('/api/archives', trainerOnly, takeFile(archiveLimit.fileBytes), answer(async (request) => {
    const classroom = await archives.open(fileOf(request))
    return { classId: classroom.id, code: classroom.state().code }
  }))
  return routes
}
