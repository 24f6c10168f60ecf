import type { AddressView } from '../../../shared/protocol/views.ts'
import type { Clock } from '../clock.ts'
import { isLoopback, plainAddress } from './plainAddress.ts'
import { rank, type Interface } from './rank.ts'

/** How the domain learns of the computer's network; node's `os` outside tests. */
export interface Network {
  /** IPv4 addresses, without loopback. */
  interfaces(): readonly Interface[]
  /** Own address on the way to the default gateway. Sends nothing. */
  gatewayAddress(): Promise<string | null>
}

export interface Addresses {
  /** Reads the network again. Called at the start and every 10 s. */
  refresh(): Promise<void>
  /** A connection was made: `local` is our side of it. Only a first device from another computer counts. */
  arrived(local: string | undefined, remote: string | undefined): void
  isOwn(host: string): boolean
  /** Instant of the first arrival from outside, or null. */
  firstOutsideAt(): number | null
  view(chosen: string | null, joinPath: string): { readonly address: string; readonly joinUrl: string; readonly addresses: readonly AddressView[] }
  onChange(listener: () => void): void
}

/** @param port where the server listens; known only once it does. */
export function createAddresses({ network, clock, port }: { readonly network: Network; readonly clock: Clock; readonly port: () => number }): Addresses {
  let interfaces: readonly Interface[] = []
  let gatewayAddress: string | null = null
  let firstOutsideAt: number | null = null
  const arrivedBy = new Set<string>()
  const listeners: (() => void)[] = []
  const tell = (): void => listeners.forEach((listener) => listener())

  const isOwn = (host: string): boolean => interfaces.some((one) => one.address === host)
  const urlOf = (address: string, path: string): string => `http://${address}:${port()}${path}`

  return {
    async refresh() {
      const before = JSON.stringify([interfaces, gatewayAddress])
      interfaces = [...network.interfaces()]
      gatewayAddress = await network.gatewayAddress()
      if (JSON.stringify([interfaces, gatewayAddress]) !== before) tell()
    },
    arrived(local, remote) {
      if (local === undefined || remote === undefined) return
      const own = plainAddress(local)
      const other = plainAddress(remote)
      if (isLoopback(other) || isOwn(other) || arrivedBy.has(own)) return
      arrivedBy.add(own)
      firstOutsideAt ??= clock.now()
      tell()
    },
    isOwn,
    firstOutsideAt: () => firstOutsideAt,
    view(chosen, joinPath) {
      const ranked = rank(interfaces, gatewayAddress, arrivedBy)
      const address = (chosen !== null && isOwn(chosen) ? chosen : ranked[0]?.address) ?? 'localhost'
      return {
        address,
        joinUrl: urlOf(address, joinPath),
        addresses: ranked.map((one) => ({
          address: one.address, url: urlOf(one.address, joinPath), interfaceName: one.name, arrived: arrivedBy.has(one.address), chosen: one.address === address,
        })),
      }
    },
    onChange: (listener) => { listeners.push(listener) },
  }
}
