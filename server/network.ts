import { createSocket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import type { Network } from './domain/address/Addresses.ts'

/** A documentation address (RFC 5737): routed by the default gateway, and nothing is ever sent to it. */
const SOMEWHERE = '192.0.2.1'
const ANSWER_MS = 500

/**
 * "Connecting" a UDP socket sends nothing: the system only chooses the route, and with it our address on the way to the
 * default gateway. Works alike on all systems, without asking a command.
 */
function gatewayAddress(): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const finish = (address: string | null): void => {
      clearTimeout(timer)
      socket.close()
      resolve(address)
    }
    const timer = setTimeout(() => finish(null), ANSWER_MS)
    socket.once('error', () => finish(null))
    socket.connect(53, SOMEWHERE, () => finish(socket.address().address))
  })
}

export const systemNetwork: Network = {
  interfaces: () => Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => ({ name, address }))),
  gatewayAddress,
}
