import type { IncomingMessage } from 'node:http'

/** Cookies don't know ports: with the port in its name, two servers on one laptop don't log each other out. */
function cookieName(host: string | undefined): string {
  const port = /:(\d{1,5})$/.exec(host ?? '')?.[1] ?? '80'
  return `ketu_trainer_${port}`
}

export function trainerToken(request: IncomingMessage): string | undefined {
  const name = cookieName(request.headers.host)
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** Not `Secure`: in the room there is only plain HTTP. */
export const trainerCookie = (host: string | undefined, token: string, maxAgeMs: number): string =>
  `${cookieName(host)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.floor(maxAgeMs / 1_000)}`
