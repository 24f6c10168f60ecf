import { mkdirSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { serveCalls } from '../harness/calls.ts'

/** How a server's sockets are spoken to. */
export type Dialect = 'plain' | 'hocuspocus'

export interface ServerSetup {
  readonly groups: number
  readonly perGroup: number
  /** A folder of this server's own; what an earlier run left there is loaded. */
  readonly folder: string
  /** What every document starts with beside the server's own seed; null: nothing. */
  readonly content: Uint8Array | null
  /** One connection writes faster than a person may. */
  readonly writesFast?: boolean
}
/** One tablet's place. */
export interface Seat {
  readonly group: number
  readonly document: string
  /** With the query, below the server's address. */
  readonly path: string
  readonly participantId: string
}
export interface Ready {
  readonly port: number
  readonly dialect: Dialect
  readonly seats: readonly Seat[]
  /** Tokens of projectors, one for each class; none on servers without that. */
  readonly projectors: readonly string[]
}
export interface Usage {
  /** User and system time of all threads since the start, ms. */
  readonly cpuMs: number
  readonly rss: number
}
export interface ServerCalls {
  ready(setup: ServerSetup): Promise<Ready>
  usage(input: null): Promise<Usage>
  /** Bytes of heap, external memory and array buffers after garbage collection. */
  memory(input: null): Promise<{ readonly bytes: number; readonly rss: number }>
  /** Begins a CPU profile. */
  profile(input: null): Promise<null>
  /** Ends it and writes it to the folder. */
  profiled(folder: string): Promise<null>
  /** The orderly end; resolves when everything is closed. */
  stop(input: null): Promise<null>
}

interface Served {
  readonly ready: Ready
  close(): Promise<void>
}

/** The names of documents and people for servers that do not make their own. */
export function seatsOf({ groups, perGroup }: ServerSetup, pathOf: (document: string) => string): Seat[] {
  return Array.from({ length: groups * perGroup }, (_, index) => {
    const group = Math.floor(index / perGroup)
    return { group, document: `group-${group}`, path: pathOf(`group-${group}`), participantId: `participant-${String(index).padStart(8, '0')}` }
  })
}

function collected(): { readonly bytes: number; readonly rss: number } {
  // Twice: what finalizers let go of in the first pass is freed in the second.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { bytes: heapUsed + external, rss }
}

/** Runs one server of the benchmark in this process, as its parent asks. */
export function serveServer(start: (setup: ServerSetup) => Promise<Served>): void {
  let served: Served | undefined
  const inspector = new Session()
  const calls: ServerCalls = {
    async ready(setup) {
      served = await start(setup)
      return served.ready
    },
    async usage() {
      const { user, system } = process.cpuUsage()
      return { cpuMs: (user + system) / 1_000, rss: process.memoryUsage.rss() }
    },
    memory: async () => collected(),
    async profile() {
      inspector.connect()
      await inspector.post('Profiler.enable')
      await inspector.post('Profiler.start')
      return null
    },
    async profiled(folder) {
      const { profile } = await inspector.post('Profiler.stop')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${new Date().toISOString().replaceAll(':', '-')}.cpuprofile`), JSON.stringify(profile))
      inspector.disconnect()
      return null
    },
    async stop() {
      await served?.close()
      // With time for the answer.
      setTimeout(() => process.exit(0), 50)
      return null
    },
  }
  serveCalls({ ...calls })
}
