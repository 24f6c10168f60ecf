import type { Table } from './figures.ts'
import type { ServerChoice } from './processes.ts'

export interface Settings {
  readonly servers: readonly ServerChoice[]
  readonly rounds: number
  /** Less of everything: to try the benchmark, not to quote it. */
  readonly isShort: boolean
  /** Where CPU profiles of ketu go; null: none are made. */
  readonly profiles: string | null
  /** Which classes have one; a class has ten groups here. */
  readonly projectors: 'none' | 'one' | 'all'
  say(line: string): void
}
export interface Scenario {
  readonly name: string
  run(settings: Settings): Promise<Table>
}

/** One measurement per server and round. The servers alternate, so that what changes on the machine meets them all. */
export async function inRounds<T>({ servers, rounds, say }: Settings, measure: (server: ServerChoice) => Promise<T>): Promise<ReadonlyMap<ServerChoice, readonly T[]>> {
  const measured = new Map<ServerChoice, T[]>(servers.map((server) => [server, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const server of servers) {
      measured.get(server)?.push(await measure(server))
      say(`round ${round} of ${rounds}, ${server.name}`)
    }
  }
  return measured
}
