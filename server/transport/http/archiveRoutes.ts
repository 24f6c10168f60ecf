import { Router } from 'express'
import type { Archives } from '../../domain/archive/Archives.ts'
import { archiveLimit } from '../../domain/archive/ClassArchive.ts'
import { fileOf, takeFile } from './fileBody.ts'
import { answer } from './reply.ts'
import type { TrainerGuard } from './trainerGuard.ts'

export interface ArchiveRouteParts {
  readonly archives: Archives
}

/** The trainer opens a class that was kept as a file. */
export function archiveRoutes({ archives }: ArchiveRouteParts, { trainerOnly }: TrainerGuard): Router {
  const routes = Router()
  // Asked before the file is taken.
  routes.post('/api/archives', trainerOnly, takeFile(archiveLimit.fileBytes), answer(async (request) => {
    const classroom = await archives.open(fileOf(request))
    return { classId: classroom.id, code: classroom.state().code }
  }))
  return routes
}
