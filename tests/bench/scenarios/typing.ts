import { setTimeout as wait } from 'node:timers/promises'
import { compare } from '../harness/compare.ts'
import { figure, goal, median, ratio } from '../harness/figures.ts'
import type { ServerChoice } from '../harness/processes.ts'
import { inRounds, type Scenario, type Settings } from '../harness/Scenario.ts'
import { ketu, relay } from '../harness/servers.ts'
import { withServer } from '../harness/withServer.ts'
import type { Report } from '../load/contract.ts'

/** Four a second, and one that falls on the edge of the measured time. */
const MOST_PICTURES = 4.1
export const GROUPS = 50
export const PER_GROUP = 6

export interface Window {
  readonly report: Report
  /** The server's, in the same time. */
  readonly serverCpuMs: number
  /** Edits times peers that had not arrived 5 s after the last one was sent. */
  readonly missing: number
}
export interface WindowShape {
  readonly groups: number
  readonly editsPerSecond: number
  readonly projectors: Settings['projectors']
  readonly latencyFrom: 'sent' | 'due'
  readonly warmUpMs: number
  readonly measureMs: number
}

/** One server, one crowd that types: what it cost and how long edits were under way. */
export function typingWindow(choice: ServerChoice, shape: WindowShape, profiles: string | null): Promise<Window> {
  const profile = choice === ketu ? profiles : null
  return withServer(choice, { groups: shape.groups, perGroup: PER_GROUP, contentBytes: 0 }, async ({ server, load }) => {
    const { port, dialect, seats, projectors } = server.ready
    const joined = await load.calls.join({ port, dialect, seats, perGroup: PER_GROUP, hasContent: true, atOnce: 20 })
    if (joined.failed > 0) throw new Error(`${choice.name}: ${joined.failed} tablets could not join`)
    const [seat] = seats
    // The first class's comes first, and the first seat is in that class.
    const tokens = shape.projectors === 'none' ? [] : shape.projectors === 'one' ? projectors.slice(0, 1) : projectors
    if (seat && tokens.length > 0) await load.calls.watch({ port, seat, tokens })
    await load.calls.start({ editsPerSecond: shape.editsPerSecond, presence: true, latencyFrom: shape.latencyFrom })
    await wait(shape.warmUpMs)
    if (profile) await server.calls.profile(null)
    const [before] = await Promise.all([server.calls.usage(null), load.calls.mark(null)])
    await wait(shape.measureMs)
    const [after, report] = await Promise.all([server.calls.usage(null), load.calls.report(null)])
    if (profile) await server.calls.profiled(profile)
    const { missing } = await load.calls.finish(null)
    return { report, serverCpuMs: after.cpuMs - before.cpuMs, missing }
  })
}

const windowOf = (settings: Settings, editsPerSecond: number): WindowShape => ({
  groups: GROUPS, editsPerSecond, latencyFrom: 'sent', projectors: settings.projectors,
  // A class goes on for hours: what the compiler does in a server's first seconds is not what it costs.
  warmUpMs: settings.isShort ? 3_000 : 15_000, measureMs: settings.isShort ? 3_000 : 8_000,
})

const cpuOf = ({ serverCpuMs, report }: Window): number => (serverCpuMs / report.deliveries) * 1_000
/** The same crowd with a projector in each of its classes, against the relay's median. */
function rowOfAllWatched(windows: readonly Window[], relays: readonly Window[]): readonly string[] {
  const of = (value: (one: Window) => number): number => median(windows.map(value))
  return [
    'ketu, all five classes watched', figure(of(cpuOf)), ratio(of(cpuOf) / median(relays.map(cpuOf))), figure(of(({ report }) => report.p50)), figure(of(({ report }) => report.p99)),
    figure(of(({ report }) => (report.frames / report.deliveries) * 1_000)), figure(of((one) => one.missing)),
    figure(of(({ report }) => report.projector?.p99 ?? NaN)), figure(of(({ report }) => report.projector?.messagesPerSecond ?? NaN)), figure(of(({ report }) => report.cpuMs / report.ms)),
  ]
}

