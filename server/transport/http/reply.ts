import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { httpStatusOf, Refusal, type RefusalReason } from '../../../shared/protocol/reply.ts'
import type { Log } from '../../domain/Log.ts'

/** A route as we write them: it returns what it has to say; refusals are thrown. */
export const answer = (run: (request: Request, response: Response) => Promise<unknown>): RequestHandler => async (request, response) => {
  const value = await run(request, response)
  response.json({ ok: true, value })
}

/** What express and its body parser throw, in our words. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return new Refusal('too-large', 'the request is too large')
  if (status === 404) return new Refusal('not-found', 'no such page')
  return typeof status === 'number' && status >= 400 && status < 500 ? new Refusal('bad-payload', 'the request could not be read') : undefined
}

export function refuse(response: Response, reason: RefusalReason, message: string): void {
  response.status(httpStatusOf[reason]).json({ ok: false, reason, message })
}

/** The one error handler: refusals are answered, everything else is our fault and logged. */
export const errorHandler = (log: Log): ErrorRequestHandler => (error: unknown, request, response, next) => {
  const refusal = refusalOf(error)
  if (!refusal) log.error('http.failed', { method: request.method, path: request.path, error })
  if (response.headersSent) return next(error)
  if (refusal) refuse(response, refusal.reason, refusal.message)
  else refuse(response, 'internal', 'Something went wrong on our side.')
}
