import type { IncomingMessage } from 'node:http'
import type { Addresses } from '../../domain/address/Addresses.ts'

export interface OwnHosts {
  /** P5.6: a page of another site that points its name at this laptop (DNS rebinding) is refused. */
  allowHost(request: IncomingMessage): boolean
  /** P3.6: only our own pages. Tools that send no Origin pass; they still need a token. */
  allowOrigin(request: IncomingMessage): boolean
}

function hostnameOf(host: string): string | undefined {
  const match = /^(\[[0-9a-f:]+\]|[^:[\]]+)(:\d{1,5})?$/i.exec(host)
  return match?.[1]?.toLowerCase()
}

/** @param names further host names, lower case, that the settings allow. */
export function createOwnHosts(addresses: Addresses, names: readonly string[]): OwnHosts {
  const isOurs = (hostname: string): boolean =>
    hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname) || addresses.isOwn(hostname) || names.includes(hostname)
  const allowHost = ({ headers }: IncomingMessage): boolean => {
    const hostname = headers.host === undefined ? undefined : hostnameOf(headers.host)
    return hostname !== undefined && isOurs(hostname)
  }
  return {
    allowHost,
    allowOrigin(request) {
      const { origin, host } = request.headers
      return origin === undefined || (host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`)
    },
  }
}
