import { expect, it } from 'vitest'
import { createPace } from '../../simulator/pace.ts'
import { joinWithTablet, type Tablet } from '../../simulator/tablet.ts'
import type { Classroom } from '../../support/openClassroom.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import type { TestServer } from '../../support/startServer.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'

const start = stopAfterEach()

async function tablet(server: TestServer, room: Classroom, name: string, group: number): Promise<Tablet> {
  const joined = await joinWithTablet({ baseUrl: server.url, code: room.code, name, groupId: room.groupId(group), pace: createPace(Infinity, 1) })
  start.later(() => joined.leave())
  await joined.ready()
  return joined
}
async function customersIn(server: TestServer, documentId: string): Promise<readonly string[]> {
  const doc = await server.app.rooms.read(documentId)
  if (!doc) throw new Error('there is no such document')
  return readGroupWork(doc).customers.map(({ name }) => name)
}

it('M1: merging moves the people; the group they leave keeps its work, and restoring brings it and them back', async () => {
  const { server, room } = await start.classroom()
  const ada = await tablet(server, room, 'Ada', 0)
  await ada.addCustomer('华东机械厂')
  await expect.poll(() => customersIn(server, room.groupId(0))).toEqual(['华东机械厂'])
  const ben = await room.seat('Ben', 1)
  await room.does('projector:show', { scene: { kind: 'spotlight', groupId: room.groupId(0), part: 'map' } })
  await room.does('group:merge', { groupId: room.groupId(0), into: room.groupId(1) })
  const merged = await room.trainer.until(({ groups }) => groups.length === 2)
  expect(merged).toMatchObject({ archivedGroups: [{ id: room.groupId(0), index: 0, mergedInto: room.groupId(1) }], projector: { scene: { kind: 'agenda' } } })
  expect(merged.members.map(({ name, groupId }) => [name, groupId])).toEqual([['Ada', room.groupId(1)], ['Ben', room.groupId(1)]])
  expect((await ben.line.until(({ members }) => members.length === 2)).groups).toHaveLength(2)
  // Ben is moved on; Ada is still where the merge brought her.
  await room.does('participant:move', { participantId: ben.admission.participantId, groupId: room.groupId(2) })
  await room.does('group:restore', { groupId: room.groupId(0) })
  const restored = await room.trainer.until(({ groups }) => groups.length === 3)
  expect(restored.groups.map(({ index }) => index)).toEqual([0, 1, 2])
  expect(restored.members.map(({ name, groupId }) => [name, groupId])).toEqual([['Ada', room.groupId(0)], ['Ben', room.groupId(2)]])
  expect(restored.archivedGroups).toEqual([])
  expect(await customersIn(server, room.groupId(0))).toEqual(['华东机械厂'])
})

it('M2: a removed group comes back with its work; under another letter when its own is taken', async () => {
  const { server, room } = await start.classroom()
  const ada = await tablet(server, room, 'Ada', 0)
  await ada.addCustomer('长江电子')
  await expect.poll(() => customersIn(server, room.groupId(0))).toEqual(['长江电子'])
  await room.does('participant:move', { participantId: ada.participantId, groupId: room.groupId(1) })
  await room.does('group:remove', { groupId: room.groupId(0) })
  await room.does('group:add', {})
  await room.does('group:restore', { groupId: room.groupId(0) })
  const view = await room.trainer.until(({ groups }) => groups.some(({ id }) => id === room.groupId(0)))
  expect(view.groups.find(({ id }) => id === room.groupId(0))?.index).toBe(3)
  expect(await customersIn(server, room.groupId(0))).toEqual(['长江电子'])
  // Pressed twice it is so already.
  await room.does('group:restore', { groupId: room.groupId(0) })
  expect(await room.send(room.trainer, 'group:restore', { groupId: 'nowhere' })).toMatchObject({ ok: false, reason: 'not-found' })
})

it('M3: splitting gives the new group a copy of its own of the work, and both go on apart', async () => {
  const { server, room } = await start.classroom()
  const ada = await tablet(server, room, 'Ada', 0)
  const ben = await tablet(server, room, 'Ben', 0)
  await ada.addCustomer('华东机械厂')
  await expect.poll(() => customersIn(server, room.groupId(0))).toEqual(['华东机械厂'])
  const split = await room.send(room.trainer, 'group:split', { groupId: room.groupId(0), participantIds: [ben.participantId] })
  if (!split.ok) throw new Error(split.message)
  const { groupId } = split.value
  expect(await customersIn(server, groupId)).toEqual(['华东机械厂'])
  const view = await room.trainer.until(({ groups }) => groups.length === 4)
  expect(view.members.find(({ name }) => name === 'Ben')?.groupId).toBe(groupId)
  await ada.addCustomer('只在旧组')
  await expect.poll(() => customersIn(server, room.groupId(0))).toEqual(['华东机械厂', '只在旧组'])
  expect(await customersIn(server, groupId)).toEqual(['华东机械厂'])
  // The way back is a merge: the copy is put away, not thrown away.
  await room.does('group:merge', { groupId, into: room.groupId(0) })
  expect((await room.trainer.until(({ groups }) => groups.length === 3)).archivedGroups.map(({ id }) => id)).toEqual([groupId])
})

it('M4: a split group is locked when the old one is; somebody who is not in the group can not be split off', async () => {
  const { room } = await start.classroom()
  const ada = await room.seat('Ada', 0)
  const ben = await room.seat('Ben', 1)
  await room.does('lock:close', { groupIds: [room.groupId(0)], inMs: 0 })
  expect(await room.send(room.trainer, 'group:split', { groupId: room.groupId(0), participantIds: [ben.admission.participantId] })).toMatchObject({ ok: false, reason: 'conflict' })
  const split = await room.send(room.trainer, 'group:split', { groupId: room.groupId(0), participantIds: [ada.admission.participantId] })
  if (!split.ok) throw new Error(split.message)
  const view = await room.trainer.until(({ groups }) => groups.length === 4)
  expect(view.groups.find(({ id }) => id === split.value.groupId)?.lock.state).toBe('locked')
})

it('M5: groups that were put away are there after a restart too, and a wipe takes their work along', async () => {
  const { server, room } = await start.classroom()
  await room.does('group:remove', { groupId: room.groupId(0) })
  expect(await server.app.rooms.read(room.groupId(0))).toBeDefined()
  await server.app.classes.wipe(room.classId)
  expect(await server.app.rooms.read(room.groupId(0))).toBeUndefined()
})
