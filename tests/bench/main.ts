import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildPrograms, outFolder } from './harness/build.ts'
import type { ServerChoice } from './harness/processes.ts'
import { typingWindow } from './scenarios/class.ts'

mkdirSync(outFolder, { recursive: true })
await buildPrograms()
const isShort = process.argv.includes('--short')
const profiles = process.argv.includes('--profile') ? join(outFolder, 'profiles') : null
const servers: ServerChoice[] = [{ name: 'relay', program: 'relay' }, { name: 'ketu', program: 'ketu' }]
for (let round = 0; round < 3; round++) {
  for (const server of servers) {
    const { report, serverCpuMs, missing } = await typingWindow(server, { groups: 50, perGroup: 6, editsPerSecond: 2, warmUpMs: 3_000, measureMs: isShort ? 5_000 : 10_000 }, server.name === 'ketu' ? profiles : null)
    console.log(server.name, { cpuPer1000: (serverCpuMs / report.deliveries) * 1000, serverCpuMs, missing, ...report })
  }
}
