import { expect, it } from 'vitest'
import WebSocket from 'ws'
import { closeCode } from '../../../shared/protocol/sync.ts'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import { openControl, tokenAuth } from '../../simulator/api.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import type { TestServer } from '../../support/startServer.ts'

const start = stopAfterEach()

/** Sync step 1 of an empty document: who asks nothing hears nothing before the heartbeat, ten seconds later. */
const question = Uint8Array.of(0, 0, 1, 0)
/** A sync connection: its first frame, and later its end. */
function openSync(server: TestServer, documentId: string, token: string) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${documentId}?token=${token}`)
  start.later(() => socket.terminate())
  socket.once('open', () => socket.send(question))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const heard = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  return { closed, heard }
}

it('P2.15: who is moved to another group leaves the old document and is told the new place at once', async () => {
  const { server, room } = await start.classroom()
  const ada = await room.seat('Ada', 0)
  const { token, participantId } = ada.admission
  const old = openSync(server, room.groupId(0), token)
  await old.heard
  await room.does('participant:move', { participantId, groupId: room.groupId(1) })
  expect(await old.closed).toBe(closeCode.moved)
  expect((await ada.line.until(({ me }) => me.groupId === room.groupId(1))).members.map(({ name }) => name)).toEqual(['Ada'])
  expect(await openSync(server, room.groupId(0), token).closed).toBe(closeCode.forbidden)
  await openSync(server, room.groupId(1), token).heard
})

it('P2.15: who is removed is told so, loses both channels, and comes back in the same place when restored', async () => {
  const { server, room } = await start.classroom()
  const ada = await room.seat('Ada', 1)
  const { token, participantId } = ada.admission
  await ada.line.view()
  const sync = openSync(server, room.groupId(1), token)
  await sync.heard
  const goodbye = new Promise((resolve) => ada.line.socket.once('goodbye', resolve))
  await room.does('participant:remove', { participantId })
  expect(await goodbye).toEqual({ reason: 'removed' })
  expect(await sync.closed).toBe(closeCode.moved)
  expect(await openSync(server, room.groupId(1), token).closed).toBe(closeCode.unauthorized)
  expect((await room.trainer.until(({ removedMembers }) => removedMembers.length === 1)).members).toEqual([])
  // A reload is told the same, so that the device keeps its seat.
  const reloaded = openControl<ParticipantView>(server.url, tokenAuth('participant', token))
  start.later(reloaded.close)
  const refusal = await new Promise<Error & { data?: unknown }>((resolve) => reloaded.socket.once('connect_error', resolve))
  expect(refusal.data).toEqual({ reason: 'removed' })
  await room.does('participant:restore', { participantId })
  const back = openControl<ParticipantView>(server.url, tokenAuth('participant', token))
  start.later(back.close)
  expect((await back.view()).me).toMatchObject({ id: participantId, groupId: room.groupId(1) })
})

it('P5.10: when the class ends its people are told, and their tokens open nothing until it opens again', async () => {
  const { server, room } = await start.classroom()
  const ada = await room.seat('Ada')
  await ada.line.view()
  const { token } = ada.admission
  const sync = openSync(server, room.groupId(0), token)
  await sync.heard
  const goodbye = new Promise((resolve) => ada.line.socket.once('goodbye', resolve))
  await room.does('class:end', {})
  expect(await goodbye).toEqual({ reason: 'class-ended' })
  expect(await sync.closed).toBe(closeCode.moved)
  expect(await openSync(server, room.groupId(0), token).closed).toBe(closeCode.unauthorized)
  expect(await room.send(room.trainer, 'timer:start', {})).toMatchObject({ ok: false, reason: 'class-ended' })
  await room.does('class:reopen', {})
  await openSync(server, room.groupId(0), token).heard
})

it('groups: at most twelve, the first free letter, removed only when empty; a new one has its document at once', async () => {
  const { server, room } = await start.classroom()
  const ada = await room.seat('Ada', 1)
  expect(await room.send(room.trainer, 'group:remove', { groupId: room.groupId(1) })).toMatchObject({ ok: false, reason: 'wrong-state' })
  await room.does('group:remove', { groupId: room.groupId(0) })
  const added = await room.send(room.trainer, 'group:add', {})
  if (!added.ok) throw new Error(added.message)
  const view = await room.trainer.until(({ groups }) => groups.some(({ id }) => id === added.value.groupId))
  expect(view.groups.find(({ id }) => id === added.value.groupId)?.index).toBe(0)
  await room.does('participant:move', { participantId: ada.admission.participantId, groupId: added.value.groupId })
  await openSync(server, added.value.groupId, ada.admission.token).heard
  for (let count = 3; count < 12; count++) await room.does('group:add', {})
  expect(await room.send(room.trainer, 'group:add', {})).toMatchObject({ ok: false, reason: 'too-many' })
})

it('groups: those in it give it its name, and no other', async () => {
  const { room } = await start.classroom()
  const ada = await room.seat('Ada', 1)
  expect(await room.send(ada.line, 'group:rename', { groupId: room.groupId(1), name: ' 远航 ' })).toMatchObject({ ok: true })
  expect(await room.send(ada.line, 'group:rename', { groupId: room.groupId(0), name: '别人' })).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect((await room.trainer.until(({ groups }) => groups[1]?.name !== '')).groups.map(({ name }) => name)).toEqual(['', '远航', ''])
})

it('a name that was taken meanwhile keeps a removed person out until one of the two is renamed', async () => {
  const { room } = await start.classroom()
  const first = await room.seat('Ada')
  await room.does('participant:remove', { participantId: first.admission.participantId })
  const second = await room.seat('Ada')
  expect(await room.send(room.trainer, 'participant:restore', { participantId: first.admission.participantId })).toMatchObject({ ok: false, reason: 'name-taken' })
  await room.does('participant:rename', { participantId: second.admission.participantId, name: 'Ada L.' })
  await room.does('participant:restore', { participantId: first.admission.participantId })
  expect((await room.trainer.until(({ members }) => members.length === 2)).members.map(({ name }) => name)).toEqual(['Ada', 'Ada L.'])
})
