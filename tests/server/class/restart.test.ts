import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Aggregate, ParticipantView, TrainerView } from '../../../shared/protocol/views.ts'
import { openControl, signInTrainer, tokenAuth, trainerAuth } from '../../simulator/api.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { openClassroom, type Seated } from '../../support/openClassroom.ts'
import { startServer, type TestServer } from '../../support/startServer.ts'
import { SyncPeer } from '../../support/syncPeer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ketu-restart-'))
  start.later(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'ketu.db')
}

it('P7.4: a restart resumes the class: the agenda, the running timer, locks, people, messages, the scene', async () => {
  const clock = createFakeClock()
  const file = await temporaryFile()
  const first = await startServer({ file, clock })
  const room = await openClassroom(first)
  const ada = await room.seat('Ada', 1)
  const item = (await room.trainer.view()).agenda.find((one) => one.activity === 'potential')
  await room.does('agenda:go', { to: item?.id ?? '', from: null })
  await room.does('timer:start', {})
  await room.does('lock:close', { groupIds: [room.groupId(1)], inMs: 0 })
  await room.does('message:send', { to: { kind: 'class' }, text: '还有五分钟' })
  await room.does('projector:show', { scene: { kind: 'map', mode: 'all' } })
  const before = await room.trainer.until((view) => view.projector.scene.kind === 'map')
  room.close()
  await first.stop()

  clock.advance(90_000)
  const second = await start.server({ file, clock })
  const hers = openControl<ParticipantView>(second.url, tokenAuth('participant', ada.admission.token))
  start.later(hers.close)
  const after = await hers.view()
  expect(after).toMatchObject({
    me: { id: ada.admission.participantId, name: 'Ada', groupId: room.groupId(1) },
    current: { id: item?.id },
    timer: before.timer,
    serverNow: clock.now(),
  })
  expect(after.run).not.toBe(before.run)
  expect(after.messages.map(({ text }) => text)).toEqual(['还有五分钟'])
  expect(after.groups.map(({ lock }) => lock.state)).toEqual(['open', 'locked', 'open'])

  // The trainer's cookie is bound to the port in its name; the console of the old address asks for a new link.
  const api = await signInTrainer(second.url, await second.trainerKey())
  const console = openControl<TrainerView>(second.url, trainerAuth(room.classId), api.cookie)
  start.later(console.close)
  expect(await console.view()).toMatchObject({ projector: before.projector, agenda: before.agenda, class: { code: room.code } })
})

it('P7.3: a start that takes long is no sleep of the laptop: the timer runs on', async () => {
  const clock = createFakeClock()
  const file = await temporaryFile()
  const first = await startServer({ file, clock })
  const room = await openClassroom(first)
  await room.does('timer:start', {})
  const { timer } = first.app.classes.get(room.classId).state()
  room.close()
  await first.stop()

  const second = await start.server({ file, clock, wrapStorage: (storage) => ({ ...storage, answers: { ...storage.answers, list: (classId) => {
    clock.advance(8_000)
    return storage.answers.list(classId)
  } } }) })
  await second.advance(1_000)
  expect(second.app.classes.get(room.classId).state()).toMatchObject({ timer, warnings: [] })
})

it('P2.4: a lock holds also in a class that was ended, and opened again after a restart', async () => {
  const file = await temporaryFile()
  const first = await startServer({ file })
  const room = await openClassroom(first)
  const ada = await room.seat('Ada', 1)
  await room.does('lock:close', { groupIds: [room.groupId(1)], inMs: 0 })
  await room.does('class:end', {})
  room.close()
  await first.stop()

  const second = await start.server({ file })
  const api = await signInTrainer(second.url, await second.trainerKey())
  const console = openControl<TrainerView>(second.url, trainerAuth(room.classId), api.cookie)
  start.later(console.close)
  await console.send('class:reopen', {})
  const peer = new SyncPeer({ url: second.url.replace('http', 'ws'), documentId: room.groupId(1), token: ada.admission.token })
  start.later(() => peer.drop())
  await peer.ready()
  peer.type('behind the lock')
  await until(() => Math.max(peer.held, peer.saved) === peer.sent, 'the receipt')
  expect(peer.held).toBe(peer.sent)
})

it('P7.4: a command repeated after the restart is not done again', async () => {
  const clock = createFakeClock()
  const file = await temporaryFile()
  const first = await startServer({ file, clock })
  const room = await openClassroom(first)
  const envelope = { commandId: 'once-and-only-once', issuedAt: clock.now() }
  const order = { to: { kind: 'class' }, text: '请回座位', ...envelope }
  await room.trainer.socket.emitWithAck('message:send', order)
  room.close()
  await first.stop()

  const second = await start.server({ file, clock })
  const api = await signInTrainer(second.url, await second.trainerKey())
  const console = openControl<TrainerView>(second.url, trainerAuth(room.classId), api.cookie)
  start.later(console.close)
  await console.view()
  expect(await console.socket.emitWithAck('message:send', order)).toEqual({ ok: true, value: null })
  await console.send('class:door', { open: false })
  expect((await console.until((view) => !view.doorOpen)).messages).toHaveLength(1)
})

const peerOf = (server: TestServer, { admission }: Seated, groupId: string): Promise<SyncPeer> =>
  new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: groupId, token: admission.token }).ready()

it('after a restart a group that has written nothing for a while is still known to', async () => {
  const clock = createFakeClock()
  const file = await temporaryFile()
  const first = await startServer({ file, clock })
  const room = await openClassroom(first)
  clock.advance(60_000)
  const ada = await peerOf(first, await room.seat('Ada', 1), room.groupId(1))
  ada.type('年采购额')
  await ada.allSaved()
  const writtenAt = clock.now()
  room.close()
  await first.stop()

  clock.advance(600_000)
  const second = await start.server({ file, clock })
  const api = await signInTrainer(second.url, await second.trainerKey())
  const console = openControl<TrainerView>(second.url, trainerAuth(room.classId), api.cookie)
  start.later(console.close)
  const { groups } = await new Promise<Aggregate>((heard) => console.socket.once('aggregate', heard))
  expect(groups.map(({ editedAt }) => editedAt)).toEqual([null, writtenAt, null])
})

it('what has arrived when the server is stopped is saved, and its writer is told so before the line closes', async () => {
  let isSlow = false
  const server = await startServer({ wrapStorage: (storage) => ({ ...storage, documents: { ...storage.documents, append: async (batch) => {
    if (isSlow) await new Promise((resolve) => setTimeout(resolve, 150))
    return storage.documents.append(batch)
  } } }) })
  const room = await openClassroom(server)
  const ada = await peerOf(server, await room.seat('Ada', 1), room.groupId(1))
  await ada.allSaved()
  isSlow = true
  ada.type('最后一句')
  await ada.roundTrip()
  expect(ada.saved).toBeLessThan(ada.sent)
  await server.stop()
  await ada.closing()
  expect(ada.saved).toBe(ada.sent)
  room.close()
})
