/** Why a command, a request or a socket was refused. Everything else that goes wrong is our fault and is logged. */
export const refusalReasons = [
  'bad-payload', 'not-allowed', 'not-found', 'wrong-state', 'locked', 'conflict', 'stale', 'too-many', 'wrong-code',
  'door-closed', 'class-ended', 'name-taken', 'name-invalid', 'group-full', 'too-large', 'too-fast', 'bad-template', 'disk-full', 'internal',
  // Of a file that was brought: what it is, and what is wrong with it.
  'file-kind', 'file-old-excel', 'file-encrypted', 'file-damaged', 'file-too-large', 'file-empty', 'archive-foreign', 'archive-newer',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export class Refusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, message: string) {
    super(message)
    this.name = 'Refusal'
    this.reason = reason
  }
}

/** `message` is English and for logs and developers; faces translate `reason`. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: RefusalReason; readonly message: string }

export const httpStatusOf: Readonly<Record<RefusalReason, number>> = {
  'bad-payload': 400, 'not-allowed': 403, 'not-found': 404, 'wrong-state': 409, locked: 409, conflict: 409, stale: 409, 'too-many': 409,
  'wrong-code': 404, 'door-closed': 403, 'class-ended': 410, 'name-taken': 409, 'name-invalid': 400, 'group-full': 409,
  'too-large': 413, 'too-fast': 429, 'bad-template': 400, 'disk-full': 507, internal: 500,
  'file-kind': 415, 'file-old-excel': 415, 'file-encrypted': 415, 'file-damaged': 422, 'file-too-large': 413, 'file-empty': 422, 'archive-foreign': 415, 'archive-newer': 422,
}
