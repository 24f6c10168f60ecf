import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { ProductTablet } from '../support/productTablet.ts'
import { createRandom } from '../support/random.ts'
import { seed, startSyncServer } from '../support/syncServer.ts'
import { createUnsyncedDisk } from '../support/unsyncedDisk.ts'
import { until } from '../support/until.ts'

const CUTS = 10
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** What somebody with empty hands is given by a server on this file. */
async function wordsIn(file: string): Promise<ReadonlySet<string>> {
  const server = await startSyncServer({ file })
  const observer = await server.peer('fresh@g1').ready()
  const words = observer.text.split(' ')
  await server.stop()
  return new Set(words)
}

it('F1: P2.2: a loss of power takes nothing that its writer was told is saved, though it takes what was not synced', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ketu-power-'))
  ends.push(() => rm(folder, { recursive: true }))
  const file = join(folder, 'ketu.db')
  const disk = createUnsyncedDisk(file, 60)
  const server = await startSyncServer({ file, wrapStore: disk.wrap })
  ends.push(() => server.stop())
  await server.rooms.create('g1', 'c1', seed())
  const tablets = ['ada', 'ben', 'cleo', 'dan'].map((name) => new ProductTablet({ url: server.url, documentId: 'g1', token: `${name}@g1`, name }))
  ends.push(() => tablets.forEach((tablet) => tablet.leave()))
  await until(() => tablets.every(({ isGreen }) => isGreen), 'everybody to be there')
  const typing = setInterval(() => tablets.forEach((tablet) => tablet.type()), 25)
  ends.push(() => clearInterval(typing))

  const random = createRandom(7)
  const cuts = []
  for (let cut = 0; cut < CUTS; cut++) {
    const goal = (tablets[0]?.written.length ?? 0) + 3 + random.below(12)
    // At an instant at which there is something to lose.
    await until(() => (tablets[0]?.written.length ?? 0) >= goal && tablets.every(({ savedWords }) => savedWords > 0) && disk.unsyncedBytes() > 0, 'typing')
    const seen = tablets.flatMap(({ words }) => words)
    cuts.push({ ...disk.cutPower(join(folder, `cut${cut}`)), seen, saved: tablets.flatMap(({ written, savedWords }) => written.slice(0, savedWords)) })
  }
  clearInterval(typing)

  let lostSeen = 0
  for (const { file: rest, saved, seen } of cuts) {
    const there = await wordsIn(rest)
    expect(saved.filter((word) => !there.has(word))).toEqual([])
    lostSeen += new Set(seen.filter((word) => !there.has(word))).size
  }
  // The disk really forgot something each time, and of the words that were on the tablets some are gone.
  expect(Math.min(...cuts.map(({ lostBytes }) => lostBytes))).toBeGreaterThan(0)
  expect(lostSeen).toBeGreaterThan(0)
  expect(cuts.at(-1)?.saved.length).toBeGreaterThan(CUTS * 4)
})
