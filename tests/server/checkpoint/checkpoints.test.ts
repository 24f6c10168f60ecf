import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { INTERVAL_MS } from '../../../server/domain/checkpoint/limits.ts'
import { addCustomers, setGrade } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { prepareDocument, readGroupWork } from '../../../shared/groupwork/document.ts'
import type { Checkpoint } from '../../../shared/checkpoint/model.ts'
import { addFactor, factorRow, factorText, removeFactor } from '../../../shared/scale/document.ts'
import type { CheckpointRepository } from '../../../server/domain/checkpoint/CheckpointRepository.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import type { StartOptions, TestServer } from '../../support/startServer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { SyncPeer } from '../../support/syncPeer.ts'
import { until } from '../../support/until.ts'
import type { Classroom, Seated } from '../../support/openClassroom.ts'

const start = stopAfterEach()
const ada = new LocalOrigin('ada')

/** A class on a clock of its own, with a member of the first group and what the trainer asks for. */
async function open(options: StartOptions = {}) {
  const clock = createFakeClock()
  const { server, room } = await start.classroom({ clock, ...options })
  const seated = await room.seat('Ada')
  const member = await bring(server, room, seated)
  return { clock, server, room, member, seated, ...asked(room) }
}
async function bring(server: TestServer, room: Classroom, { admission }: Seated, doc = new Y.Doc()) {
  const peer = new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(0), token: admission.token, doc })
  start.later(() => peer.socket.terminate())
  await peer.ready()
  prepareDocument(peer.doc)
  return peer
}
function asked(room: Classroom) {
  const groupId = room.groupId(0)
  const list = async (): Promise<readonly Checkpoint[]> => {
    const reply = await room.send(room.trainer, 'checkpoint:list', { groupId })
    if (!reply.ok) throw new Error(reply.message)
    return reply.value.checkpoints
  }
  return {
    groupId, list,
    restore: (checkpointId: string) => room.send(room.trainer, 'checkpoint:restore', { groupId, checkpointId }),
    compare: (checkpointId: string) => room.send(room.trainer, 'checkpoint:compare', { groupId, checkpointId }),
    /** Makes the `place`th item of the agenda the current one. */
    async go(place: number) {
      const { agenda, currentId } = await room.trainer.view()
      const to = agenda[place]?.id ?? ''
      await room.does('agenda:go', { to, from: currentId })
      await room.trainer.until((view) => view.currentId === to)
      return to
    },
  }
}
async function write(peer: SyncPeer, id: string, name: string): Promise<void> {
  addFactor(peer.doc, 'potential', readGroupWork(peer.doc).scales.potential, { id, name }, ada)
  await until(() => Math.max(peer.saved, peer.held) === peer.sent, 'a receipt')
}
const names = (doc: Y.Doc): string[] => readGroupWork(doc).scales.potential.factors.map((factor) => factor.name)
const about = (checkpoints: readonly Checkpoint[]) => checkpoints.map(({ reason, counts }) => [reason, counts.factors])
const seesNames = (peer: SyncPeer, wanted: readonly string[]) => until(() => names(peer.doc).join() === wanted.join(), () => `${wanted.join()} in ${names(peer.doc).join()}`)

