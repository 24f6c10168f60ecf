import { median } from './figures.ts'
import type { ServerChoice } from './processes.ts'
import { ketu, relay } from './servers.ts'

/** One figure of every server over the rounds. */
export interface Compared {
  /** Median of the rounds. */
  readonly value: (server: ServerChoice) => number
  /** Median of the ratios to the relay in the same round; NaN without a relay. */
  readonly toRelay: (server: ServerChoice) => number
  readonly ketu: number
  readonly ketuToRelay: number
  /** The least among the peers, the relay not counted. */
  readonly bestPeer: number
}

export function compare<T>(measured: ReadonlyMap<ServerChoice, readonly T[]>, of: (one: T) => number): Compared {
  const rounds = (server: ServerChoice): readonly number[] => (measured.get(server) ?? []).map(of)
  const value = (server: ServerChoice): number => median(rounds(server))
  const base = rounds(relay)
  const toRelay = (server: ServerChoice): number => median(rounds(server).map((one, round) => one / (base[round] ?? NaN)))
  const peers = [...measured.keys()].filter((server) => server !== relay && server !== ketu)
  return { value, toRelay, ketu: value(ketu), ketuToRelay: toRelay(ketu), bestPeer: Math.min(...peers.map(value).filter((one) => !Number.isNaN(one))) }
}
