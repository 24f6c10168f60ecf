import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ParticipantView, TrainerView } from '../../../shared/protocol/views.ts'
import { openControl, signInTrainer, tokenAuth, trainerAuth } from '../../simulator/api.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { openClassroom } from '../../support/openClassroom.ts'
import { startServer } from '../../support/startServer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

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