describe('checkpoints are kept', () => {
  it('every three minutes of what changed, and not again while nothing does', async () => {
    const { server, member, list, clock } = await open()
    await server.advance(INTERVAL_MS)
    expect(await list()).toEqual([])
    await write(member, 'a', '年采购额')
    await server.advance(INTERVAL_MS - 1_000)
    expect(await list()).toEqual([])
    await server.advance(1_000)
    expect(await list()).toMatchObject([{ reason: 'interval', at: clock.now(), itemId: null, counts: { factors: 1, customers: 0, grades: 0 } }])
    await server.advance(2 * INTERVAL_MS)
    expect(await list()).toHaveLength(1)
    addCustomers(member.doc, [], [{ id: 'k', name: '华润' }], ada)
    setGrade(member.doc, 'k', 'a', { kind: 'unknown' }, ada)
    await member.allSaved()
    await server.advance(INTERVAL_MS)
    expect(await list()).toMatchObject([{ counts: { factors: 1, customers: 1, grades: 1 } }, { counts: { customers: 0 } }])
  })

  it('P7.3: by the time that passed, whatever somebody does to the clock of the laptop', async () => {
    const { server, member, list, clock } = await open()
    await write(member, 'a', '甲')
    clock.jump(-3_600_000)
    await server.advance(INTERVAL_MS)
    await write(member, 'b', '乙')
    clock.jump(7_200_000)
    await server.advance(INTERVAL_MS)
    expect(about(await list())).toEqual([['interval', 2], ['interval', 1]])
  })

  it('at each exercise\'s end, of the groups that worked in it, under the item that ended', async () => {
    const { member, list, go, room } = await open()
    const first = await go(0)
    await write(member, 'a', '甲')
    const second = await go(1)
    await until(async () => (await list()).length === 1, 'a checkpoint')
    await go(2)
    await write(member, 'b', '乙')
    await room.does('class:end', {})
    await until(async () => (await list()).length === 2, 'the last checkpoint')
    const kept = await list()
    expect(about(kept)).toEqual([['exercise-end', 2], ['exercise-end', 1]])
    expect(kept.map(({ itemId }) => itemId === first)).toEqual([false, true])
    expect(kept[0]?.itemId).not.toBe(second)
    const other = await room.send(room.trainer, 'checkpoint:list', { groupId: room.groupId(1) })
    expect(other).toEqual({ ok: true, value: { checkpoints: [] } })
  })

  it('P2.4: when the lock at zero closes, without what the lock holds back; that is in the next, once it is merged', async () => {
    const { server, room, member, list, go, groupId } = await open()
    await room.does('agenda:edit', { itemId: await go(0), change: { lockAtZero: true } })
    await room.does('timer:reset', { durationMs: 30_000 })
    await room.does('timer:start', {})
    await write(member, 'a', '甲')
    await server.advance(60_000)
    await until(async () => (await list()).length === 1, 'a checkpoint')
    addFactor(member.doc, 'potential', readGroupWork(member.doc).scales.potential, { id: 'b', name: '乙' }, ada)
    await until(() => server.app.rooms.heldBy(groupId).size === 1, 'a held edit')
    await server.advance(INTERVAL_MS + 1_000)
    expect(about(await list())).toEqual([['exercise-end', 1]])
    await room.does('lock:open', { groupIds: null })
    await go(1)
    await until(async () => (await list()).length === 2, 'the next checkpoint')
    expect(about(await list())).toEqual([['exercise-end', 2], ['exercise-end', 1]])
  })

  it('also of what was written just before the server stopped', async () => {
    const clock = createFakeClock()
    const folder = await mkdtemp(join(tmpdir(), 'ketu-checkpoints-'))
    start.later(() => rm(folder, { recursive: true }))
    const file = join(folder, 'ketu.db')
    const first = await start.classroom({ clock, file })
    const seated = await first.room.seat('Ada')
    const member = await bring(first.server, first.room, seated)
    await write(member, 'a', '甲')
    await first.server.advance(INTERVAL_MS)
    clock.advance(1_000)
    await write(member, 'b', '乙')
    const groupId = first.room.groupId(0)
    await first.server.stop()
    const second = await start.server({ clock, file })
    const kept = async () => second.app.checkpoints.list(groupId)
    expect(about(await kept())).toEqual([['interval', 1]])
    await second.advance(INTERVAL_MS)
    expect(about(await kept())).toEqual([['interval', 2], ['interval', 1]])
    await second.stop()
    const third = await start.server({ clock, file })
    await third.advance(2 * INTERVAL_MS)
    expect(await third.app.checkpoints.list(groupId)).toHaveLength(2)
  })
})

