import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HEARTBEAT_MS } from '../../shared/protocol/sync.ts'
import { disorder, ProductTablet } from '../support/productTablet.ts'
import { seed, startSyncServer, type SyncServer } from '../support/syncServer.ts'
import { until } from '../support/until.ts'
import { openWifi, type Wifi } from '../support/wifi.ts'

/** All clocks but that of the jitter run faster, so that nobody waits for 25 s of silence. */
const HURRY = 8
const HEALED_MS = 15_000
const ends: (() => unknown)[] = []
let server: SyncServer
let wifi: Wifi
/** Three behind the Wi-Fi, the last on a wire. */
let tablets: ProductTablet[]
let skippedMs = 0

beforeEach(async () => {
  const heartbeatMs = HEARTBEAT_MS / HURRY
  server = await startSyncServer({ limits: { heartbeatMs }, endpoint: { heartbeatMs } })
  ends.push(() => server.stop())
  await server.rooms.create('g1', 'c1', seed())
  wifi = await openWifi(server.port)
  ends.push(() => wifi.close())
  skippedMs = 0
  const tablet = (name: string, url: string) =>
    new ProductTablet({ url, documentId: 'g1', token: `${name}@g1`, name, now: () => performance.now() * HURRY + skippedMs })
  const behindWifi = `ws://127.0.0.1:${wifi.port}`
  tablets = [...['ada', 'ben', 'cleo'].map((name) => tablet(name, behindWifi)), tablet('eve', server.url)]
  ends.push(() => tablets.forEach((one) => one.leave()))
  await until(() => tablets.every(({ isGreen }) => isGreen), 'everybody to be there')
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const state = (): string => tablets.map(({ name, status, words }) => `${name}: ${status.state}, ${words.length} words`).join('; ')
const present = (): string => [...server.rooms.present('g1')].sort().join()
async function healed(words: number): Promise<void> {
  await until(() => tablets.every(({ isGreen, text }) => isGreen && text === tablets[0]?.text), state, HEALED_MS)
  expect(disorder(tablets[0]?.words ?? [])).toEqual([])
  expect(tablets[0]?.words).toHaveLength(words)
  expect(present()).toBe('ada,ben,cleo,eve')
}

describe('F3: a half-open line: nothing passes, nobody is told', () => {
  it('P2.8, P2.10: writers and readers find out, the server too; all of it is there when the Wi-Fi is', { timeout: 40_000 }, async () => {
    wifi.freeze()
    const [ada, , , eve] = tablets
    for (let word = 0; word < 5; word++) {
      ada?.type()
      eve?.type()
    }
    await until(() => present() === 'eve', () => `the server to let go of the ghosts, but it has ${present()}`, 10_000)
    await until(() => tablets.slice(0, 3).every(({ status }) => status.state === 'offline'), state, 10_000)
    ada?.type()
    wifi.restore()
    await healed(11)
  })

  it('P2.10: 60 s of silence, and nobody wrote: the line is replaced, and the next word arrives', { timeout: 40_000 }, async () => {
    wifi.freeze()
    skippedMs += 60_000
    await until(() => tablets.slice(0, 3).every(({ status }) => status.state === 'offline'), state, 10_000)
    wifi.restore()
    await until(() => tablets.every(({ isGreen }) => isGreen), state, HEALED_MS)
    tablets[3]?.type()
    await healed(1)
  })

  it('P4.2: tablets that slept 60 s on a good line lose nothing', { timeout: 40_000 }, async () => {
    for (const tablet of tablets) tablet.type()
    skippedMs += 60_000
    for (const tablet of tablets) tablet.line.probe()
    for (const tablet of tablets) tablet.type()
    await healed(8)
  })

  it('the Wi-Fi comes and goes while everybody types', { timeout: 60_000 }, async () => {
    const typing = setInterval(() => tablets.forEach((tablet) => tablet.type()), 50)
    ends.push(() => clearInterval(typing))
    for (let round = 0; round < 4; round++) {
      const goal = (tablets[0]?.received ?? 0) + 5
      await until(() => (tablets[0]?.received ?? 0) >= goal, 'words to pass', HEALED_MS)
      if (round % 2) wifi.freeze()
      else wifi.cut()
      await until(() => tablets.slice(0, 3).every(({ status }) => status.state === 'offline'), state, 10_000)
      wifi.restore()
    }
    clearInterval(typing)
    await healed(tablets.reduce((sum, { written }) => sum + written.length, 0))
  })
})
