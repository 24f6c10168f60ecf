import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { openControl, signInTrainer, trainerAuth, type TrainerApi } from '../simulator/api.ts'
import { joinClass, runMorning } from '../simulator/classPlay.ts'
import { startBuiltServer } from '../support/builtServer.ts'
import { bundled } from '../support/bundled.ts'
import { until } from '../support/until.ts'
import { openInspector } from './inspector.ts'
import { heading, report, row } from './report.ts'
import { createSampler, type Sample } from './sample.ts'

/**
 * `npm run soak`: one class day after another on one server, each wiped when it is over, until the time is up; then says
 * whether memory and files grew once all was warm. --minutes 30; --speed 10; --groups 6; --every 10 (seconds). Ends with 1
 * when something grows.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, speed: { type: 'string', default: '10' }, groups: { type: 'string', default: '6' }, every: { type: 'string', default: '10' } },
})
const [minutes, speed, groups, everySeconds] = [Number(values.minutes), Number(values.speed), Number(values.groups), Number(values.every)]
if (![minutes, speed, groups, everySeconds].every((figure) => figure > 0)) {
  console.error('--minutes, --speed, --groups and --every are numbers above 0')
  process.exit(2)
}

process.env['NODE_OPTIONS'] = '--inspect=127.0.0.1:0'
const server = await startBuiltServer({ main: await bundled('server/main.ts'), locale: 'en' })
delete process.env['NODE_OPTIONS']
const debuggerUrl = (await until(() => /ws:\S+/.exec(server.output()), 'the debugger of the server'))?.[0] ?? ''
const inspector = await openInspector(debuggerUrl)
const sample = await createSampler(inspector, server.dataFolder)
const trainer = await signInTrainer(server.localUrl, server.trainerKey)

const stopping = new AbortController()
// Everybody who takes their time listens for the end.
setMaxListeners(0, stopping.signal)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
const timeUp = setTimeout(() => stopping.abort(), minutes * 60_000)
let days = 0

/** A class from its first join to its wiping. */
async function classDay(api: TrainerApi, seed: number): Promise<void> {
  const classId = await api.createClass({ groups, trainerName: 'Ms Li' })
  const control = openControl<TrainerView>(server.localUrl, trainerAuth(classId), api.cookie)
  const view = await control.view()
  const simulated = await joinClass({ baseUrl: server.localUrl, code: view.class.code, locale: 'en', speed, seed, signal: stopping.signal })
  await runMorning(simulated, control, () => Date.now())
  simulated.leave()
  control.close()
  await api.call('DELETE', `/api/classes/${classId}`)
}
async function classDays(): Promise<void> {
  for (; !stopping.signal.aborted; days++) await classDay(trainer, days + 1)
}
async function watch(): Promise<readonly Sample[]> {
  const samples: Sample[] = []
  console.log(heading)
  while (!stopping.signal.aborted) {
    await wait(everySeconds * 1_000, undefined, { signal: stopping.signal }).catch(() => undefined)
    const taken = await sample(days)
    samples.push(taken)
    console.log(row(taken))
  }
  return samples
}

const [samples] = await Promise.all([watch(), classDays()])
clearTimeout(timeUp)
inspector.close()
await server.dispose()
const { text, grows } = report(samples)
console.log(text)
process.exit(grows ? 1 : 0)