describe('a disk that refuses checkpoints', () => {
  function failing() {
    let full = false
    const refuse = (): void => {
      if (full) throw new Error('database or disk is full')
    }
    return {
      fill: (on: boolean): void => { full = on },
      wrapStorage: (storage: Parameters<NonNullable<StartOptions['wrapStorage']>>[0]) => {
        const checkpoints: CheckpointRepository = { ...storage.checkpoints, async add(...given) { refuse(); return storage.checkpoints.add(...given) } }
        return { ...storage, checkpoints }
      },
    }
  }
  it('F5: costs nothing but them: the class goes on, and they are kept once there is room', async () => {
    const disk = failing()
    const { server, member, list, go } = await open({ wrapStorage: disk.wrapStorage })
    await go(0)
    disk.fill(true)
    await write(member, 'a', '甲')
    await server.advance(INTERVAL_MS)
    await go(1)
    await write(member, 'b', '乙')
    expect(await list()).toEqual([])
    disk.fill(false)
    await server.advance(INTERVAL_MS)
    expect(about(await list())).toEqual([['interval', 2]])
  })
  it('F5: nothing is restored without a way back', async () => {
    const disk = failing()
    const { server, member, list, restore } = await open({ wrapStorage: disk.wrapStorage })
    await write(member, 'a', '甲')
    await server.advance(INTERVAL_MS)
    const [then] = await list()
    await write(member, 'b', '乙')
    disk.fill(true)
    expect(await restore(then?.id ?? '')).toMatchObject({ ok: false, reason: 'disk-full' })
    await member.roundTrip()
    expect(names(member.doc)).toEqual(['甲', '乙'])
  })
})

