import { setTimeout as wait } from 'node:timers/promises'
import { figure, goal } from '../harness/figures.ts'
import { compare } from '../harness/compare.ts'
import type { ServerChoice } from '../harness/processes.ts'
import { inRounds, type Scenario } from '../harness/Scenario.ts'
import { withServer } from '../harness/withServer.ts'
import { GROUPS, PER_GROUP } from './typing.ts'

const CONTENT_BYTES = 30_000
/** Idle is idle: servers that write later, or put away what nobody works in, have done it by then. */
const IDLE_MS = 33_000
/** Documents are idle already when the others come; their sockets need a moment. */
const SETTLE_MS = 6_000

interface Measured {
  readonly perConnection: number
  readonly perDocument: number
  readonly rss: number
}

/** @returns memory with one connection to each document, and with all of them */
function memoryOf(choice: ServerChoice, groups: number): Promise<{ readonly one: number; readonly all: number; readonly rss: number }> {
  return withServer(choice, { groups, perGroup: PER_GROUP, contentBytes: CONTENT_BYTES }, async ({ server, load }) => {
    const { port, dialect, seats } = server.ready
    const crowd = { port, dialect, perGroup: PER_GROUP, hasContent: true, atOnce: 20 }
    const first = new Map(seats.map((seat) => [seat.document, seat]))
    await load.calls.join({ ...crowd, seats: [...first.values()] })
    await wait(IDLE_MS)
    const one = await server.calls.memory(null)
    await load.calls.join({ ...crowd, seats: seats.filter((seat) => first.get(seat.document) !== seat) })
    await wait(SETTLE_MS)
    const all = await server.calls.memory(null)
    return { one: one.bytes, all: all.bytes, rss: all.rss }
  })
}

async function measure(choice: ServerChoice): Promise<Measured> {
  // What the program, its caches and a first class take in any case is in the small one too.
  const small = await memoryOf(choice, 10)
  const large = await memoryOf(choice, GROUPS)
  const perConnection = (large.all - large.one) / (GROUPS * (PER_GROUP - 1))
  return { perConnection, perDocument: (large.one - small.one) / (GROUPS - 10) - perConnection, rss: large.rss }
}

export const memoryScenario: Scenario = {
  name: 'memory',
  async run(settings) {
    const measured = await inRounds({ ...settings, rounds: settings.isShort ? 1 : Math.min(2, settings.rounds) }, measure)
    const connection = compare(measured, (one) => one.perConnection / 1_000)
    const document = compare(measured, (one) => one.perDocument / 1_000)
    const rss = compare(measured, (one) => one.rss / 1_000_000)
    return {
      title: 'memory: 300 idle connections in 50 documents of 30 KB',
      notes: 'Heap and what it holds outside, after garbage collection; what the system keeps for a socket is not in it. The relay keeps no documents.',
      columns: ['server', 'KB per connection', 'KB per document', 'resident, MB'],
      rows: settings.servers.map((server) => [server.name, figure(connection.value(server)), figure(document.value(server)), figure(rss.value(server))]),
      goals: [
        goal('per connection below every peer', connection.ketu < connection.bestPeer, `${figure(connection.ketu)} against ${figure(connection.bestPeer)} KB`),
        goal('per document below every peer', document.ketu < document.bestPeer, `${figure(document.ketu)} against ${figure(document.bestPeer)} KB`),
      ],
    }
  },
}
