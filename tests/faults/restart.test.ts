import { afterEach, expect, it } from 'vitest'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import type { ControlLine } from '../simulator/api.ts'
import { openKillableClass, type KillableClass } from '../support/killableClass.ts'
import { disorder, ProductTablet } from '../support/productTablet.ts'
import { until } from '../support/until.ts'

const GROUPS = 12
const PER_GROUP = 25
const BACK_MS = 15_000
/**
 * Full jitter: no such moment may see more than this share of all who come back; without it all come in one. One busy event
 * loop plays all tablets here, and bunches what falls due while it is held up.
 */
const MOMENT_MS = 50
const MOMENT_SHARE = 0.4

let classroom: KillableClass
const ends: (() => void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await classroom.close()
})

interface Device {
  readonly tablet: ProductTablet
  readonly group: number
  readonly control: ControlLine<ParticipantView>
}

/** Everybody with both channels, over the laptop's own port. */
async function seatEverybody(): Promise<Device[]> {
  const { room, server } = classroom
  const url = server.localUrl.replace('http', 'ws')
  const devices: Device[] = []
  for (let place = 0; place < PER_GROUP; place++) {
    devices.push(...await Promise.all(Array.from({ length: GROUPS }, async (_, group) => {
      const name = `g${group}t${place}`
      const { admission, line } = await room.seat(name, group)
      const tablet = new ProductTablet({ url, documentId: room.groupId(group), token: admission.token, name })
      ends.push(() => tablet.leave())
      return { tablet, group, control: line }
    })))
  }
  return devices
}

/** The largest share of the instants that fall into one moment. */
function crowd(instants: readonly number[]): number {
  const sorted = [...instants].sort((a, b) => a - b)
  const most = sorted.reduce((max, at, index) => Math.max(max, sorted.filter((other, later) => later >= index && other < at + MOMENT_MS).length), 0)
  return most / instants.length
}

it('F3: P2.9: the server is killed under 300 tablets: all come back by themselves, apart, and are green within 15 s', { timeout: 120_000 }, async () => {
  classroom = await openKillableClass({ groups: GROUPS })
  const devices = await seatEverybody()
  const tablets = devices.map(({ tablet }) => tablet)
  const notGreen = (): string => `${tablets.filter(({ isGreen }) => !isGreen).length} tablets are not green`
  const allGreen = (): boolean => tablets.every(({ isGreen }) => isGreen)
  await until(allGreen, notGreen, 30_000)
  const { run } = await classroom.room.trainer.view()
  for (const tablet of tablets) tablet.type()
  await until(allGreen, notGreen, 30_000)

  await classroom.server.kill()
  const before = new Map(tablets.map((tablet) => [tablet, tablet.tries.length]))
  // Gone for a while: so long that the pauses between tries have grown.
  await until(() => tablets.every(({ tries, status }) => status.state === 'offline' && tries.length >= 3), 'everybody to have tried', 20_000)
  for (const tablet of tablets) tablet.type()
  await classroom.server.start()
  const startedAt = performance.now()
  const greenAt = new Map<ProductTablet, number>()
  await until(() => {
    for (const tablet of tablets) if (tablet.isGreen && !greenAt.has(tablet)) greenAt.set(tablet, performance.now() - startedAt)
    return greenAt.size === tablets.length && allGreen()
  }, notGreen, BACK_MS)
  await until(() => devices.every(({ tablet, group }) => tablet.text === devices[group]?.tablet.text && tablet.words.length === 2 * PER_GROUP), 'everybody in a group to see the same', BACK_MS)
  const sameMs = performance.now() - startedAt
  expect(sameMs).toBeLessThan(BACK_MS)
  for (const tablet of tablets.slice(0, GROUPS)) expect(disorder(tablet.words)).toEqual([])
  await Promise.all(devices.map(({ control }) => control.until((view) => view.run !== run, BACK_MS)))

  const comebacks = tablets.map(({ tries }) => tries.at(-1) ?? 0)
  const firstTries = tablets.map((tablet) => tablet.tries[before.get(tablet) ?? 0] ?? 0)
  expect(crowd(comebacks)).toBeLessThan(MOMENT_SHARE)
  expect(crowd(firstTries)).toBeLessThan(MOMENT_SHARE)
  const times = [...greenAt.values()].sort((a, b) => a - b)
  const at = (share: number): string => ((times[Math.ceil(times.length * share) - 1] ?? 0) / 1_000).toFixed(1)
  console.log(`F3: 300 tablets after a restart: half green after ${at(0.5)} s, 99 % after ${at(0.99)} s, all after ${at(1)} s; the same everywhere after ${(sameMs / 1_000).toFixed(1)} s`)
})
