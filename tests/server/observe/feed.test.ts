import { expect, it } from 'vitest'
import type { Aggregate, GroupDetail } from '../../../shared/protocol/views.ts'
import { potentialFactors } from '../../../shared/scale/libraryPotential.ts'
import { relationshipFactors } from '../../../shared/scale/libraryRelationship.ts'
import { createPace } from '../../simulator/pace.ts'
import { joinWithTablet, type Tablet } from '../../simulator/tablet.ts'
import { follow } from '../../support/follow.ts'
import type { Classroom } from '../../support/openClassroom.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import type { TestServer } from '../../support/startServer.ts'

const start = stopAfterEach()
async function tablet(server: TestServer, room: Classroom, name: string, group: number): Promise<Tablet> {
  const joined = await joinWithTablet({ baseUrl: server.url, code: room.code, name, groupId: room.groupId(group), pace: createPace(Infinity, 1) })
  start.later(() => joined.leave())
  await joined.ready()
  return joined
}

/** One factor on each scale, one customer on the map. */
async function measureOne(one: Tablet, customerName: string): Promise<string> {
  const [potential, relationship] = [potentialFactors[0], relationshipFactors[0]]
  if (!potential || !relationship) throw new Error('the library is empty')
  const y = await one.borrowFactor('potential', potential, 'zh-CN')
  const x = await one.borrowFactor('relationship', relationship, 'zh-CN')
  one.weigh('potential', new Map([[y, 100]]))
  one.weigh('relationship', new Map([[x, 100]]))
  const customerId = await one.addCustomer(customerName)
  one.grade(customerId, y, { kind: 'level', level: potential.intervals.length })
  one.grade(customerId, x, { kind: 'level', level: 1 })
  return customerId
}

it('what a group measures reaches the trainer with names, the projector without, and participants not at all', async () => {
  const { server, room } = await start.classroom()
  const projector = await room.projector()
  const [trainer, wall] = [follow<Aggregate>(room.trainer, 'aggregate'), follow<Aggregate>(projector, 'aggregate')]
  const ben = await room.seat('Ben', 1)
  const leaked: unknown[] = []
  ben.line.socket.onAny((event: string, one: unknown) => { if (event === 'aggregate' || event === 'detail') leaked.push(one) })

  const ada = await tablet(server, room, 'Ada', 0)
  const customerId = await measureOne(ada, '华东机械厂')
  const seen = await trainer.until(({ groups }) => groups[0]?.points.length === 1 && groups[0].online === 1)
  expect(seen.groups[0]).toMatchObject({
    groupId: room.groupId(0), customers: 1, measured: 1, heldDevices: 0, leftOut: 0, editedAt: expect.any(Number),
    scales: { potential: { factors: 1, weightTotal: 100 }, relationship: { factors: 1, weightTotal: 100 } },
    points: [{ id: customerId, label: '华东机械厂', x: 0, y: 100, complete: true, quadrant: 'attack' }],
    quadrantCounts: { attack: 1, deepen: 0, maintain: 0, release: 0 },
  })
  expect(seen.groups[1]).toMatchObject({ customers: 0, editedAt: null })
  const shown = await wall.until(({ groups }) => groups[0]?.points.length === 1)
  expect(shown.groups[0]?.points[0]?.label).toBe('A1')
  expect(JSON.stringify(wall.heard)).not.toContain('华东机械厂')

  await room.does('projector:set', { showCustomers: true })
  await wall.until(({ groups }) => groups[0]?.points[0]?.label === '华东机械厂')
  await room.does('projector:set', { showCustomers: false })
  const hiddenFrom = wall.heard.length
  await wall.until((one) => wall.heard.indexOf(one) >= hiddenFrom && one.groups[0]?.points[0]?.label === 'A1')
  expect(leaked).toEqual([])
})

