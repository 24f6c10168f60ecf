import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { Random } from './random.ts'

/** Shares of the messages, 0..1, that are lost, that come twice, and that come only after the next one. */
export interface Faults {
  readonly lost: number
  readonly repeated: number
  readonly late: number
}
export const faultless: Faults = { lost: 0, repeated: 0, late: 0 }

/** One direction of one line: decides for each message what becomes of it. */
function createPassage(faults: () => Faults, random: Random, send: (message: Buffer) => void) {
  const happens = (share: number): boolean => random.below(10_000) < share * 10_000
  let late: Buffer | null = null
  return {
    pass(message: Buffer) {
      const { lost, repeated, late: isLate } = faults()
      if (happens(lost)) return
      if (late === null && happens(isLate)) return void (late = message)
      send(message)
      if (happens(repeated)) send(message)
      if (late !== null) send(late)
      late = null
    },
  }
}

/**
 * A relay of WebSocket messages that loses, repeats and reorders them, by chance from a seed, in each direction as `up`
 * (to the server) and `down` say at the moment. TCP does none of this; programs on the way, and bugs on either end, do.
 */
export async function openFaultyLine(serverUrl: string, random: Random) {
  const rates = { up: faultless, down: faultless }
  const sockets = new Set<WebSocket>()
  const relay = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((resolve) => relay.once('listening', resolve))
  const end = (socket: WebSocket, code: number): void => (code >= 4_000 ? socket.close(code) : socket.terminate())

  relay.on('connection', (client, request) => {
    const server = new WebSocket(serverUrl + (request.url ?? ''))
    const early: Buffer[] = []
    const [up, down] = [
      createPassage(() => rates.up, random, (message) => server.send(message)),
      createPassage(() => rates.down, random, (message) => client.send(message)),
    ]
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', (code) => {
        sockets.delete(socket)
        end(socket === client ? server : client, code)
      })
    }
    client.on('message', (message: Buffer) => (server.readyState === WebSocket.OPEN ? up.pass(message) : early.push(message)))
    server.on('open', () => early.splice(0).forEach(up.pass))
    server.on('message', (message: Buffer) => down.pass(message))
  })
  return {
    /** `ws://127.0.0.1:PORT` */
    url: `ws://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    rates,
    close() {
      for (const socket of sockets) socket.terminate()
      return new Promise((resolve) => relay.close(resolve))
    },
  }
}
