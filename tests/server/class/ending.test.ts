import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reachOf } from '../../../server/domain/class/consequences.ts'
import type { ClassState } from '../../../server/domain/class/ClassState.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { createPace } from '../../simulator/pace.ts'
import { joinWithTablet } from '../../simulator/tablet.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import type { TestServer } from '../../support/startServer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const MINUTE_MS = 60_000

async function addBehindTheLock({ server, room }: Awaited<ReturnType<typeof start.classroom>>, groupId: string, person: string, customer: string): Promise<void> {
  const tablet = await joinWithTablet({ baseUrl: server.url, code: room.code, name: person, groupId, pace: createPace(Infinity, 1) })
  start.later(() => tablet.leave())
  await tablet.ready()
  await tablet.addCustomer(customer)
  await expect.poll(() => server.app.rooms.heldBy(groupId).size, { timeout: 5_000 }).toBe(1)
}
async function customersIn({ app }: TestServer, groupId: string): Promise<readonly string[] | undefined> {
  const doc = await app.rooms.read(groupId)
  return doc && readGroupWork(doc).customers.map(({ name }) => name)
}

it('P2.4: what a lock still holds back when the class ends comes in, and is in the pack', async () => {
  const classroom = await start.classroom()
  const { server, room } = classroom
  const groupId = room.groupId(1)
  await room.does('lock:close', { groupIds: [groupId], inMs: 0 })
  await addBehindTheLock(classroom, groupId, 'Ben', '远东电缆')
  await room.does('class:end', {})
  expect(await customersIn(server, groupId)).toEqual(['远东电缆'])
  // Opened again it is as locked as it was.
  await room.does('class:reopen', {})
  await addBehindTheLock(classroom, groupId, 'Eve', '西部机床')
})

it('P2.4: also when the server broke between the two, or an earlier version ended the class', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ketu-ending-'))
  start.later(() => rm(folder, { recursive: true }))
  const file = join(folder, 'ketu.db')
  const classroom = await start.classroom({ file })
  const groupId = classroom.room.groupId(1)
  await classroom.room.does('lock:close', { groupIds: [groupId], inMs: 0 })
  await addBehindTheLock(classroom, groupId, 'Ben', '远东电缆')
  await classroom.server.stop()
  const ended = (state: ClassState): ClassState => ({ ...state, endedAt: state.createdAt })
  const again = await start.server({ file, wrapStorage: (storage) => ({ ...storage, classes: { ...storage.classes, list: async () => (await storage.classes.list()).map(ended) } }) })
  expect(await customersIn(again, groupId)).toEqual(['远东电缆'])
})

it('a class that was ended by mistake goes on where it was: its timer stands, and its day counts no minute twice', async () => {
  const clock = createFakeClock()
  const { server, room } = await start.classroom({ clock })
  await room.does('agenda:go', { to: 'i-2-1', from: null })
  await server.advance(5 * MINUTE_MS)
  await room.does('agenda:go', { to: 'i-3-2', from: 'i-2-1' })
  await room.does('timer:start', {})
  await server.advance(10_000)
  await room.does('class:end', {})
  await server.advance(20_000)
  await room.does('class:reopen', {})
  const { timer } = server.app.classes.get(room.classId).state()
  expect(timer).toMatchObject({ state: 'paused', remainingMs: timer.durationMs - 10_000 })
  expect(await room.send(room.trainer, 'agenda:back', { from: 'i-3-2', to: 'i-2-1' })).toMatchObject({ ok: false, reason: 'wrong-state' })
  await room.does('timer:resume', {})
  expect(server.app.classes.get(room.classId).state().timer).toMatchObject({ state: 'running', endsAt: clock.now() + timer.durationMs - 10_000 })
})

it('whose matter a change is hears of it soon: a round its group, what the group on the stage shows no other one', async () => {
  const { server, room } = await start.classroom()
  const reaches: ReturnType<typeof reachOf>[] = []
  server.app.classes.listen({ changed: (_, before: ClassState, after: ClassState) => void reaches.push(reachOf(before, after)) })
  const [a, b] = [room.groupId(0), room.groupId(1)]
  const ada = await room.seat('Ada', 0)
  await room.does('share:present', { groupId: a })
  await room.does('alone:open', { exercise: 'ideas-potential', groupIds: [b], customerIds: [], graderIds: null })
  await room.send(ada.line, 'share:show', { artifact: { kind: 'potential' } })
  await room.send(ada.line, 'share:show', { artifact: { kind: 'usp' } })
  expect(reaches.slice(-4).map(({ control, groupIds }) => [control, [...groupIds]])).toEqual([[true, []], [false, [b]], [false, [a]], [false, [a]]])
  expect(reaches.slice(-2).map(({ movedIds }) => [...movedIds])).toEqual([[ada.admission.participantId], [ada.admission.participantId]])
  const projector = await room.projector()
  await projector.until(({ sharing }) => sharing?.artifact.kind === 'usp')
  await room.send(ada.line, 'share:show', { artifact: { kind: 'potential' } })
  await projector.until(({ sharing }) => sharing?.artifact.kind === 'potential')
})
