import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepRunning } from '../../../server/tools/keepRunning.mjs'
import { until } from '../../support/until.ts'

/** A server whose days go as its first flag says, one word for each start; it notes with what it was started. */
const program = `
import { appendFileSync, readFileSync } from 'node:fs'
const [, , notes, plan, ...flags] = process.argv
appendFileSync(notes, [...flags, ...(process.env.KETU_STARTED_AGAIN ? ['again'] : [])].join(' ') + '\\n')
const day = plan.split(',')[readFileSync(notes, 'utf8').split('\\n').length - 2]
process.on('SIGINT', () => process.exit(0))
if (day === 'wrong') process.exit(2)
process.send({ port: 8421 }, () => {
  if (day === 'breaks') process.exit(1)
  if (day === 'dies') process.kill(process.pid, 'SIGKILL')
  if (day === 'ends') process.exit(0)
  setInterval(() => {}, 1_000)
})
`

describe('P2.1: a server that breaks', () => {
  let folder: string
  let breaks: number
  beforeEach(async () => {
    breaks = 0
    folder = await mkdtemp(join(tmpdir(), 'ketu-keep-'))
    await writeFile(join(folder, 'server.mjs'), program)
    await writeFile(join(folder, 'notes'), '')
  })
  afterEach(() => rm(folder, { recursive: true }))
  const start = (plan: string, firstPauseMs = 1) =>
    keepRunning([join(folder, 'server.mjs'), join(folder, 'notes'), plan, '--port', 'auto'], { cwd: folder, firstPauseMs, breaks: () => breaks++ })
  const starts = async (): Promise<string[]> => (await readFile(join(folder, 'notes'), 'utf8')).split('\n').slice(0, -1)

  it('is started again at the port that all devices know, whatever ended it, also when that takes more than one try; no browser opens again, and nobody is asked', async () => {
    expect(await start('breaks,dies,wrong,ends').ended).toBe(0)
    const again = '--port auto --port 8421 --no-open again'
    expect([await starts(), breaks]).toEqual([['--port auto', again, again, again], 3])
  })
  it('but not one that was never ready', async () => {
    expect(await start('wrong,ends').ended).toBe(2)
    expect([await starts(), breaks]).toEqual([['--port auto'], 0])
  })
  it('and not one that was stopped, also not while the next start is waited for', async () => {
    const running = start('works,ends')
    await until(async () => (await starts()).length === 1, 'the start')
    running.stop('SIGINT')
    await running.ended
    const paused = start('breaks,breaks,ends', 60_000)
    await until(() => breaks === 1, 'the break')
    paused.stop('SIGINT')
    expect(await paused.ended).toBe(1)
    expect((await starts()).length).toBe(2)
  })
})
