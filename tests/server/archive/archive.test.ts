import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { archiveLimit } from '../../../server/domain/archive/ClassArchive.ts'
import { prepareDocument, readGroupWork, seedUpdate } from '../../../shared/groupwork/document.ts'
import { addCustomers, setGrade } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { TRAINER_HEADER } from '../../../shared/protocol/http.ts'
import type { Reply } from '../../../shared/protocol/reply.ts'
import { join, openControl, signInTrainer, trainerAuth, type TrainerApi } from '../../simulator/api.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { request } from '../../support/request.ts'
import type { StartOptions, TestServer } from '../../support/startServer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { SyncPeer } from '../../support/syncPeer.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()
// The thread that reads files starts from its sources here.
vi.setConfig({ testTimeout: 60_000 })
const ada = new LocalOrigin('ada')
const MINUTE_MS = 60_000

/** A class in the middle of its day: work, an earlier state of it, a promise, a lock with something behind it, a timer that runs. */
async function livelyClass(options: StartOptions = {}) {
  const clock = createFakeClock()
  const { server, room } = await start.classroom({ clock, ...options }, 2)
  const seated = await room.seat('Ada')
  const peer = new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(0), token: seated.admission.token })
  start.later(() => peer.socket.terminate())
  await peer.ready()
  prepareDocument(peer.doc)
  addCustomers(peer.doc, [], [{ id: 'a', name: '北方泵业' }, { id: 'b', name: '=cmd' }], ada)
  setGrade(peer.doc, 'a', 'f', { kind: 'level', level: 4 }, ada)
  await peer.allSaved()
  await server.advance(4 * MINUTE_MS)
  await room.does('group:rename', { groupId: room.groupId(0), name: '远航' })
  await room.send(seated.line, 'answer:give', { topic: 'commitment:day', value: { text: '周一去', date: '2026-12-01' } })
  await room.does('timer:reset', { durationMs: 10 * MINUTE_MS })
  await room.does('timer:start', {})
  await server.advance(MINUTE_MS)
  await room.does('lock:close', { groupIds: [room.groupId(0)], inMs: 0 })
  await until(() => server.app.classes.get(room.classId).state().groups[0]?.lock.state === 'locked', 'the lock')
  addCustomers(peer.doc, readGroupWork(peer.doc).customers, [{ id: 'c', name: '太晚了' }], ada)
  await until(() => peer.held === peer.sent, 'the held receipt')
  return { clock, server, room, seated, archive: await server.app.archives.make(room.classId) }
}

async function upload(url: string, bytes: Uint8Array, cookie: string | undefined) {
  const response = await fetch(`${url}/api/archives`, {
    method: 'POST', headers: { 'content-type': 'application/octet-stream', [TRAINER_HEADER]: '1', ...(cookie ? { cookie } : {}) }, body: new Blob([Uint8Array.from(bytes)]),
  })
  return { status: response.status, reply: (await response.json()) as Reply<{ readonly classId: string; readonly code: string }> }
}
async function anotherLaptop(options: StartOptions = {}) {
  const server = await start.server({ clock: createFakeClock(), ...options })
  const api = await signInTrainer(server.url, await server.trainerKey())
  return { server, api, open: (bytes: Uint8Array) => upload(server.url, bytes, api.cookie) }
}
async function opened(laptop: { readonly open: (bytes: Uint8Array) => ReturnType<typeof upload> }, bytes: Uint8Array): Promise<string> {
  const { reply } = await laptop.open(bytes)
  if (!reply.ok) throw new Error(`${reply.reason}: ${reply.message}`)
  return reply.value.classId
}
async function documentOf(server: TestServer, classId: string, place: number): Promise<Y.Doc> {
  const groupId = server.app.classes.get(classId).state().groups[place]?.id ?? ''
  const doc = await server.app.rooms.read(groupId)
  if (!doc) throw new Error('no document')
  return doc
}
const contentOf = (doc: Y.Doc): unknown => {
  prepareDocument(doc)
  return Object.fromEntries([...doc.share].map(([name, root]) => [name, root.toJSON() as unknown]).sort())
}
const listed = (api: TrainerApi) => api.call<readonly { readonly id: string; readonly title: { readonly 'zh-CN': string }; readonly code: string; readonly participants: number }[]>('GET', '/api/classes')

