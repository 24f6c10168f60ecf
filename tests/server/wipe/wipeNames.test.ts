import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCustomers, customerRow, customerText, removeCustomer } from '../../../shared/customer/document.ts'
import { docOf } from '../../../shared/checkpoint/goBack.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import type { WipeReceipt } from '../../../shared/wipe/receipt.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { silentLog } from '../../../server/log.ts'
import { openControl, signInTrainer, tokenAuth } from '../../simulator/api.ts'
import { createPace } from '../../simulator/pace.ts'
import { joinWithTablet } from '../../simulator/tablet.ts'
import { buildClassState } from '../../contract/classRepository.ts'
import { everyText } from '../../support/everyText.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { writeSample } from '../../support/sampleWork.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import type { TestServer } from '../../support/startServer.ts'
import type { Storage } from '../../../server/domain/Storage.ts'

const start = stopAfterEach()
const origin = new LocalOrigin('p1')
const secrets = ['华东绝密机械', '长江绝密电子', 'Zyxwv Harbour', '旧名绝密化工', '锁定绝密纺织', '已删绝密物流']

async function folderOf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ketu-wipe-'))
  start.later(() => rm(folder, { recursive: true, force: true }))
  return folder
}
/** Which of the secrets any byte of any file still says. */
async function foundIn(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
  const bytes = Buffer.concat(await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name)))))
  return secrets.filter((secret) => bytes.includes(Buffer.from(secret)))
}
const says = (value: unknown): readonly string[] => secrets.filter((secret) => JSON.stringify(value).includes(secret))

/** A sample group's work with names of ours, which its other texts mention, too. */
function fill(doc: Y.Doc): void {
  writeSample(doc, 0)
  for (const text of everyText(doc)) text.insert(text.length, `，见${secrets[0]}`)
  addCustomers(doc, readGroupWork(doc).customers, [{ id: 'n1', name: secrets[0] ?? '' }, { id: 'n2', name: secrets[1] ?? '' }, { id: 'n3', name: secrets[2] ?? '' }, { id: 'n4', name: secrets[3] ?? '' }, { id: 'n5', name: secrets[5] ?? '' }], origin)
  removeCustomer(doc, 'n5', 1, origin)
}

it('P5.14: after the names were wiped no byte of file, log and copies says one, while figures and texts stay', async () => {
  const folder = await folderOf()
  const clock = createFakeClock()
  let storage: Storage | undefined
  const { server, room } = await start.classroom({ file: join(folder, 'ketu.db'), clock, wrapStorage: (opened) => (storage = opened) }, 2)
  const ada = await room.seat('Ada', 0)
  await ada.line.view()
  await server.app.rooms.edit(room.groupId(0), fill)
  await server.app.rooms.edit(room.groupId(1), (doc) => addCustomers(doc, [], [{ id: 'b1', name: `${secrets[0]}` }], origin))
  // An earlier state knows a name that is another one now.
  await server.advance(4 * 60_000)
  await server.app.rooms.edit(room.groupId(0), (doc) => {
    const row = customerRow(doc, 'n4')
    const name = row && customerText(row, 'name')
    name?.delete(0, name.length)
    name?.insert(0, '新名化工')
  })
  await room.does('message:send', { to: { kind: 'class' }, text: `请看${secrets[1]}` })
  await room.does('points:give', { groupId: room.groupId(0), points: 1, reason: `${secrets[2]} found` })
  await storage?.backup()
  const before = readGroupWork((await server.app.rooms.read(room.groupId(0))) ?? new Y.Doc())

  expect(await foundIn(folder)).toEqual(expect.arrayContaining(secrets.slice(0, 3)))
  const goodbye = new Promise((resolve) => ada.line.socket.once('goodbye', resolve))
  const receipt = await room.api.call<WipeReceipt>('POST', `/api/classes/${room.classId}/wipe-names`)
  expect(await goodbye).toEqual({ reason: 'names-wiped' })
  expect(receipt).toMatchObject({ kind: 'names', code: room.code, groups: 2, people: 1, customers: before.customers.length + before.removedCustomers.length + 1, devicesTold: 1 })
  expect(receipt.checkpoints).toBeGreaterThan(0)
  expect(receipt.copies).toBeGreaterThan(0)

  const after = readGroupWork((await server.app.rooms.read(room.groupId(0))) ?? new Y.Doc())
  expect(after.customers.map(({ name }) => name)).toEqual(after.customers.map((_, place) => `A${place + 1}`))
  expect(after.customers.map(({ grades, effort }) => [[...grades], effort])).toEqual(before.customers.map(({ grades, effort }) => [[...grades], effort]))
  const place = before.customers.findIndex(({ id }) => id === 'n1') + 1
  expect(after.scales.potential.factors[0]?.definition).toBe(before.scales.potential.factors[0]?.definition.replace(secrets[0] ?? '', `A${place}`))
  expect(says(after)).toEqual([])
  expect(says(await room.trainer.until(({ class: { namesWipedAt } }) => namesWipedAt !== null))).toEqual([])
  for (const kept of (await storage?.checkpoints.list(room.groupId(0))) ?? []) {
    const found = await storage?.checkpoints.find(room.groupId(0), kept.id)
    expect(says(found && readGroupWork(docOf(found.update)))).toEqual([])
    expect(Buffer.from(found?.update ?? []).includes(Buffer.from(secrets[3] ?? ''))).toBe(false)
  }
  expect(await foundIn(folder)).toEqual([])
  await server.stop()
  expect(await foundIn(folder)).toEqual([])
}, 60_000)