/** The class at work, one projector with it. */
export const classScenario: Scenario = {
  name: 'class',
  async run(settings) {
    const shape = windowOf(settings, 2)
    const measured = await inRounds(settings, (server) => typingWindow(server, shape, settings.profiles))
    const watchesMore = settings.projectors === 'one' && settings.servers.includes(ketu)
    const allWatched = await inRounds({ ...settings, servers: watchesMore ? [ketu] : [] }, (server) => typingWindow(server, { ...shape, projectors: 'all' }, null))
    const cpu = compare(measured, cpuOf)
    const p50 = compare(measured, ({ report }) => report.p50)
    const p99 = compare(measured, ({ report }) => report.p99)
    const missing = compare(measured, (one) => one.missing)
    const frames = compare(measured, ({ report }) => (report.frames / report.deliveries) * 1_000)
    const generator = compare(measured, ({ report }) => report.cpuMs / report.ms)
    const projector = compare(measured, ({ report }) => report.projector?.p99 ?? NaN)
    const pictures = compare(measured, ({ report }) => report.projector?.messagesPerSecond ?? NaN)
    return {
      title: 'class: 50 groups × 6 tablets, 2 edits/s each, presence, a projector',
      columns: ['server', 'CPU ms per 1000 deliveries', 'to relay', 'edit → peer p50 ms', 'p99 ms', 'frames per 1000 deliveries', 'missing', 'edit → projector p99 ms', 'messages/s to a projector', 'generator, cores'],
      rows: [
        ...settings.servers.map((server) => [
          server.name, figure(cpu.value(server)), ratio(cpu.toRelay(server)), figure(p50.value(server)), figure(p99.value(server)), figure(frames.value(server)),
          figure(missing.value(server)), figure(projector.value(server)), figure(pictures.value(server)), figure(generator.value(server)),
        ]),
        ...(watchesMore ? [rowOfAllWatched(allWatched.get(ketu) ?? [], (measured.get(relay) ?? []))] : []),
      ],
      goals: [
        goal('CPU ≤ 1.3× the relay', cpu.ketuToRelay <= 1.3, ratio(cpu.ketuToRelay)),
        goal("p50 no worse than the best peer's", p50.ketu <= p50.bestPeer, `${figure(p50.ketu)} against ${figure(p50.bestPeer)} ms`),
        goal("p99 no worse than the best peer's", p99.ketu <= p99.bestPeer, `${figure(p99.ketu)} against ${figure(p99.bestPeer)} ms`),
        goal('edit → projector p99 ≤ 300 ms', settings.projectors === 'none' ? null : projector.ketu <= 300, figure(projector.ketu, ' ms')),
        goal('projector messages ≤ 4/s', settings.projectors === 'none' ? null : pictures.ketu <= MOST_PICTURES, figure(pictures.ketu, '/s')),
      ],
    }
  },
}

export const typingScenario: Scenario = {
  name: 'typing',
  async run(settings) {
    const measured = await inRounds(settings, (server) => typingWindow(server, windowOf(settings, 8), settings.profiles))
    const cpu = compare(measured, ({ serverCpuMs, report }) => (serverCpuMs / report.edits) * 1_000)
    const p50 = compare(measured, ({ report }) => report.p50)
    const p99 = compare(measured, ({ report }) => report.p99)
    const frames = compare(measured, ({ report }) => (report.frames / report.edits) * 1_000)
    const missing = compare(measured, (one) => one.missing)
    const projector = compare(measured, ({ report }) => report.projector?.p99 ?? NaN)
    return {
      title: 'typing: the same class, 8 edits/s each',
      columns: ['server', 'CPU ms per 1000 edits', 'to relay', 'frames per 1000 edits', 'edit → peer p50 ms', 'p99 ms', 'missing', 'edit → projector p99 ms'],
      rows: settings.servers.map((server) => [
        server.name, figure(cpu.value(server)), ratio(cpu.toRelay(server)), figure(frames.value(server)), figure(p50.value(server)), figure(p99.value(server)), figure(missing.value(server)),
        figure(projector.value(server)),
      ]),
      goals: [goal("CPU below the relay's", cpu.ketuToRelay < 1, ratio(cpu.ketuToRelay))],
    }
  },
}