describe('a class as one file', () => {
  it('opens on another laptop with the same documents, roster, agenda, answers and earlier states', async () => {
    const { server, room, seated, archive } = await livelyClass()
    const laptop = await anotherLaptop()
    const classId = await opened(laptop, archive)
    for (const place of [0, 1]) {
      const [then, now] = [await documentOf(server, room.classId, place), await documentOf(laptop.server, classId, place)]
      expect(Y.encodeStateVector(now)).toEqual(Y.encodeStateVector(then))
      expect(contentOf(now)).toEqual(contentOf(then))
    }
    const [then, now] = [server.app.classes.get(room.classId).state(), laptop.server.app.classes.get(classId).state()]
    expect(now).toMatchObject({ title: then.title, code: then.code, createdAt: then.createdAt, currentId: then.currentId, agenda: then.agenda, endedAt: null })
    expect(now.participants).toMatchObject([{ id: seated.admission.participantId, name: 'Ada', groupId: now.groups[0]?.id }])
    expect(now.groups.map(({ name, index }) => [name, index])).toEqual(then.groups.map(({ name, index }) => [name, index]))
    expect(laptop.server.app.answers.mine(classId, seated.admission.participantId)).toEqual({ 'commitment:day': { text: '周一去', date: '2026-12-01' } })
    const earlier = await server.app.checkpoints.list(room.groupId(0))
    expect(earlier.length).toBeGreaterThan(0)
    expect((await laptop.server.app.checkpoints.list(now.groups[0]?.id ?? '')).map(({ at, counts }) => [at, counts])).toEqual(earlier.map(({ at, counts }) => [at, counts]))
  })

  it('nothing happens by itself there: the timer stands where it was, what a lock held back is still held, and comes in when it opens', async () => {
    const { archive } = await livelyClass()
    const laptop = await anotherLaptop()
    const classId = await opened(laptop, archive)
    const state = laptop.server.app.classes.get(classId).state()
    expect(state.timer).toMatchObject({ state: 'paused', remainingMs: 9 * MINUTE_MS })
    expect(state.groups[0]?.lock.state).toBe('locked')
    expect(readGroupWork(await documentOf(laptop.server, classId, 0)).customers).toHaveLength(2)
    const trainer = openControl<TrainerView>(laptop.server.url, trainerAuth(classId), laptop.api.cookie)
    start.later(() => trainer.close())
    await trainer.view()
    await laptop.server.app.classes.get(classId).change((before) => ({ ...before, groups: before.groups.map((group) => ({ ...group, lock: { state: 'open' as const } })) }))
    await until(async () => readGroupWork(await documentOf(laptop.server, classId, 0)).customers.length === 3, 'what was held')
  })

  describe('votes, scores and feedback', () => {
    async function votedClass() {
      const { server, room } = await start.classroom({ clock: createFakeClock() }, 2)
      const people = [await room.seat('Ada', 0), await room.seat('Ben', 1), await room.seat('Eve', 1)]
      const [one, two, three] = people
      if (!one || !two || !three) throw new Error('nobody came')
      const poll = { id: 'p', kind: 'single', question: { 'zh-CN': '去吗？', en: 'Go?' }, options: [{ id: 'yes', text: { 'zh-CN': '去', en: 'Yes' } }, { id: 'no', text: { 'zh-CN': '不去', en: 'No' } }], live: false, comparedWith: null } as const
      await room.does('poll:open', { ask: { poll: { ...poll, options: [...poll.options] } }, onStage: false })
      const { polls } = await room.trainer.until((view) => view.polls.length === 1)
      const topic = `poll:${polls[0]?.id ?? ''}`
      const give = (who: typeof one, on: string, value: unknown) => room.send(who.line, 'answer:give', { topic: on, value: value as never })
      for (const [place, who] of people.entries()) expect(await give(who, topic, { kind: 'single', options: [place === 1 ? 'no' : 'yes'] })).toMatchObject({ ok: true })
      await room.does('share:present', { groupId: room.groupId(0) })
      expect(await give(two, `score:${room.groupId(0)}`, { points: { evidence: 4 }, comment: '凭什么？' })).toMatchObject({ ok: true })
      expect(await give(three, `score:${room.groupId(0)}`, { points: { evidence: 2 }, comment: '' })).toMatchObject({ ok: true })
      await room.does('participant:remove', { participantId: three.admission.participantId })
      return { server, room, people, topic, archive: await server.app.archives.make(room.classId) }
    }
    /** All of the file's text, unpacked. */
    const answersIn = (archive: Uint8Array): string => Object.entries(unzipSync(archive)).filter(([name]) => name.includes('answer')).map(([, bytes]) => strFromU8(bytes)).join('')

    it('keep their counts in the archive, and nobody finds out of it who said what', async () => {
      const { archive, people, topic } = await votedClass()
      const said = answersIn(archive)
      expect(said).toContain('"yes"')
      expect(said).toContain('凭什么？')
      for (const { admission } of people) expect(said).not.toContain(admission.participantId)
      const rows = JSON.parse(said) as readonly { readonly topic: string; readonly participantId: string; readonly at: number }[]
      const votes = rows.filter((row) => row.topic === topic)
      expect(new Set(rows.map(({ participantId }) => participantId)).size).toBe(rows.length)
      expect(new Set(votes.map(({ at }) => at)).size).toBe(1)
    })

    it('count on the other laptop as they did, without those of people who had left; nobody votes twice, and the question can be asked anew', async () => {
      const { archive, people } = await votedClass()
      const laptop = await anotherLaptop()
      const classId = await opened(laptop, archive)
      const state = () => laptop.server.app.classes.get(classId).state()
      const poll = () => state().polls[0]
      expect(poll()).toMatchObject({ state: 'closed', sealed: true })
      const results = laptop.server.app.answers.results(state(), { role: 'trainer' })
      expect(results.poll?.[poll()?.id ?? '']).toMatchObject({ voters: 2, figures: { counts: { yes: 1, no: 1 } } })
      const first = state().groups[0]?.id ?? ''
      expect(results.score?.[first]).toMatchObject({ people: 1, overall: 4 })
      const trainer = openControl<TrainerView>(laptop.server.url, trainerAuth(classId), laptop.api.cookie)
      start.later(() => trainer.close())
      await trainer.view()
      expect(await trainer.send('poll:reopen', { pollId: poll()?.id ?? '' })).toMatchObject({ ok: false, reason: 'wrong-state' })
      const ben = people[1]?.admission.participantId ?? ''
      const again = (topic: string, value: unknown) => laptop.server.app.answers.give(laptop.server.app.classes.get(classId), ben, topic, value)
      await expect(again(`score:${first}`, { points: { evidence: 5 }, comment: '' })).rejects.toMatchObject({ reason: 'wrong-state' })
      expect(await trainer.send('poll:again', { pollId: poll()?.id ?? '', onStage: false })).toMatchObject({ ok: true })
      const asked = (await trainer.until(({ polls }) => polls.length === 2)).polls[1]?.id ?? ''
      await again(`poll:${asked}`, { kind: 'single', options: ['yes'] })
      expect(laptop.server.app.answers.results(state(), { role: 'trainer' }).poll?.[asked]).toMatchObject({ voters: 1 })
      // An archive of the opened class has the same counts.
      const third = await anotherLaptop()
      const later = await opened(third, await laptop.server.app.archives.make(classId))
      const then = third.server.app.classes.get(later).state()
      expect(third.server.app.answers.results(then, { role: 'trainer' }).poll?.[then.polls[0]?.id ?? '']).toMatchObject({ voters: 2 })
    })
  })

  it('survives a restart of that laptop', async () => {
    const { archive } = await livelyClass()
    const folder = await mkdtemp(pathOf(tmpdir(), 'ketu-archive-'))
    start.later(() => rm(folder, { recursive: true, force: true }))
    const laptop = await anotherLaptop({ file: `${folder}/ketu.db` })
    const classId = await opened(laptop, archive)
    const before = contentOf(await documentOf(laptop.server, classId, 0))
    await laptop.server.stop()
    const again = await start.server({ file: `${folder}/ketu.db`, clock: createFakeClock() })
    expect(contentOf(await documentOf(again, classId, 0))).toEqual(before)
    expect(again.app.classes.get(classId).state()).toMatchObject({ endedAt: null, participants: [{ name: 'Ada' }] })
  })

  it('opened twice, and beside the class itself, it is a class of its own each time: ids, codes and titles', async () => {
    const { server, room, archive } = await livelyClass()
    const api = await signInTrainer(server.url, await server.trainerKey())
    const here = { open: (bytes: Uint8Array) => upload(server.url, bytes, api.cookie) }
    const [first, second] = [await opened(here, archive), await opened(here, archive)]
    const states = [room.classId, first, second].map((id) => server.app.classes.get(id).state())
    expect(new Set(states.flatMap(({ id, groups }) => [id, ...groups.map((group) => group.id)])).size).toBe(9)
    expect(new Set(states.map(({ code }) => code)).size).toBe(3)
    expect(new Set(states.map(({ title }) => title['zh-CN'])).size).toBe(3)
    expect(states[2]?.title.en).toMatch(/\(copy 3\)$/)
    expect(await listed(api)).toHaveLength(3)
    // Wiping one leaves the others.
    await api.call('DELETE', `/api/classes/${first}`)
    expect(readGroupWork(await documentOf(server, second, 0)).customers).toHaveLength(2)
    expect(readGroupWork(await documentOf(server, room.classId, 0)).customers).toHaveLength(2)
  })

  it('P5.3: holds no session and no key, and opens no door for the tokens of the class it was', async () => {
    const { seated, room, archive } = await livelyClass()
    const all = Object.values(unzipSync(archive)).map((part) => strFromU8(part, true)).join('\n')
    for (const secret of [seated.admission.token, room.api.cookie.split('=')[1] ?? 'none']) expect(all).not.toContain(secret)
    expect(Object.keys(unzipSync(archive)).some((name) => /session|token/.test(name))).toBe(false)
    const laptop = await anotherLaptop()
    await opened(laptop, archive)
    expect(await laptop.server.app.access.actorOf(seated.admission.token)).toBeUndefined()
  })

  it('who was in the class comes back by name, once, as who they were: nobody there has a device yet that is known', async () => {
    const { server, room } = await livelyClass()
    await room.seat('Eve')
    const laptop = await anotherLaptop()
    const classId = await opened(laptop, await server.app.archives.make(room.classId))
    const state = () => laptop.server.app.classes.get(classId).state()
    const [first, second] = state().groups
    const ask = (name: string, groupId = second?.id ?? '') => join(laptop.server.url, { code: state().code, name, groupId })
    const { participantId, token } = await ask('ａｄａ')
    expect(state().participants.map(({ id, name, groupId }) => [id === participantId, name, groupId === first?.id])).toEqual([[true, 'Ada', true], [false, 'Eve', true]])
    expect(await laptop.server.app.access.actorOf(token)).toMatchObject({ participantId })
    await expect(ask('Ada')).rejects.toThrow('name-taken')
    await ask('Bob')
    expect(state().participants).toHaveLength(3)
    const { code: reentryCode } = await laptop.server.app.access.createReentry(classId, state().participants[1]?.id ?? '')
    expect((await request(laptop.server.url, 'POST', '/api/reentry', { body: { code: state().code, reentryCode } })).reply?.ok).toBe(true)
    await expect(ask('Eve')).rejects.toThrow('name-taken')
  })

  it('is the trainer’s alone to open', async () => {
    const { server, archive } = await livelyClass()
    expect(await upload(server.url, archive, undefined)).toMatchObject({ status: 403, reply: { reason: 'not-allowed' } })
  })
})