describe('the trainer', () => {
  /** One checkpoint with a factor, which is then removed and another one added. */
  async function wrecked() {
    const opened = await open()
    await write(opened.member, 'a', '甲')
    await opened.server.advance(INTERVAL_MS)
    const [then] = await opened.list()
    if (!then) throw new Error('no checkpoint')
    removeFactor(opened.member.doc, 'potential', 'a', 5, ada)
    await write(opened.member, 'b', '乙')
    return { ...opened, then }
  }

  it('sees what changed since, in words of the course', async () => {
    const { compare, then } = await wrecked()
    expect(await compare(then.id)).toEqual({ ok: true, value: { changes: [
      { kind: 'factors-added', axis: 'potential', count: 1, names: ['乙'] },
      { kind: 'factors-removed', axis: 'potential', count: 1, names: ['甲'] },
    ] } })
  })

  it('P2.4: goes back while the group is connected and while one of it is not: all have the old content, and nothing typed offline is lost', async () => {
    const { server, room, member, restore, then, groupId } = await wrecked()
    const seat = await room.seat('Ben')
    const ben = await bring(server, room, seat)
    await seesNames(ben, ['乙'])
    await ben.drop()
    const row = factorRow(ben.doc, 'potential', 'a')
    if (row) factorText(row, 'definition')?.insert(0, '离线写的')
    const reply = await restore(then.id)
    expect(reply).toMatchObject({ ok: true, value: { undoId: expect.any(String) } })
    await seesNames(member, ['甲'])
    const back = await bring(server, room, seat, ben.doc)
    await back.allSaved()
    await until(() => readGroupWork(member.doc).scales.potential.factors[0]?.definition === '离线写的', 'what Ben wrote')
    await seesNames(back, ['甲'])
    expect(readGroupWork(back.doc)).toEqual(readGroupWork(member.doc))
    // And its members can go on.
    await write(member, 'c', '丙')
    await seesNames(back, ['甲', '丙'])
    const stored = await server.app.rooms.read(groupId)
    expect(stored && names(stored)).toEqual(['甲', '丙'])
  })

  it('can undo it: what was there before is a checkpoint of its own, to go back to', async () => {
    const { member, restore, list, then } = await wrecked()
    const reply = await restore(then.id)
    if (!reply.ok || reply.value.undoId === null) throw new Error('not restored')
    expect(about(await list())).toEqual([['before-restore', 1], ['interval', 1]])
    expect((await list())[0]?.id).toBe(reply.value.undoId)
    await seesNames(member, ['甲'])
    await restore(reply.value.undoId)
    await seesNames(member, ['乙'])
    expect(readGroupWork(member.doc).scales.potential.removed).toMatchObject([{ name: '甲', removed: { at: 5, by: 'ada' } }])
  })

  it('P3.4: pressing twice restores once, and the way back stays', async () => {
    const { room, groupId, list, then } = await wrecked()
    const payload = { groupId, checkpointId: then.id }
    const once = { commandId: 'a-double-tap' }
    const [first, same, again] = await Promise.all([
      room.send(room.trainer, 'checkpoint:restore', payload, once), room.send(room.trainer, 'checkpoint:restore', payload, once), room.send(room.trainer, 'checkpoint:restore', payload),
    ])
    expect(same).toEqual(first)
    expect(first).toMatchObject({ ok: true, value: { undoId: expect.any(String) } })
    expect(again).toEqual({ ok: true, value: { undoId: null } })
    expect(about(await list())).toEqual([['before-restore', 1], ['interval', 1]])
    expect((await room.trainer.view()).messages).toHaveLength(1)
  })

  it('while people type: what came in while the present was stored is in the way back, too', async () => {
    let meanwhile: (() => Promise<void>) | null = null
    const { server, member, restore, list, groupId } = await open({
      wrapStorage: (storage) => ({ ...storage, checkpoints: {
        ...storage.checkpoints,
        async add(checkpoint, dropped) {
          await storage.checkpoints.add(checkpoint, dropped)
          if (checkpoint.reason === 'before-restore') await meanwhile?.()
        },
      } }),
    })
    await write(member, 'a', '甲')
    await server.advance(INTERVAL_MS)
    const [then] = await list()
    await write(member, 'b', '乙')
    let typed = 0
    meanwhile = async () => {
      if (typed++ < 2) await server.app.rooms.edit(groupId, (doc) => addFactor(doc, 'potential', readGroupWork(doc).scales.potential, { id: `late${typed}`, name: `晚${typed}` }, ada))
    }
    const reply = await restore(then?.id ?? '')
    await seesNames(member, ['甲'])
    const undoId = reply.ok ? reply.value.undoId : null
    // One way back, however often it had to look again.
    expect((await list()).map(({ id }) => id)).toEqual([undoId, then?.id])
    await restore(undoId ?? '')
    await seesNames(member, ['甲', '乙', '晚1', '晚2'])
  })

  it('goes back through a lock, and the group is told to what moment; other groups are not', async () => {
    const { room, member, seated, restore, groupId, then } = await wrecked()
    const elsewhere = await room.seat('Eve', 1)
    await room.does('lock:close', { groupIds: [groupId], inMs: 0 })
    await restore(then.id)
    await seesNames(member, ['甲'])
    const { messages } = await seated.line.until((view) => view.messages.length > 0)
    expect(messages).toMatchObject([{ kind: 'restored', restoredTo: then.at, text: '' }])
    expect((await elsewhere.line.view()).messages).toEqual([])
  })

  it('F2: what a lock holds back comes in after going back, whole and once, when the lock opens', async () => {
    const { server, room, member, restore, groupId, then } = await wrecked()
    await room.does('lock:close', { groupIds: [groupId], inMs: 0 })
    const row = factorRow(member.doc, 'potential', 'a')
    if (row) factorText(row, 'definition')?.insert(0, '锁定时写的')
    await write(member, 'c', '锁定时加的')
    await until(() => server.app.rooms.heldBy(groupId).size === 1, 'held edits')
    await restore(then.id)
    const doc = await server.app.rooms.read(groupId)
    expect(doc && names(doc)).toEqual(['甲'])
    await room.does('lock:open', { groupIds: [groupId] })
    await seesNames(member, ['甲', '锁定时加的'])
    const open = await server.app.rooms.read(groupId)
    expect(open && readGroupWork(open).scales.potential.factors.map(({ definition }) => definition)).toEqual(['锁定时写的', ''])
  })

  it('P5.10: alone may look and go back, and only at groups of this class', async () => {
    const { room, seated, groupId, restore, then, server } = await wrecked()
    for (const name of ['checkpoint:list', 'checkpoint:compare', 'checkpoint:restore'] as const) {
      expect(await room.send(seated.line, name, { groupId, checkpointId: then.id })).toMatchObject({ ok: false, reason: 'not-allowed' })
    }
    expect(await restore('never-there')).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await room.send(room.trainer, 'checkpoint:restore', { groupId: room.groupId(1), checkpointId: then.id })).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await room.send(room.trainer, 'checkpoint:list', { groupId: 'elsewhere' })).toMatchObject({ ok: false, reason: 'not-found' })
    await room.does('class:end', {})
    expect(await restore(then.id)).toMatchObject({ ok: false, reason: 'class-ended' })
    await server.app.classes.wipe(room.classId)
    expect(await server.app.checkpoints.list(groupId)).toEqual([])
  })
})
