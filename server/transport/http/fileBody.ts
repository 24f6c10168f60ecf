import { raw, type Request, type RequestHandler } from 'express'
import { Refusal } from '../../../shared/protocol/reply.ts'

/** Takes a file as the body of the request, whatever its name is, up to `limit` bytes. */
export function takeFile(limit: number): RequestHandler {
  const take = raw({ type: 'application/octet-stream', limit })
  return (request, response, next) => take(request, response, (error?: unknown) => {
    const isTooLarge = error instanceof Error && 'status' in error && error.status === 413
    next(isTooLarge ? new Refusal('file-too-large', `a file may have ${limit} bytes`) : error)
  })
}

/** @throws Refusal 'file-empty' | 'bad-payload' */
export function fileOf(request: Request): Uint8Array {
  const body: unknown = request.body
  if (!(body instanceof Uint8Array)) throw new Refusal('bad-payload', 'the body is no file')
  if (body.length === 0) throw new Refusal('file-empty', 'the file has no length')
  return body
}