it('P5.14: what a lock held back loses its names, too, and a group that was put away', async () => {
  const folder = await folderOf()
  const { server, room } = await start.classroom({ file: join(folder, 'ketu.db') }, 3)
  await server.app.rooms.edit(room.groupId(0), (doc) => addCustomers(doc, [], [{ id: 'n1', name: secrets[0] ?? '' }], origin))
  await room.does('group:remove', { groupId: room.groupId(0) })
  await room.does('lock:close', { groupIds: [room.groupId(1)], inMs: 0 })
  const ben = await joinWithTablet({ baseUrl: server.url, code: room.code, name: 'Ben', groupId: room.groupId(1), pace: createPace(Infinity, 1) })
  start.later(() => ben.leave())
  await ben.ready()
  await ben.addCustomer(secrets[4] ?? '')
  await expect.poll(() => server.app.rooms.heldBy(room.groupId(1)).size).toBe(1)
  expect(await foundIn(folder)).toEqual([secrets[0], secrets[4]])
  await room.api.call('POST', `/api/classes/${room.classId}/wipe-names`)
  expect(await foundIn(folder)).toEqual([])
  const names = async (documentId: string) => readGroupWork((await server.app.rooms.read(documentId)) ?? new Y.Doc()).customers.map(({ name }) => name)
  expect([await names(room.groupId(0)), await names(room.groupId(1))]).toEqual([['A1'], ['B1']])
}, 60_000)

const refusal = (server: TestServer, token: string): Promise<unknown> => {
  const line = openControl<ParticipantView>(server.url, tokenAuth('participant', token))
  start.later(line.close)
  return new Promise((resolve) => line.socket.once('connect_error', (error: Error & { data?: unknown }) => resolve(error.data)))
}

it('devices that come later are told, too: names are gone, or the whole class is', async () => {
  const { server, room } = await start.classroom()
  const { admission } = await room.seat('Ada')
  await room.api.call('POST', `/api/classes/${room.classId}/wipe-names`)
  expect(await refusal(server, admission.token)).toEqual({ reason: 'names-wiped' })
  const receipt = await room.api.call<WipeReceipt>('DELETE', `/api/classes/${room.classId}`)
  expect(receipt).toMatchObject({ kind: 'class', groups: 3, people: 1, code: room.code })
  expect(await refusal(server, admission.token)).toEqual({ reason: 'class-wiped' })
  expect(await refusal(server, 'a-token-that-nobody-has-ever-had')).toEqual({ reason: 'unauthorized' })
})