it('P2.17: however fast a group types, its watchers get at most four pictures a second', async () => {
  const { server, room } = await start.classroom()
  const trainer = follow<Aggregate>(room.trainer, 'aggregate')
  await room.send(room.trainer, 'group:watch', { groupId: room.groupId(0) })
  const details = follow<GroupDetail>(room.trainer, 'detail')
  const ada = await tablet(server, room, 'Ada', 0)
  const startedAt = performance.now()
  let count = 0
  while (performance.now() - startedAt < 1_500) {
    await ada.addCustomer(`客户${++count}`)
    await new Promise((resolve) => setTimeout(resolve, 10)) // on a fast machine fewer than the 200 that a group may have
  }
  await trainer.until(({ groups }) => groups[0]?.customers === count)
  const seconds = (performance.now() - startedAt) / 1_000
  expect(count).toBeGreaterThan(20)
  expect(trainer.heard.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 2)
  expect(details.heard.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 2)
})

it('a spotlight shows one group live on the projector; names and free texts stay hidden with the names', async () => {
  const { server, room } = await start.classroom()
  const projector = await room.projector()
  const spotlight = follow<GroupDetail>(projector, 'detail')
  const ada = await tablet(server, room, 'Ada', 1)
  await measureOne(ada, '华东机械厂')
  await room.does('projector:show', { scene: { kind: 'spotlight', groupId: room.groupId(1), part: 'potential' } })
  const first = await spotlight.until(({ work }) => work.customers.length === 1)
  expect(first).toMatchObject({ groupId: room.groupId(1), work: { customers: [{ name: 'B1', note: '' }], scales: { potential: { factors: [{ weight: 100 }] } } } })
  await ada.addCustomer('长江电子')
  await spotlight.until(({ work }) => work.customers.length === 2)
  expect(JSON.stringify(spotlight.heard)).not.toMatch(/华东机械厂|长江电子/)
  await room.does('projector:set', { showCustomers: true })
  await spotlight.until(({ work }) => work.customers[1]?.name === '长江电子')
  await room.does('projector:show', { scene: { kind: 'lobby' } })
  const heard = spotlight.heard.length
  await ada.addCustomer('黄河化工')
  await follow<Aggregate>(room.trainer, 'aggregate').until(({ groups }) => groups[1]?.customers === 3)
  expect(spotlight.heard).toHaveLength(heard)
})

it('the group on the stage is shown without names too, until they are shown on purpose', async () => {
  const { server, room } = await start.classroom()
  const projector = await room.projector()
  const [stage, wall] = [follow<GroupDetail>(projector, 'detail'), follow<Aggregate>(projector, 'aggregate')]
  await measureOne(await tablet(server, room, 'Ada', 0), '华东机械厂')
  await room.does('share:begin', {})
  await room.does('share:present', { groupId: room.groupId(0) })
  await stage.until(({ work }) => work.customers[0]?.name === 'A1')
  await wall.until(({ groups }) => groups[0]?.points[0]?.label === 'A1')
  expect(JSON.stringify([stage.heard, wall.heard])).not.toContain('华东机械厂')
  await room.does('projector:set', { showCustomers: true })
  await stage.until(({ work }) => work.customers[0]?.name === '华东机械厂')
})

it('the trainer follows a group, and stops', async () => {
  const { server, room } = await start.classroom()
  await room.trainer.view()
  const details = follow<GroupDetail>(room.trainer, 'detail')
  await room.does('group:watch', { groupId: room.groupId(0) })
  await details.until(({ groupId, work }) => groupId === room.groupId(0) && work.customers.length === 0)
  const ada = await tablet(server, room, 'Ada', 0)
  await ada.addCustomer('华东机械厂')
  await details.until(({ work }) => work.customers[0]?.name === '华东机械厂')
  await room.does('group:watch', { groupId: null })
  expect(await room.send(room.trainer, 'group:watch', { groupId: 'nowhere' })).toMatchObject({ ok: false, reason: 'not-found' })
})

it('P2.4: the trainer sees whose writing a lock holds back', async () => {
  const { server, room } = await start.classroom()
  const trainer = follow<Aggregate>(room.trainer, 'aggregate')
  const ada = await tablet(server, room, 'Ada', 0)
  await room.does('lock:close', { groupIds: [room.groupId(0)], inMs: 0 })
  await ada.addCustomer('写在锁定之后')
  const locked = await trainer.until(({ groups }) => groups[0]?.heldDevices === 1)
  expect(locked.groups[0]?.customers).toBe(0)
  await room.does('lock:open', { groupIds: null })
  expect((await trainer.until(({ groups }) => groups[0]?.customers === 1)).groups[0]?.heldDevices).toBe(0)
})