describe('what is no good archive', () => {
  const repacked = (archive: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
    const parts = unzipSync(archive)
    change(parts)
    return zipSync(parts)
  }
  it('is refused by what it is, and leaves nothing behind', async () => {
    const { archive } = await livelyClass()
    const laptop = await anotherLaptop()
    const documentName = Object.keys(unzipSync(archive)).find((name) => name.startsWith('documents/')) ?? ''
    const manifest = (parts: Record<string, Uint8Array>) => JSON.parse(strFromU8(parts['ketu.json'] ?? new Uint8Array())) as Record<string, unknown>
    const files: Readonly<Record<string, readonly [Uint8Array, string]>> = {
      'half of it': [archive.slice(0, archive.length / 2), 'file-damaged'],
      'a document with one byte turned': [repacked(archive, (parts) => { const part = parts[documentName]; if (part) part[part.length - 3] = (part[part.length - 3] ?? 0) ^ 1 }), 'file-damaged'],
      'a part taken out': [repacked(archive, (parts) => { delete parts[documentName] }), 'file-damaged'],
      'the state changed by hand': [repacked(archive, (parts) => { parts['class.json'] = strToU8('{}') }), 'file-damaged'],
      'a newer format': [repacked(archive, (parts) => { parts['ketu.json'] = strToU8(JSON.stringify({ ...manifest(parts), format: 99 })) }), 'archive-newer'],
      'another zip': [zipSync({ 'a.txt': strToU8('hello') }), 'archive-foreign'],
      'a picture': [Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'archive-foreign'],
      'nothing': [new Uint8Array(0), 'file-empty'],
      'too much': [new Uint8Array(archiveLimit.fileBytes + 1), 'file-too-large'],
    }
    for (const [what, [bytes, reason]] of Object.entries(files)) expect((await laptop.open(bytes)).reply, what).toMatchObject({ ok: false, reason })
    expect(laptop.server.app.classes.list()).toEqual([])
  })

  it('documents that no device could have written are refused, also with a right hash', async () => {
    const { archive } = await livelyClass()
    const laptop = await anotherLaptop()
    const forged = (make: () => Uint8Array): Uint8Array => repacked(archive, (parts) => {
      const name = Object.keys(parts).find((one) => one.startsWith('documents/')) ?? ''
      const content = make()
      parts[name] = content
      const manifest = JSON.parse(strFromU8(parts['ketu.json'] ?? new Uint8Array())) as { entries: Record<string, unknown> }
      manifest.entries[name] = { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
      parts['ketu.json'] = strToU8(JSON.stringify(manifest))
    })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedUpdate())
    const first = Y.encodeStateVector(doc)
    doc.getMap('customers').set('x', 1)
    const between = Y.encodeStateVector(doc)
    doc.getMap('customers').set('y', 2)
    const missing = Y.encodeStateAsUpdate(doc, between)
    expect(first).not.toEqual(between)
    for (const make of [() => missing, () => Uint8Array.from([1, 2, 3]), () => new Uint8Array(0)]) {
      expect((await laptop.open(forged(make))).reply).toMatchObject({ ok: false, reason: 'file-damaged' })
    }
    expect(laptop.server.app.classes.list()).toEqual([])
  })

  it('a disk that takes only half of it leaves no class, and says so', async () => {
    const { archive } = await livelyClass()
    const laptop = await anotherLaptop({
      wrapStorage: (storage) => ({ ...storage, checkpoints: { ...storage.checkpoints, add: async () => { throw new Error('disk full') } } }),
    })
    expect((await laptop.open(archive)).reply).toMatchObject({ ok: false, reason: 'disk-full' })
    expect(await listed(laptop.api)).toEqual([])
  })
})
