import { Router } from 'express'
import { CheckReport } from '../../../shared/preflight/report.ts'
import { normaliseDigits } from '../../../shared/text/digits.ts'
import { plainAddress } from '../../domain/address/plainAddress.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Preflight } from '../../domain/preflight/Preflight.ts'
import { parse } from '../../domain/parse.ts'
import type { Guessing } from './guessing.ts'
import { answer } from './reply.ts'

export interface CheckRouteParts {
  readonly classes: Classes
  readonly guessing: Guessing
  readonly preflight: Preflight
  readonly clock: Clock
}

/** A phone that tries the way to this laptop says how it went; the console shows it. */
export function checkRoutes({ classes, guessing, preflight, clock }: CheckRouteParts): Router {
  const routes = Router()
  routes.post('/api/check/:code', answer(async (request) => {
    const classroom = await guessing.guess(request.socket.remoteAddress ?? 'unknown', async () => {
      const found = classes.findByCode(normaliseDigits(String(request.params['code'])))
      return found && { classId: found.id, value: found }
    })
    preflight.report(classroom.id, parse(CheckReport, request.body), plainAddress(request.socket.localAddress ?? ''))
    return { serverNow: clock.now() }
  }))
  return routes
}
