import { setTimeout as wait } from 'node:timers/promises'
import { compare } from '../harness/compare.ts'
import { figure, goal } from '../harness/figures.ts'
import { startServer, type ServerChoice } from '../harness/processes.ts'
import { inRounds, type Scenario } from '../harness/Scenario.ts'
import { withServer } from '../harness/withServer.ts'
import type { Census } from '../load/contract.ts'
import { GROUPS, PER_GROUP } from './typing.ts'

const EDITS_PER_SECOND = 2

function killed(choice: ServerChoice, typingMs: number): Promise<Census> {
  return withServer(choice, { groups: GROUPS, perGroup: PER_GROUP, contentBytes: null }, async ({ server, load, setup }) => {
    const { port, dialect, seats } = server.ready
    await load.calls.join({ port, dialect, seats, perGroup: PER_GROUP, hasContent: false, atOnce: 20 })
    await load.calls.start({ editsPerSecond: EDITS_PER_SECOND, presence: true, latencyFrom: 'sent' })
    await wait(typingMs)
    await server.kill()
    const restarted = await startServer(choice, setup)
    try {
      return await load.calls.census(restarted.ready)
    } finally {
      await restarted.stop()
    }
  })
}

/** The process is gone in the middle of a word, and no tablet that was there comes back. */
export const killScenario: Scenario = {
  name: 'kill',
  async run(settings) {
    const servers = settings.servers.filter(({ keeps }) => keeps === 'disk')
    const typingMs = settings.isShort ? 4_000 : 9_000
    // Never at the same distance from a server's regular saving.
    const measured = await inRounds({ ...settings, servers }, (choice) => killed(choice, typingMs + Math.random() * 2_000))
    const seen = compare(measured, (one) => one.seen)
    const lost = compare(measured, (one) => one.lost)
    const broken = compare(measured, (one) => one.brokenPromises)
    const oldest = compare(measured, (one) => one.oldestMs / 1_000)
    const most = (of: (one: Census) => number, choice: ServerChoice): number => Math.max(...(measured.get(choice) ?? []).map(of))
    const ketu = servers.find(({ program }) => program === 'ketu')
    const ketuLost = ketu ? most((one) => one.lost + one.brokenPromises, ketu) : NaN
    return {
      title: 'kill -9 while 300 tablets type 2 edits/s, then fresh clients only',
      columns: ['server', 'edits that a peer had seen', 'of these missing', 'most in a run', 'oldest missing, s', 'told "saved" and missing'],
      rows: servers.map((server) => [
        server.name, figure(seen.value(server)), figure(lost.value(server)), figure(most((one) => one.lost, server)), figure(oldest.value(server)),
        server === ketu ? figure(broken.value(server)) : '–',
      ]),
      goals: [goal('nothing that a peer had seen, or that was called saved, is missing', ketu ? ketuLost === 0 : null, figure(ketuLost))],
    }
  },
}
