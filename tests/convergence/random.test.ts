import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keptSeeds } from './seeds.ts'
import { now, playSeed } from './world/playSeed.ts'
import { tally } from './world/world.ts'

const runs = Number(process.env['CONVERGENCE_RUNS'] ?? 2_000)
/** `SEED=n` plays that one alone. */
const only = process.env['SEED'] === undefined ? null : Number(process.env['SEED'])

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterAll(() => void vi.useRealTimers())

const playOne = (seed: number): Promise<void> => playSeed(seed, { advice: `\n\nKeep it: add ${seed} to tests/convergence/seeds.ts` })

describe('F7: a class in random trouble', () => {
  it.each(only === null ? keptSeeds : [only])('plays seed %i', { timeout: 60_000 }, playOne)

  it.skipIf(only !== null)(`plays ${runs} new seeds`, { timeout: 60_000 + runs * 200 }, async () => {
    const first = Date.now() % 1_000_000_000
    const started = now()
    for (let seed = first; seed < first + runs; seed++) await playOne(seed)
    console.log(`seeds ${first} to ${first + runs - 1} in ${((now() - started) / 1_000).toFixed(1)} s: ${JSON.stringify(tally)}`)
    // A run that promises nothing can break no promise.
    for (const [what, times] of Object.entries(tally)) expect([what, times > runs / 50]).toEqual([what, true])
  })
})
