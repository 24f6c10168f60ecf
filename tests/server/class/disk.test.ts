import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { createLocalBus } from '../../../server/bus/local.ts'
import type { ClassState } from '../../../server/domain/class/ClassState.ts'
import type { Storage } from '../../../server/domain/Storage.ts'
import { silentLog } from '../../../server/log.ts'
import { companions } from '../../../server/storage/sqlite/files.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { join, openControl, signInTrainer, trainerAuth } from '../../simulator/api.ts'
import { brittleFiles } from '../../support/brittleFiles.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { startServer } from '../../support/startServer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()

it('P6.4: a disk that refuses writes does not stop the class; the trainer is warned, and it is saved when the disk is well', async () => {
  const storage = await openSqlite({ file: ':memory:', log: silentLog })
  const clock = createFakeClock()
  let isFull = false
  const app = await createApp({
    storage: { ...storage, documents: { ...storage.documents, create: async (...given) => {
      if (isFull) throw new Error('SQLITE_FULL: database or disk is full')
      return storage.documents.create(...given)
    } }, classes: { ...storage.classes, save: async (state) => {
      if (isFull) throw new Error('SQLITE_FULL: database or disk is full')
      return storage.classes.save(state)
    } }, sessions: { ...storage.sessions, put: async (session) => {
      if (isFull) throw new Error('SQLITE_FULL: database or disk is full')
      return storage.sessions.put(session)
    } } },
    bus: createLocalBus(), clock, log: silentLog, clientFolder: '/nowhere', hostNames: [], locale: 'zh-CN', tickMs: 0,
    network: { interfaces: () => [], gatewayAddress: async () => null }, disk: { freeBytes: async () => null },
  })
  start.later(app.close)
  const url = `http://127.0.0.1:${await app.listen(0, '127.0.0.1')}`
  const api = await signInTrainer(url, (await app.access.createLink()).key)
  const classId = await api.createClass({ groups: 2 })
  const console = openControl<TrainerView>(url, trainerAuth(classId), api.cookie)
  start.later(console.close)
  await console.view()
  const send = (name: string, payload: object, commandId: string) => console.socket.timeout(5_000).emitWithAck(name, { ...payload, commandId, issuedAt: clock.now() })

  isFull = true
  expect(await send('timer:start', {}, 'start-it-now')).toEqual({ ok: true, value: null })
  // Somebody who comes now would have a token that nobody knows tomorrow.
  const { class: { code }, groups } = await console.view()
  await expect(join(url, { code, name: 'Ada', groupId: groups[0]?.id ?? '' })).rejects.toThrow('disk-full')
  expect(await send('class:door', { open: false }, 'close-the-door')).toEqual({ ok: true, value: null })
  // A group that is nowhere on disk would be lost with the process: that one is refused, with its reason.
  expect(await send('group:add', {}, 'one-more-group')).toMatchObject({ ok: false, reason: 'disk-full' })
  await app.tick()
  const warned = await console.until(({ warnings }) => warnings.length > 0)
  expect(warned).toMatchObject({ timer: { state: 'running' }, doorOpen: false, warnings: [{ kind: 'disk-failing', at: clock.now() }] })
  expect((await storage.classes.find(classId))?.timer.state).toBe('idle')

  isFull = false
  clock.advance(1_000)
  await app.tick()
  await console.until(({ warnings }) => warnings.length === 0)
  expect(await storage.classes.find(classId)).toMatchObject({ timer: { state: 'running' }, doorOpen: false, version: 2, groups: [{ index: 0 }, { index: 1 }] })
  expect(await send('group:add', {}, 'now-there-is-room')).toMatchObject({ ok: true })
})

it('P6.4: a disk that takes long to refuse does not gather the seconds that pass before what the trainer presses', async () => {
  const clock = createFakeClock()
  const refusals: (() => void)[] = []
  let isSlow = false
  let saved: ClassState | undefined
  const wrapStorage = (storage: Storage): Storage => ({ ...storage, classes: { ...storage.classes, save: async (state) => {
    if (isSlow) await new Promise((_resolve, reject) => refusals.push(() => reject(new Error('SQLITE_BUSY: database is locked'))))
    await storage.classes.save(state)
    saved = state
  } } })
  const server = await startServer({ clock, wrapStorage })
  start.later(server.stop)
  const api = await signInTrainer(server.url, await server.trainerKey())
  const classId = await api.createClass({ groups: 1 })
  const console = openControl<TrainerView>(server.url, trainerAuth(classId), api.cookie)
  start.later(console.close)
  await console.view()
  const send = (name: string, payload: object, commandId: string) => console.socket.timeout(5_000).emitWithAck(name, { ...payload, commandId, issuedAt: clock.now() })

  isSlow = true
  const started = send('timer:start', {}, 'start-it-now')
  await until(() => refusals.length === 1, 'the disk to be asked')
  refusals.shift()?.()
  expect(await started).toEqual({ ok: true, value: null })
  const ticks = Array.from({ length: 30 }, () => (clock.advance(1_000), server.app.tick()))
  await until(() => refusals.length === 1, 'the disk to be asked again')
  const pressed = [send('timer:pause', {}, 'pause-it-now'), send('class:door', { open: false }, 'close-the-door')]
  refusals.shift()?.()
  expect(await Promise.all(pressed)).toEqual([{ ok: true, value: null }, { ok: true, value: null }])
  await Promise.all(ticks)
  expect(refusals).toEqual([])

  // It is well again, and the server stops before the next second has passed.
  isSlow = false
  await server.stop()
  expect(saved).toMatchObject({ timer: { state: 'paused' }, doorOpen: false })
})

it('P6.4: a server that was killed starts again on a disk that takes nothing: the class goes on, and is stored when the disk is well', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ketu-full-'))
  start.later(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'ketu.db')
  const { room } = await start.classroom({ file }, 2)
  await room.does('class:door', { open: false })
  const killed = path.join(folder, 'killed.db')
  for (const suffix of companions) await copyFile(file + suffix, killed + suffix).catch(() => undefined)
  let isFull = true
  const refuse = (): void => {
    if (isFull) throw new Error('database or disk is full')
  }
  const files = await brittleFiles({ write: (_path, _position, bytes) => bytes, transact: refuse, sync: async () => refuse() })
  start.later(files.end)
  const clock = createFakeClock()
  const server = await start.server({ file: killed, clock })
  const classroom = server.app.classes.get(room.classId)
  expect(classroom.state()).toMatchObject({ doorOpen: false, groups: [{ index: 0 }, { index: 1 }] })
  await classroom.change((state) => ({ ...state, doorOpen: true }))
  expect(classroom.saveFailing()).toBe(true)
  isFull = false
  await server.advance(1_000)
  expect(classroom.saveFailing()).toBe(false)
})

it('P6.4: a class of which a failed wipe left only half keeps no other one from what is done every second', async () => {
  const clock = createFakeClock()
  let looks = 0
  const { server, room } = await start.classroom({
    clock, disk: { freeBytes: async () => {
      looks += 1
      return null
    } },
    // The rows are gone; the file could not be cleaned of them.
    wrapStorage: (storage) => ({ ...storage, classes: { ...storage.classes, wipe: async (classId) => {
      await storage.classes.wipe(classId)
      throw new Error('SQLITE_FULL')
    } } }),
  })
  await room.does('timer:start', {})
  await expect(room.api.call('DELETE', `/api/classes/${room.classId}`)).rejects.toThrow('disk-full')
  const { durationMs } = server.app.classes.get(room.classId).state().timer
  await server.advance(durationMs + 1_000)
  looks = 0
  await server.advance(61_000)
  expect(looks).toBe(1)
})
