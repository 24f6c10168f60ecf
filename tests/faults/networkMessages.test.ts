import { afterEach, describe, expect, it } from 'vitest'
import { HEARTBEAT_MS } from '../../shared/protocol/sync.ts'
import { faultless, openFaultyLine, type Faults } from '../support/faultyLine.ts'
import { disorder, ProductTablet } from '../support/productTablet.ts'
import { createRandom } from '../support/random.ts'
import { seed, startSyncServer } from '../support/syncServer.ts'
import { until } from '../support/until.ts'

/** Within so long after the line is good again everybody has everything, and is green. */
const HEALED_MS = 15_000
const WORDS = 40
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** How much faster than ours the tablets' clock runs where a test would wait for their patience. */
const HURRY = 8
const hurriedNow = (): number => performance.now() * HURRY

/** Four tablets over a line that gets bad once they are there, and one over a good line. */
async function openRoom(seedNumber: number, now?: () => number) {
  const server = await startSyncServer(now ? { limits: { heartbeatMs: HEARTBEAT_MS / HURRY } } : {})
  ends.push(() => server.stop())
  await server.rooms.create('g1', 'c1', seed())
  const line = await openFaultyLine(server.url, createRandom(seedNumber))
  ends.push(() => line.close())
  const tablet = (name: string, url = line.url) => new ProductTablet({ url, documentId: 'g1', token: `${name}@g1`, name, now })
  const tablets = [...['ada', 'ben', 'cleo', 'dan'].map((name) => tablet(name)), tablet('eve', server.url)]
  ends.push(() => tablets.forEach((one) => one.leave()))
  await until(() => tablets.every(({ isGreen }) => isGreen), 'everybody to be there')
  return { server, line, tablets, tablet }
}

/** Everybody types `WORDS` words, one after the other. */
async function typeAll(tablets: readonly ProductTablet[]): Promise<void> {
  let round = 0
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      for (const tablet of tablets) tablet.type()
      if (++round < WORDS) return
      clearInterval(timer)
      done()
    }, 20)
  })
}
const state = (tablets: readonly ProductTablet[]) => (): string =>
  tablets.map(({ name, status, words }) => `${name}: ${status.state}, ${words.length} words`).join('; ')

async function healed(tablets: readonly ProductTablet[]): Promise<number> {
  const startedAt = performance.now()
  const isHealed = (): boolean => tablets.every(({ isGreen, text }) => isGreen && text === tablets[0]?.text)
  await until(isHealed, state(tablets), HEALED_MS)
  return performance.now() - startedAt
}

const cases: readonly [string, Partial<Faults>][] = [
  ['lost', { lost: 0.1 }],
  ['repeated', { repeated: 0.2 }],
  ['reordered', { late: 0.2 }],
  ['lost, repeated and reordered', { lost: 0.05, repeated: 0.05, late: 0.1 }],
]

describe('F3: messages on the way', () => {
  it.each(cases.flatMap(([how, faults]) => [1, 2].map((seedNumber) => ({ how, faults, seedNumber }))))('P1.18: are $how (seed $seedNumber): everything is everywhere, once, and all are green', { timeout: 60_000 }, async ({ how, faults, seedNumber }) => {
    const { server, line, tablets } = await openRoom(seedNumber)
    line.rates.up = line.rates.down = { ...faultless, ...faults }
    await typeAll(tablets)
    line.rates.up = line.rates.down = faultless
    const tookMs = await healed(tablets)
    const words = tablets[0]?.words ?? []
    expect(disorder(words)).toEqual([])
    expect(words).toHaveLength(tablets.length * WORDS)
    const fresh = await server.peer('fresh@g1').ready()
    expect(fresh.text).toBe(tablets[0]?.text)
    console.log(`F3: messages ${how}: all green ${(tookMs / 1_000).toFixed(1)} s after the line was good`)
  })
})

const all: Faults = { ...faultless, lost: 1 }
const none = faultless

describe('F3: one message is lost', () => {
  it('P1.18: the last word to those who only read: they ask now and then, and have it', async () => {
    const { line, tablets } = await openRoom(1, hurriedNow)
    const [ada, eve] = [tablets[0], tablets[4]]
    line.rates.down = all
    eve?.type()
    await until(() => eve?.isGreen, 'the word to be saved')
    line.rates.down = none
    await healed(tablets)
    expect(ada?.words).toEqual(['eve.0'])
  })

  it('P1.18: one of several: the gap shows, and they ask at once', async () => {
    const { line, tablets } = await openRoom(1)
    const eve = tablets[4]
    line.rates.down = all
    eve?.type()
    await until(() => eve?.isGreen, 'the word to be saved')
    line.rates.down = none
    eve?.type()
    expect(await healed(tablets)).toBeLessThan(4_000)
    expect(tablets[0]?.words).toEqual(['eve.0', 'eve.1'])
  })

  it('P1.18: the first answer of the server: the tablet asks again on the same line', async () => {
    const { server, line, tablet } = await openRoom(1, hurriedNow)
    line.rates.down = all
    const flo = tablet('flo')
    ends.push(() => flo.leave())
    await until(() => server.rooms.present('g1').has('flo'), 'the newcomer')
    expect(flo.status.state).toBe('connecting')
    line.rates.down = none
    await healed([flo])
  })

  it('P1.18: the last word to the server, and a repeated one makes up for it in the count: it is not green for good', async () => {
    const { server, line, tablets } = await openRoom(1, hurriedNow)
    const [ada, eve] = [tablets[0], tablets[4]]
    line.rates.up = { ...faultless, repeated: 1 }
    line.rates.down = all // receipts that would tell of too many
    ada?.type()
    await until(() => eve?.words.length === 1, 'the first word')
    line.rates.up = all
    ada?.type()
    line.rates.up = line.rates.down = none
    await healed(tablets)
    expect((await server.peer('fresh@g1').ready()).text).toBe('ada.0 ada.1 ')
  })
})

describe('F3: a line that works one way only', () => {
  const ways = [
    { way: 'nothing comes', up: none, down: all },
    { way: 'nothing goes out', up: all, down: none },
  ]
  it.each(ways)('$way: it is taken for dead, and what was typed is there once', { timeout: 30_000 }, async ({ up, down }) => {
    const { line, tablets } = await openRoom(1, hurriedNow)
    Object.assign(line.rates, { up, down })
    for (const tablet of tablets) for (let word = 0; word < 5; word++) tablet.type()
    const behind = tablets.slice(0, 4)
    await until(() => behind.every(({ status }) => status.state !== 'saved' && status.state !== 'saving'), state(tablets), 10_000)
    Object.assign(line.rates, { up: none, down: none })
    await healed(tablets)
    expect(disorder(tablets[0]?.words ?? [])).toEqual([])
    expect(tablets[0]?.words).toHaveLength(25)
  })
})