it('of a wiped class the file remembers only marks that open and name nothing, and those go in time', async () => {
  const folder = await folderOf()
  const storage = await openSqlite({ file: join(folder, 'ketu.db'), log: silentLog })
  start.later(() => storage.close())
  await storage.classes.save(buildClassState())
  await storage.sessions.put({ tokenHash: 'hash-of-a-token', kind: 'participant', classId: 'c1', participantId: 'p', createdAt: 1, expiresAt: 50 })
  await storage.classes.wipe('c1')
  expect(await storage.sessions.find('hash-of-a-token')).toBeUndefined()
  expect(await storage.sessions.wasWiped('hash-of-a-token')).toBe(true)
  expect(await storage.sessions.wasWiped('another')).toBe(false)
  const files = await Promise.all(['ketu.db', 'ketu.db-wal'].map((name) => readFile(join(folder, name), 'latin1').catch(() => '')))
  expect(files.join('')).not.toContain('hash-of-a-token')
  await storage.sessions.prune(50)
  expect(await storage.sessions.wasWiped('hash-of-a-token')).toBe(false)
})

it('P5.14: a wipe that the disk refused leaves the class as it is, and can be asked for again; a document that can not be read does not keep it', async () => {
  let refuses = true
  let isFull = false
  const { server, room } = await start.classroom({
    wrapStorage: (storage) => ({
      ...storage,
      documents: { ...storage.documents, load: () => Promise.reject(new Error('disk I/O error')) },
      classes: { ...storage.classes, save: (state) => (isFull ? Promise.reject(new Error('SQLITE_FULL')) : storage.classes.save(state)), wipe: (classId) => (refuses ? Promise.reject(new Error('SQLITE_FULL')) : storage.classes.wipe(classId)) },
    }),
  })
  const ada = await room.seat('Ada')
  await ada.line.send('answer:give', { topic: 'commitment:day', value: { text: '下周一先去两家', date: null } })
  const wipe = () => room.api.call('DELETE', `/api/classes/${room.classId}`)
  isFull = true
  await room.does('timer:start', {})
  await expect(wipe()).rejects.toThrow('disk-full')
  isFull = false
  await expect(room.api.call('GET', '/api/classes')).resolves.toHaveLength(1)
  expect(server.app.answers.all(room.classId)).toMatchObject([{ value: { text: '下周一先去两家' } }])
  const console = room.console()
  start.later(console.close)
  expect((await console.view()).timer.state).toBe('running')
  expect(await room.send(console, 'timer:pause', {})).toMatchObject({ ok: true })
  refuses = false
  await expect(wipe()).resolves.toMatchObject({ kind: 'class', customers: 0 })
})

it('P5.14: a class of which a copy could not be removed stays in the list as half gone, says what to do and nothing else, and goes with the next wipe, also after a restart', async () => {
  const folder = await folderOf()
  const file = join(folder, 'ketu.db')
  const { server, room } = await start.classroom({ file })
  await room.seat(secrets[0] ?? '')
  // A copy that no system lets us remove.
  const stuck = join(folder, 'backups', 'ketu-2026-01-01T00-00-00.000Z.db')
  await mkdir(stuck, { recursive: true })
  await expect(room.api.call('DELETE', `/api/classes/${room.classId}`)).rejects.toThrow('disk-full')
  const left = [{ id: room.classId, title: { en: expect.stringMatching(/^Not wiped completely.*wipe it again$/) }, endedAt: expect.any(Number), participants: 0, groups: 0 }]
  expect(await room.api.call('GET', '/api/classes')).toMatchObject(left)
  const console = room.console()
  start.later(console.close)
  expect(says(await console.view())).toEqual([])
  await server.stop()

  const again = await start.server({ file })
  const trainer = await signInTrainer(again.url, await again.trainerKey())
  expect(await trainer.call('GET', '/api/classes')).toMatchObject(left)
  await rm(stuck, { recursive: true })
  expect(await trainer.call('DELETE', `/api/classes/${room.classId}`)).toMatchObject({ kind: 'class' })
  expect(await trainer.call('GET', '/api/classes')).toEqual([])
  expect(await foundIn(folder)).toEqual([])
  await again.stop()
  const last = await start.server({ file })
  expect(last.app.classes.list()).toEqual([])
})
