import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { SYNC_PATH } from '../../shared/protocol/sync.ts'
import type { Log } from '../domain/Log.ts'

type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export interface UpgradeParts {
  readonly sync: { handleUpgrade: UpgradeHandler }
  /** socket.io's engine. */
  readonly control: UpgradeHandler
  /** The `Host` is one of our own names or addresses. */
  readonly allowHost: (request: IncomingMessage) => boolean
  /** The `Origin` is one of our own pages, or missing on an authenticated tool. */
  readonly allowOrigin: (request: IncomingMessage) => boolean
  readonly log: Log
}

const refusals = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
} as const

/** The one place that decides who gets a WebSocket. Decides at once; who the peer is, is asked after the handshake. */
export function createUpgradeRouter({ sync, control, allowHost, allowOrigin, log }: UpgradeParts) {
  const refuse = (socket: Duplex, status: keyof typeof refusals, why: string): void => {
    log.info('upgrade.refused', { status, why })
    socket.end(`HTTP/1.1 ${status} ${refusals[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
  }
  const onSocketError = (error: Error): void => log.debug('upgrade.socket-error', { error: error.message })
  const route: UpgradeHandler = (request, socket, head) => {
    // Before anything else: an error on a socket that nobody listens to ends the process (P2.1).
    socket.on('error', onSocketError)
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (!allowHost(request)) return refuse(socket, 403, 'host')
    if (!allowOrigin(request)) return refuse(socket, 403, 'origin')
    if (path.startsWith(SYNC_PATH)) {
      sync.handleUpgrade(request, socket, head)
      // The WebSocket listens by now, for as long as the socket lives.
      return void socket.off('error', onSocketError)
    }
    if (path === '/socket.io' || path.startsWith('/socket.io/')) return control(request, socket, head)
    refuse(socket, 404, 'path')
  }
  return {
    handleUpgrade: route,
    /** Takes over the server's upgrades; returns the function that gives them back. */
    attach(server: Server): () => void {
      const onClientError = (error: Error, socket: Duplex): void => {
        log.debug('http.client-error', { error: error.message })
        // A browser opens connections ahead of need. One that has asked nothing must get no answer, or the browser takes it for that of its next question.
        if (!socket.writable || ('code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT')) return void socket.destroy()
        socket.on('error', () => socket.destroy())
        refuse(socket, 400, 'malformed')
      }
      server.on('upgrade', route)
      server.on('clientError', onClientError)
      return () => {
        server.off('upgrade', route)
        server.off('clientError', onClientError)
      }
    },
  }
}
