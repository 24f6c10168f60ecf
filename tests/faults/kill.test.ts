import { afterEach, describe, expect, it } from 'vitest'
import { openKillableClass, type KillableClass } from '../support/killableClass.ts'
import { disorder, type ProductTablet } from '../support/productTablet.ts'
import { createRandom } from '../support/random.ts'
import { until } from '../support/until.ts'

const KILLS = 20
const GROUPS = 5
const TABLETS = 6
/** One word of each tablet in this time. */
const WORD_EVERY_MS = 150
const SEED = 20_261_124

let classroom: KillableClass
afterEach(() => classroom.close())

async function seatEverybody(random: ReturnType<typeof createRandom>): Promise<ProductTablet[][]> {
  const jitter = (): number => random.below(1_000) / 1_000
  return Promise.all(Array.from({ length: GROUPS }, (_, group) =>
    Promise.all(Array.from({ length: TABLETS }, (_, place) => classroom.tablet(`g${group}t${place}`, group, { random: jitter })))))
}

/** All of them type on, whatever happens to the server, one after the other. */
function keepTyping(tablets: readonly ProductTablet[]): () => void {
  let turn = 0
  const timer = setInterval(() => tablets[turn++ % tablets.length]?.type(), WORD_EVERY_MS / tablets.length)
  return () => clearInterval(timer)
}

/** What somebody with empty hands finds in each group's document. */
const storedWords = (): Promise<string[][]> =>
  Promise.all(Array.from({ length: GROUPS }, async (_, group) => {
    const observer = await classroom.observer(group)
    const words = observer.text.split(' ').filter((word) => word !== '')
    await observer.drop()
    return words
  }))

describe('F1: kill -9 while 30 tablets type', () => {
  it(`P2.2: ${KILLS} times in a run: nothing that a peer had received or a writer was told is saved is missing`, { timeout: 240_000 }, async () => {
    const random = createRandom(SEED)
    classroom = await openKillableClass({ groups: GROUPS })
    const groups = await seatEverybody(random)
    const tablets = groups.flat()
    const stopTyping = keepTyping(tablets)
    const promises = { received: 0, saved: 0 }
    const missing: string[] = []
    try {
      for (let kill = 1; kill <= KILLS; kill++) {
        // Every group is at work again, then a random while longer; some tablets may still be on their way back.
        const goals = tablets.map((tablet) => tablet.received + 1 + random.below(6))
        const atWork = (): boolean => groups.every((group) => group.filter((tablet) => tablet.received >= (goals[tablets.indexOf(tablet)] ?? 0)).length >= TABLETS / 2)
        await until(atWork, `the groups to be at work before kill ${kill}`, 20_000)
        await classroom.server.kill()
        classroom.wifi.cut()
        await until(() => tablets.every(({ status }) => status.state === 'offline'), 'everybody to notice', 20_000)
        const promised = groups.map((group) => new Set(group.flatMap((tablet) => tablet.promised())))
        promises.received = promised.reduce((sum, { size }) => sum + size, 0)
        promises.saved = tablets.reduce((sum, tablet) => sum + tablet.savedWords, 0)

        // Only those with empty hands are let in: a tablet would bring back what the server has lost.
        await classroom.server.start()
        const stored = await storedWords()
        promised.forEach((words, group) => {
          const there = new Set(stored[group])
          missing.push(...[...words].filter((word) => !there.has(word)).map((word) => `${word} after kill ${kill}`))
        })
        classroom.wifi.restore()
      }
    } finally {
      stopTyping()
    }
    expect(missing).toEqual([])
    await until(() => tablets.every(({ isGreen }) => isGreen), () => `${tablets.filter(({ isGreen }) => !isGreen).length} that are not green`, 20_000)
    await until(() => groups.every((group) => new Set(group.map(({ text }) => text)).size === 1), 'everybody to see the same', 10_000)

    await classroom.server.kill()
    classroom.wifi.cut()
    await classroom.server.start()
    const stored = await storedWords()
    groups.forEach((group, index) => {
      expect(stored[index]).toEqual(group[0]?.words)
      expect(disorder(stored[index] ?? [])).toEqual([])
      expect(stored[index]).toHaveLength(group.reduce((sum, { written }) => sum + written.length, 0))
    })
    const written = tablets.reduce((sum, tablet) => sum + tablet.written.length, 0)
    // Neither promise may be an empty one.
    expect(promises.saved).toBeGreaterThan(KILLS * 20)
    expect(promises.received).toBeGreaterThan(KILLS * 20)
    console.log(`F1: ${KILLS} kills, ${written} words, of them ${promises.received} promised (${promises.saved} as saved) before the last kill; none missing`)
  })
})
