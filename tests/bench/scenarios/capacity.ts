import { compare } from '../harness/compare.ts'
import { figure, goal } from '../harness/figures.ts'
import type { ServerChoice } from '../harness/processes.ts'
import { inRounds, type Scenario, type Settings } from '../harness/Scenario.ts'
import { PER_GROUP, typingWindow, type Window } from './typing.ts'

const EDITS_PER_SECOND = 2
const FIRST = 900
const STEP = 300
const MOST = 7_200
const TOO_SLOW_MS = 100
/** Edits that the generator could not send in time are edits that nobody saw. */
const ENOUGH = 0.97

interface Held {
  readonly tablets: number
  /** Of the largest crowd that was held. */
  readonly p99: number
  readonly generatorCores: number
  readonly serverCores: number
  /** Why the next larger one was not. */
  readonly failed: string
}

function verdict({ report, missing }: Window, tablets: number): string | null {
  if (report.closed > 0) return `${report.closed} connections closed`
  if (missing > 0) return `${missing} missing`
  const wanted = tablets * EDITS_PER_SECOND * (report.ms / 1_000)
  if (report.edits < ENOUGH * wanted) return 'the generator was late'
  return report.p99 > TOO_SLOW_MS ? `p99 ${figure(report.p99)} ms` : null
}

async function hold(choice: ServerChoice, settings: Settings): Promise<Held> {
  let best: Omit<Held, 'failed'> = { tablets: 0, p99: NaN, generatorCores: NaN, serverCores: NaN }
  let failed = ''
  /** Whether so many were held; a second try, because one hiccup of the machine is not the server's limit. */
  const tries = async (tablets: number): Promise<boolean> => (await once(tablets)) || once(tablets)
  async function once(tablets: number): Promise<boolean> {
    let why: string | null
    try {
      const window = await typingWindow(choice, {
        groups: tablets / PER_GROUP, editsPerSecond: EDITS_PER_SECOND, latencyFrom: 'due', projectors: settings.projectors === 'none' ? 'none' : 'one',
        warmUpMs: settings.isShort ? 1_500 : 8_000, measureMs: settings.isShort ? 3_000 : 5_000,
      }, null)
      why = verdict(window, tablets)
      if (why === null) {
        const { report, serverCpuMs } = window
        best = { tablets, p99: report.p99, generatorCores: report.cpuMs / report.ms, serverCores: serverCpuMs / report.ms }
      }
    } catch (error) {
      why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    }
    if (why !== null) failed = `${tablets}: ${why}`
    settings.say(`${choice.name}, ${tablets}: ${why ?? `held, p99 ${figure(best.p99)} ms`}`)
    return why === null
  }
  let held = 0
  let wanted = FIRST
  while (wanted <= MOST && (await tries(wanted))) {
    held = wanted
    wanted *= 2
  }
  let tooMany = wanted
  // A fifth more or less is enough to say who holds more.
  while (tooMany - held > Math.max(STEP, held / 5)) {
    const middle = Math.round((held + tooMany) / 2 / STEP) * STEP
    if (middle === held || middle === tooMany) break
    if (await tries(middle)) held = middle
    else tooMany = middle
  }
  return { ...best, failed }
}

export const capacityScenario: Scenario = {
  name: 'capacity',
  async run(settings) {
    const measured = await inRounds({ ...settings, rounds: 1 }, (choice) => hold(choice, settings))
    const tablets = compare(measured, (one) => one.tablets)
    const held = (choice: ServerChoice): Held | undefined => measured.get(choice)?.[0]
    const ketu = tablets.ketu
    const most = Math.max(0, ...settings.servers.filter(({ program }) => program !== 'ketu' && program !== 'relay').map(tablets.value))
    return {
      title: `capacity: tablets with 2 edits/s until p99 > ${TOO_SLOW_MS} ms or an edit is missing`,
      notes: 'Server and generator share the machine. Late edits count from when they were due. One projector.',
      columns: ['server', 'tablets held', 'p99 ms there', 'server, cores', 'generator, cores', 'what ended it'],
      rows: settings.servers.map((server) => {
        const one = held(server)
        return [server.name, figure(one?.tablets ?? NaN), figure(one?.p99 ?? NaN), figure(one?.serverCores ?? NaN), figure(one?.generatorCores ?? NaN), one?.failed ?? '–']
      }),
      goals: [
        goal('at least 3000', Number.isNaN(ketu) ? null : ketu >= 3_000, figure(ketu)),
        goal('above every peer', Number.isNaN(ketu) ? null : ketu > most, `${figure(ketu)} against ${figure(most)}`),
      ],
    }
  },
}
