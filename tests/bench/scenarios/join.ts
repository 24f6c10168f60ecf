import { compare } from '../harness/compare.ts'
import { figure, goal, ratio } from '../harness/figures.ts'
import { startServer } from '../harness/processes.ts'
import { inRounds, type Scenario } from '../harness/Scenario.ts'
import { relay } from '../harness/servers.ts'
import { withServer } from '../harness/withServer.ts'
import type { Crowd } from '../load/contract.ts'
import type { Ready } from '../servers/contract.ts'
import { GROUPS, PER_GROUP } from './typing.ts'

const CONTENT_BYTES = 30_000

const hall = ({ port, dialect, seats }: Ready): Crowd => ({ port, dialect, seats, perGroup: PER_GROUP, hasContent: true, atOnce: seats.length })

/** Everybody comes at once: in the morning, and when the laptop was started again in the middle of the class. */
export const joinScenario: Scenario = {
  name: 'join',
  async run(settings) {
    let documentBytes = 0
    const measured = await inRounds({ ...settings, rounds: settings.isShort ? 1 : Math.max(5, settings.rounds) }, (choice) =>
      withServer(choice, { groups: GROUPS, perGroup: PER_GROUP, contentBytes: CONTENT_BYTES }, async ({ server, load, setup }) => {
        // The first crowd warms the server and the generator; the second one is measured.
        await load.calls.join(hall(server.ready))
        await load.calls.leave(null)
        const warm = await load.calls.join(hall(server.ready))
        await load.calls.leave(null)
        documentBytes = warm.documentBytes
        if (choice.keeps === 'memory') return { warm, again: null }
        await server.stop()
        const restarted = await startServer(choice, setup)
        try {
          return { warm, again: await load.calls.join(hall(restarted.ready)) }
        } finally {
          await load.calls.leave(null)
          await restarted.stop()
        }
      }))
    const warm = compare(measured, (one) => one.warm.p99)
    const warmMedian = compare(measured, (one) => one.warm.p50)
    const again = compare(measured, (one) => one.again?.p99 ?? NaN)
    const failed = compare(measured, (one) => one.warm.failed + (one.again?.failed ?? 0))
    return {
      title: `join: 300 tablets at once, documents of ${(documentBytes / 1_000).toFixed(0)} KB`,
      notes: 'From the first packet of the connection to the last of the document. A server in memory has nothing after a restart.',
      columns: ['server', 'warm p50 ms', 'warm p99 ms', 'to relay', 'after a restart p99 ms', 'to relay', 'failed'],
      rows: settings.servers.map((server) => [
        server.name, figure(warmMedian.value(server)), figure(warm.value(server)), ratio(warm.toRelay(server)), figure(again.value(server)), ratio(again.toRelay(server)), figure(failed.value(server)),
      ]),
      goals: [
        goal('warm ≤ 1.5× the relay', settings.servers.includes(relay) ? warm.ketuToRelay <= 1.5 : null, ratio(warm.ketuToRelay)),
        goal('after a restart ≤ 1.5× the relay', settings.servers.includes(relay) ? again.ketuToRelay <= 1.5 : null, ratio(again.ketuToRelay)),
      ],
    }
  },
}
