import { type Locale, inLanguage } from '../../shared/language/locale.ts'
import { sampleGroups } from '../../shared/course/samples.ts'
import type { CommandName, CommandPayload } from '../../shared/protocol/commands.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { enterAlone, showAlone } from './alonePlay.ts'
import { type ControlLine, joinInfo } from './api.ts'
import { buildScale, type GroupPlay, judgeFindings, listCustomers, listUsps, makeDecisions, measureCustomers, writeStrategies } from './groupPlay.ts'
import { createPace } from './pace.ts'
import { joinWithTablet, type Tablet } from './tablet.ts'

export interface SimulatedClass {
  readonly plays: readonly GroupPlay[]
  leave(): void
}

export interface SimulationOptions {
  readonly baseUrl: string
  readonly code: string
  readonly locale: Locale
  /** 1: as people do; Infinity: at once. */
  readonly speed: number
  readonly seed: number
  /** How many of the class's groups are simulated, from the first; the others are left to real people. */
  readonly groups?: number
  readonly tabletsPerGroup?: number
  readonly signal?: AbortSignal
}

/** People come in one after another and sit down in their groups. */
export async function joinClass(options: SimulationOptions): Promise<SimulatedClass> {
  // Each stock provider listens for the end of the process, and a class has many.
  process.setMaxListeners(400)
  const info = await joinInfo(options.baseUrl, options.code)
  const arrivals = info.groups.slice(0, options.groups ?? info.groups.length).map(async (group, index) => {
    const sample = sampleGroups[index % sampleGroups.length]
    if (!sample) throw new Error('there are no sample groups')
    const pace = createPace(options.speed, options.seed + index * 7919, options.signal)
    const tablets: Tablet[] = []
    for (const name of sample.members.slice(0, options.tabletsPerGroup ?? sample.members.length)) {
      await pace.spend(600 + 5_000 * pace.random())
      // Names are unique in a class: a second class-full of samples gets numbers.
      const round = Math.floor(index / sampleGroups.length)
      const spoken = inLanguage(name, options.locale) + (round > 0 ? ` ${round + 1}` : '')
      tablets.push(await joinWithTablet({ baseUrl: options.baseUrl, code: options.code, name: spoken, groupId: group.id, pace }))
    }
    await Promise.all(tablets.map((tablet) => tablet.ready()))
    return { tablets, sample, locale: options.locale, pace, gaps: { missing: index % 3 === 1 ? 0.06 : 0.01, unknown: 0.04 } }
  })
  const plays = await Promise.all(arrivals)
  return { plays, leave: () => { for (const play of plays) for (const tablet of play.tablets) tablet.leave() } }
}

export type Milestone = 'scales' | 'measured' | 'findings' | 'strategies'

/** Does the groups' work up to a milestone; the trainer's agenda is not touched. */
export async function workUpTo(milestone: Milestone, { plays }: SimulatedClass, atMs: number): Promise<void> {
  await Promise.all(plays.map(async (play) => {
    await buildScale(play, 'potential')
    await buildScale(play, 'relationship')
    if (milestone === 'scales') return
    await listCustomers(play, atMs)
    await measureCustomers(play)
    if (milestone === 'measured') return
    await judgeFindings(play)
    await makeDecisions(play, atMs)
    if (milestone === 'findings') return
    await listUsps(play)
    await writeStrategies(play, atMs)
  }))
}

/**
 * The morning as a trainer would run it, with what happens in rooms: one group stalls, a tablet loses its Wi-Fi and
 * goes on offline, somebody raises a hand.
 */
export async function runMorning(simulated: SimulatedClass, trainer: ControlLine<TrainerView>, clock: () => number): Promise<void> {
  const { plays } = simulated
  const [lead] = plays
  if (!lead) return
  const command = async <N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<void> => {
    const reply = await trainer.send(name, payload)
    if (!reply.ok) console.error(`demo: ${name} was refused: ${reply.reason}`)
  }
  const goTo = async (activity: string): Promise<void> => {
    const view = await trainer.view()
    const item = view.agenda.find((one) => one.activity === activity)
    if (!item || lead.pace.stopped) return
    await command('agenda:go', { to: item.id, from: view.currentId })
    await command('projector:show', { scene: { kind: 'agenda' } })
    await command('timer:start', {})
    await lead.pace.spend(12_000)
  }
  const together = (work: (play: GroupPlay, index: number) => Promise<void>): Promise<unknown> => Promise.all(plays.map(work))

  await goTo('potential')
  await command('projector:show', { scene: { kind: 'progress' } })
  await together(async (play, index) => {
    if (index === 2) await play.pace.spend(60_000) // the group that stalls
    if (index === 3) await play.tablets[0]?.control.send('hand:raise', {})
    await enterAlone(play, 'ideas-potential')
    await showAlone(play, 'ideas-potential')
    await buildScale(play, 'potential')
    if (index === 3) await play.tablets[0]?.control.send('hand:lower', { participantId: play.tablets[0].participantId })
  })
  await command('alone:open', { exercise: 'weights-potential', groupIds: null, customerIds: [], graderIds: null })
  await together(async (play) => {
    await enterAlone(play, 'weights-potential')
    await showAlone(play, 'weights-potential')
  })
  const first = (await trainer.view()).groups[0]
  if (first) await command('projector:show', { scene: { kind: 'alone', groupId: first.id, exercise: 'weights-potential' } })
  await lead.pace.spend(15_000)
  await goTo('relationship')
  await command('projector:show', { scene: { kind: 'progress' } })
  await together(async (play, index) => {
    const wanderer = index === 1 ? play.tablets.at(-1) : undefined
    const staying = wanderer ? { ...play, tablets: play.tablets.filter((tablet) => tablet !== wanderer) } : play
    wanderer?.drop()
    await buildScale(staying, 'relationship')
    wanderer?.comeBack()
  })
  await goTo('measure')
  await command('projector:show', { scene: { kind: 'map', mode: 'all' } })
  await together(async (play) => {
    await listCustomers(play, clock())
    await enterAlone(play, 'grades')
    await showAlone(play, 'grades')
    await measureCustomers(play)
  })
  await goTo('map')
  await command('projector:show', { scene: { kind: 'map', mode: 'multiples' } })
  await lead.pace.spend(20_000)
  await goTo('findings')
  await command('projector:show', { scene: { kind: 'map', mode: 'all' } })
  await together(async (play) => {
    await judgeFindings(play)
    await makeDecisions(play, clock())
  })
  await goTo('usp')
  await command('projector:show', { scene: { kind: 'progress' } })
  await together(listUsps)
  await command('projector:show', { scene: { kind: 'usp-wall' } })
  await lead.pace.spend(20_000)
  await goTo('strategy')
  await command('projector:show', { scene: { kind: 'progress' } })
  await together((play) => writeStrategies(play, clock()))
}
