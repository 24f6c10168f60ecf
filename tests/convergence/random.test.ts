import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keptSeeds } from './seeds.ts'
import { makePlan } from './world/plan.ts'
import { play, shrink } from './world/play.ts'
import { tally } from './world/world.ts'

const runs = Number(process.env['CONVERGENCE_RUNS'] ?? 2_000)
/** `SEED=n` plays that one alone. */
const only = process.env['SEED'] === undefined ? null : Number(process.env['SEED'])
const SHRINK_MS = 10_000
const now = performance.now.bind(performance)

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterAll(() => void vi.useRealTimers())

/** @throws Error that tells how to play it again, and what happened */
async function playSeed(seed: number): Promise<void> {
  const plan = makePlan(seed)
  const failure = await play(plan)
  if (!failure) return
  const small = await shrink(plan, failure, now, now() + SHRINK_MS)
  throw new Error(`SEED=${seed}: ${failure.why}\n\nIn short (${small.why.split('\n', 1)[0]}):\n  ${small.story.join('\n  ')}\n\nKeep it: add ${seed} to tests/convergence/seeds.ts`)
}

describe('F7: a class in random trouble', () => {
  it.each(only === null ? keptSeeds : [only])('plays seed %i', { timeout: 60_000 }, playSeed)

  it.skipIf(only !== null)(`plays ${runs} new seeds`, { timeout: 60_000 + runs * 200 }, async () => {
    const first = Date.now() % 1_000_000_000
    const started = now()
    for (let seed = first; seed < first + runs; seed++) await playSeed(seed)
    console.log(`seeds ${first} to ${first + runs - 1} in ${((now() - started) / 1_000).toFixed(1)} s: ${JSON.stringify(tally)}`)
    // A run that promises nothing can break no promise.
    for (const [what, times] of Object.entries(tally)) expect([what, times > runs / 50]).toEqual([what, true])
  })
})
