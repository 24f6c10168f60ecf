import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildPrograms, outFolder, profileFolder } from './harness/build.ts'
import { markdownOf } from './harness/figures.ts'
import { surroundings, writeFigures } from './harness/readme.ts'
import type { Scenario, Settings } from './harness/Scenario.ts'
import { allServers } from './harness/servers.ts'
import { capacityScenario } from './scenarios/capacity.ts'
import { historyScenario } from './scenarios/history.ts'
import { joinScenario } from './scenarios/join.ts'
import { killScenario } from './scenarios/kill.ts'
import { memoryScenario } from './scenarios/memory.ts'
import { classScenario, typingScenario } from './scenarios/typing.ts'

const MINUTE_MS = 60_000
const scenarios: readonly Scenario[] = [classScenario, typingScenario, capacityScenario, joinScenario, killScenario, memoryScenario, historyScenario]

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    projectors: { type: 'string', default: 'one' },
    rounds: { type: 'string' },
    /** Parts of names, with commas between them. */
    servers: { type: 'string' },
  },
})
const unknown = wanted.filter((name) => !scenarios.some((scenario) => scenario.name === name))
if (unknown.length > 0) throw new Error(`no scenario ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`)
const isPartial = wanted.length > 0 || options.short || options.servers !== undefined
if (options.write && isPartial) throw new Error('only a full run is written down')

const only = options.servers?.toLowerCase().split(',')
const settings: Settings = {
  servers: allServers.filter(({ name }) => only === undefined || only.some((part) => name.toLowerCase().includes(part))),
  rounds: Number(options.rounds ?? (options.short ? 1 : 3)),
  isShort: options.short,
  profiles: options.profile ? profileFolder : null,
  projectors: options.projectors === 'none' || options.projectors === 'all' ? options.projectors : 'one',
  say: (line) => void process.stderr.write(`  ${line}\n`),
}

mkdirSync(outFolder, { recursive: true })
process.on('exit', () => rmSync(outFolder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
await buildPrograms()
const startedAt = performance.now()
const tables: string[] = []
for (const scenario of scenarios) {
  if (wanted.length > 0 && !wanted.includes(scenario.name)) continue
  settings.say(`── ${scenario.name}`)
  const table = markdownOf(await scenario.run(settings))
  process.stdout.write(`\n${table}`)
  tables.push(table)
}
const minutes = (performance.now() - startedAt) / MINUTE_MS
settings.say(`${minutes.toFixed(1)} minutes`)
if (options.write) writeFigures([surroundings(minutes), ...tables].join('\n\n'))
