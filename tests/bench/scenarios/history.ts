import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../harness/compare.ts'
import { figure, goal } from '../harness/figures.ts'
import { startServer, type ServerChoice } from '../harness/processes.ts'
import { inRounds, type Scenario } from '../harness/Scenario.ts'
import { withServer } from '../harness/withServer.ts'
import type { History } from '../load/contract.ts'
import type { Ready } from '../servers/contract.ts'

const EDITS = 50_000
const PER_SECOND = 2_500

interface Measured {
  readonly firstSyncMs: number
  /** From the start of the process. */
  readonly fromStartMs: number
  readonly runningBytes: number
  readonly stoppedBytes: number
  /** The document itself, as one update. */
  readonly documentBytes: number
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, entry) => bytes + statSync(join(entry.parentPath, entry.name)).size, 0)
}

function historyOf({ port, dialect, seats }: Ready, edits: number): History {
  const [seat] = seats
  if (!seat) throw new Error('no seat')
  return { port, dialect, seat, edits, perSecond: PER_SECOND }
}

function measure(choice: ServerChoice, edits: number): Promise<Measured> {
  return withServer(choice, { groups: 1, perGroup: 1, contentBytes: null, writesFast: true }, async ({ server, load, setup }) => {
    const { bytes: documentBytes } = await load.calls.write(historyOf(server.ready, edits))
    const runningBytes = bytesIn(setup.folder)
    await server.stop()
    const stoppedBytes = bytesIn(setup.folder)
    const startedAt = performance.now()
    const restarted = await startServer(choice, setup)
    const { ms } = await load.calls.read(historyOf(restarted.ready, edits))
    const fromStartMs = performance.now() - startedAt
    await restarted.stop()
    return { firstSyncMs: ms, fromStartMs, runningBytes, stoppedBytes, documentBytes }
  })
}

/** A document that has been worked on for a long time. */
export const historyScenario: Scenario = {
  name: 'history',
  async run(settings) {
    const servers = settings.servers.filter(({ keeps }) => keeps === 'disk')
    const edits = settings.isShort ? 5_000 : EDITS
    const measured = await inRounds({ ...settings, servers, rounds: 1 }, (choice) => measure(choice, edits))
    const sync = compare(measured, (one) => one.firstSyncMs)
    const start = compare(measured, (one) => one.fromStartMs)
    const running = compare(measured, (one) => one.runningBytes / 1_000)
    const stopped = compare(measured, (one) => one.stoppedBytes / 1_000)
    const document = compare(measured, (one) => one.documentBytes / 1_000)
    const [any] = servers
    return {
      title: `history: ${edits} edits in one document`,
      notes: `Typed by six writers at ${PER_SECOND} edits/s, with jumps and deletions; ${any ? figure(document.value(any)) : '–'} KB as one update.`,
      columns: ['server', 'first sync after a restart, ms', 'from the start of the process, ms', 'KB on disk, stopped', 'KB on disk, right after the last edit'],
      rows: servers.map((server) => [server.name, figure(sync.value(server)), figure(start.value(server)), figure(stopped.value(server)), figure(running.value(server))]),
      goals: [
        goal('first sync below every peer', sync.ketu < sync.bestPeer, `${figure(sync.ketu)} against ${figure(sync.bestPeer)} ms`),
        goal('bytes on disk below every peer', stopped.ketu < stopped.bestPeer, `${figure(stopped.ketu)} against ${figure(stopped.bestPeer)} KB`),
      ],
    }
  },
}
