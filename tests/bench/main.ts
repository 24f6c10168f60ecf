import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildPrograms, outFolder, profileFolder } from './harness/build.ts'
import { markdownOf } from './harness/figures.ts'
import type { Scenario, Settings } from './harness/Scenario.ts'
import { allServers } from './harness/servers.ts'
import { capacityScenario } from './scenarios/capacity.ts'
import { historyScenario } from './scenarios/history.ts'
import { joinScenario } from './scenarios/join.ts'
import { killScenario } from './scenarios/kill.ts'
import { memoryScenario } from './scenarios/memory.ts'
import { classScenario, typingScenario } from './scenarios/typing.ts'

const scenarios: readonly Scenario[] = [classScenario, typingScenario, capacityScenario, joinScenario, killScenario, memoryScenario, historyScenario]

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    /** none, one (the first ten groups), all */
    projectors: { type: 'string', default: 'all' },
    rounds: { type: 'string' },
    /** Parts of names, with commas between them. */
    servers: { type: 'string' },
  },
})
const unknown = wanted.filter((name) => !scenarios.some((scenario) => scenario.name === name))
if (unknown.length > 0) throw new Error(`no scenario ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`)

const only = options.servers?.split(',')
const settings: Settings = {
  servers: only ? allServers.filter(({ name }) => only.some((part) => name.toLowerCase().includes(part.toLowerCase()))) : allServers,
  rounds: Number(options.rounds ?? (options.short ? 1 : 3)),
  isShort: options.short,
  profiles: options.profile ? profileFolder : null,
  projectors: options.projectors === 'none' || options.projectors === 'one' ? options.projectors : 'all',
  say: (line) => void process.stderr.write(`  ${line}\n`),
}

mkdirSync(outFolder, { recursive: true })
process.on('exit', () => rmSync(outFolder, { recursive: true, force: true }))
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
settings.say(`${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes`)
