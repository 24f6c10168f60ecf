import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentStore } from '../../server/domain/room/DocumentStore.ts'
import { createBackups } from '../../server/storage/sqlite/backups.ts'
import { REENTRY_MS } from '../../server/domain/access/Access.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import { openControl, signInTrainer, tokenAuth } from '../simulator/api.ts'
import { createFakeClock } from '../support/FakeClock.ts'
import type { Classroom, Seated } from '../support/openClassroom.ts'
import type { TestServer } from '../support/startServer.ts'
import { stopAfterEach } from '../support/stopAfterEach.ts'
import { SyncPeer } from '../support/syncPeer.ts'
import { until } from '../support/until.ts'

const HOUR_MS = 3_600_000
const start = stopAfterEach()
const jumps = [{ way: 'forward', byMs: HOUR_MS }, { way: 'back', byMs: -HOUR_MS }]

const peerOf = (server: TestServer, room: Classroom, { admission }: Seated, doc?: SyncPeer['doc']): Promise<SyncPeer> =>
  new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(0), token: admission.token, ...(doc ? { doc } : {}) }).ready()

describe.each(jumps)('F6: P7.3: the clock jumps an hour $way', ({ byMs }) => {
  it('receipts go on, on lines from before and after; held edits keep their order', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const seated = await room.seat('Ada')
    const ada = await peerOf(server, room, seated)
    const ben = await peerOf(server, room, await room.seat('Ben'))
    ada.type('one ')
    await ada.allSaved()
    await room.does('lock:close', { groupIds: null, inMs: 0 })
    ada.type('two ')
    await until(() => ada.held === ada.sent, 'held before the jump')
    clock.jump(byMs)
    await server.app.tick()
    ada.type('three ')
    await until(() => ada.held === ada.sent, 'held after the jump')
    await ada.drop()
    const again = await peerOf(server, room, seated, ada.doc)
    await until(() => again.held === again.sent, 'held on a new line')
    await room.does('lock:open', { groupIds: null })
    await again.allSaved()
    await ben.sees('one two three ')
    again.type('four')
    await again.allSaved()
    await ben.sees('four')
  })

  it('those who are known stay known: participants, projector, console; and a new link works', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const seated = await room.seat('Ada')
    await seated.line.view()
    const link = await server.trainerKey()
    clock.jump(byMs)
    await server.app.tick()
    const ada = openControl<ParticipantView>(server.url, tokenAuth('participant', seated.admission.token))
    start.later(ada.close)
    expect((await ada.view()).me).toMatchObject({ name: 'Ada', presence: 'online' })
    await (await room.projector()).view()
    await room.console().view()
    expect((await room.seat('Ben')).admission.token).not.toBe('')
    await expect(signInTrainer(server.url, link)).resolves.toBeDefined()
    await expect(signInTrainer(server.url, link)).rejects.toThrow('wrong-code')
  })

  it('a re-entry code is good once at most, and not for longer than the clock says', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const { admission } = await room.seat('Ada')
    const reply = await room.send(room.trainer, 'reentry:create', { participantId: admission.participantId })
    if (!reply.ok) throw new Error(reply.message)
    clock.jump(byMs)
    await server.app.tick()
    const { access } = server.app
    expect(await access.isReentry(room.classId, reply.value.code)).toBe(byMs < REENTRY_MS)
    const taken = access.takeReentry(room.classId, reply.value.code)
    if (byMs < REENTRY_MS) await expect(taken).resolves.toBe(admission.participantId)
    else await expect(taken).rejects.toThrow()
    await expect(access.takeReentry(room.classId, reply.value.code)).rejects.toThrow()
  })

  it('the countdown neither loses nor wins a minute, and commands get through', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    await room.does('timer:reset', { durationMs: 600_000 })
    await room.does('timer:start', {})
    await server.advance(60_000)
    clock.jump(byMs)
    await server.app.tick()
    // Pressed on a console whose clock still goes by the server's old time: the next snapshot sets it right.
    await until(async () => (await room.trainer.send('message:send', { to: { kind: 'class' }, text: '继续' })).ok, 'a command to get through')
    const { timer } = await room.trainer.until(({ messages }) => messages.length > 0)
    if (timer.state === 'paused') await room.does('timer:resume', {})
    const on = (await room.trainer.until((view) => view.timer.state === 'running')).timer
    expect(on).toMatchObject({ state: 'running', endsAt: clock.now() + 540_000 })
  })

  it('a disk that failed before the jump is tried again after it, and what waited is receipted', async () => {
    const clock = createFakeClock()
    let isFull = false
    const refusing = (documents: DocumentStore): DocumentStore => ({
      ...documents,
      append: async (batch) => {
        if (isFull) throw new Error('no space left on device')
        return documents.append(batch)
      },
    })
    const { server, room } = await start.classroom({ clock, wrapStorage: (storage) => ({ ...storage, documents: refusing(storage.documents) }) })
    const ada = await peerOf(server, room, await room.seat('Ada'))
    await ada.allSaved()
    isFull = true
    ada.type('waits')
    await until(() => server.app.rooms.storageFailing(), 'the disk to be full')
    clock.jump(byMs)
    await server.app.tick()
    ada.type(' on')
    isFull = false
    await ada.allSaved()
    await until(() => !server.app.rooms.storageFailing(), 'the disk to be well')
  })
})

it('F6: P6.2: a safety copy taken after the clock was set back is the newest: it is kept, and it is what comes back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ketu-clock-'))
  start.later(() => rm(folder, { recursive: true }))
  const backups = createBackups(join(folder, 'ketu.db'))
  const copy = (target: string): Promise<void> => writeFile(target, 'a copy')
  const noon = Date.UTC(2026, 10, 24, 12)
  const newest: string[] = []
  for (let count = 0; count < 14; count++) {
    // Set back after the tenth, by not quite an hour: no two copies are of the same instant.
    newest.push((await backups.take(copy, noon + count * 300_000 - (count < 10 ? 0 : HOUR_MS - 77_000))).file)
  }
  const order: string[] = []
  await backups.restoreNewest((found) => {
    order.push(found)
    return false
  }, noon)
  expect(order.map((found) => join(dirname(newest[0] ?? ''), basename(found)))).toEqual(newest.slice(-12).reverse())
})
