import { describe, expect, it } from 'vitest'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import type { Admission, JoinInfo } from '../../../shared/protocol/http.ts'
import type { Reply } from '../../../shared/protocol/reply.ts'
import { openControl, tokenAuth } from '../../simulator/api.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { request } from '../../support/request.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import type { Classroom } from '../../support/openClassroom.ts'
import type { TestServer } from '../../support/startServer.ts'

const start = stopAfterEach()

async function tryJoin(server: TestServer, room: Classroom, given: Record<string, unknown>): Promise<Reply<Admission>> {
  const { reply } = await request(server.url, 'POST', '/api/join', { body: { code: room.code, name: 'Ada', groupId: room.groupId(0), ...given } })
  return reply as Reply<Admission>
}
const reasonOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.reason)

describe('joining', () => {
  it('P4.21: the code is typed in any form', async () => {
    const { server, room } = await start.classroom()
    const [a, b] = [room.code.slice(0, 3), room.code.slice(3)]
    const wide = [...room.code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
    for (const typed of [room.code, `${a} ${b}`, `${a}-${b}`, wide, `  ${a}\u3000${b} `]) {
      const { status, reply } = await request(server.url, 'GET', `/api/join/${encodeURIComponent(typed)}`)
      expect(status).toBe(200)
      expect((reply as { value: JoinInfo }).value).toMatchObject({ classId: room.classId, code: room.code, doorOpen: true, groups: [{ index: 0, members: 0, full: false }, {}, {}] })
    }
  })

  it('P5.4: names are cleaned, limited and unique in the class', async () => {
    const { server, room } = await start.classroom()
    const joined = async (name: string) => reasonOf(await tryJoin(server, room, { name }))
    expect(await joined('<img src=x onerror=alert(1)>')).toBe('ok')
    expect(await joined('王\u200b\u202e小明')).toBe('ok')
    expect(await joined('王小明')).toBe('name-taken')
    expect(await joined('ＡＤＡ')).toBe('ok')
    expect(await joined('ada ')).toBe('name-taken')
    expect(await joined('\u200b\u3164 \u200f')).toBe('name-invalid')
    expect(await joined('长'.repeat(300))).toBe('ok')
    expect(await joined('x'.repeat(500))).toBe('bad-payload')
    const names = (await room.trainer.until(({ members }) => members.length === 4)).members.map(({ name }) => name)
    expect(names).toEqual(['<img src=x onerror=a', '王小明', 'ADA', '长'.repeat(20)])
  })

  it('is refused with the reason: door closed, class ended, no such group, a wrong body', async () => {
    const { server, room } = await start.classroom()
    expect(reasonOf(await tryJoin(server, room, { groupId: 'nowhere' }))).toBe('not-found')
    expect(reasonOf(await tryJoin(server, room, { name: { first: 'Ada' } }))).toBe('bad-payload')
    expect(reasonOf(await tryJoin(server, room, { code: '' }))).toBe('wrong-code')
    await room.does('class:door', { open: false })
    expect(reasonOf(await tryJoin(server, room, {}))).toBe('door-closed')
    await room.does('class:end', {})
    expect(reasonOf(await tryJoin(server, room, {}))).toBe('class-ended')
  })

  it('P3.4: asked again because the reply was lost, makes no second person and no taken name', async () => {
    const { server, room } = await start.classroom()
    const attempt = { attempt: 'a-random-name-of-this-try' }
    const [lost, again] = [await tryJoin(server, room, attempt), await tryJoin(server, room, attempt)]
    expect(again.ok && lost.ok && again.value.participantId === lost.value.participantId).toBe(true)
    expect(reasonOf(await tryJoin(server, room, { attempt: 'of-another-device-with-that-name' }))).toBe('name-taken')
    // Also when it asks again before the first one is through.
    const both = { name: 'Grace', attempt: 'a-second-try-while-busy' }
    const [one, other] = await Promise.all([tryJoin(server, room, both), tryJoin(server, room, both)])
    expect(one.ok && other.ok && one.value.participantId === other.value.participantId).toBe(true)
    expect((await room.trainer.until(({ members }) => members.length > 0)).members).toHaveLength(1)
  })

  it('has an end: sixty in a group, four hundred in a class', async () => {
    const { server, room } = await start.classroom({}, 8)
    const classroom = server.app.classes.get(room.classId)
    await classroom.change((state) => ({ ...state, ...buildCrowd(room, 60, () => 0) }))
    expect(reasonOf(await tryJoin(server, room, {}))).toBe('group-full')
    await classroom.change((state) => ({ ...state, ...buildCrowd(room, 400, (place) => place % 8) }))
    expect(reasonOf(await tryJoin(server, room, { groupId: room.groupId(3) }))).toBe('too-many')
  })

  it('a script with the code keeps nobody out: seats that were never used are given up where there is no room', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock }, 8)
    const ada = await room.seat('Ada', 3)
    await ada.line.view()
    const { participants } = buildCrowd(room, 399, (place) => place % 8, clock.now())
    await server.app.classes.get(room.classId).change((state) => ({ ...state, participants: [...state.participants, ...participants] }))
    expect(reasonOf(await tryJoin(server, room, { name: 'Ben', groupId: room.groupId(3) })), 'they may be on their way').toBe('too-many')
    clock.advance(121_000)
    expect(reasonOf(await tryJoin(server, room, { name: 'Ben', groupId: room.groupId(3) }))).toBe('ok')
    expect((await room.trainer.until(({ members }) => members.length === 2)).members.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    expect((await ada.line.until(({ members }) => members.length === 2)).me.name).toBe('Ada')
  })

  it('a group whose seats nobody used is not shown as full, so that somebody may ask for one', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const isFull = async () => ((await request(server.url, 'GET', `/api/join/${room.code}`)).reply as { value: JoinInfo }).value.groups[0]?.full
    const { participants, attendance } = buildCrowd(room, 60, () => 0, clock.now())
    const classroom = server.app.classes.get(room.classId)
    await classroom.change((state) => ({ ...state, participants, attendance }))
    expect(await isFull()).toBe(true)
    await classroom.change((state) => ({ ...state, attendance: {} }))
    expect([await isFull(), reasonOf(await tryJoin(server, room, {}))]).toEqual([false, 'group-full'])
    clock.advance(121_000)
    expect(reasonOf(await tryJoin(server, room, {}))).toBe('ok')
  })

  it('the trainer removes many at one press, and has them back at another', async () => {
    const { server, room } = await start.classroom()
    const ada = await room.seat('Ada')
    const ghosts = await Promise.all(Array.from({ length: 20 }, (_, place) => tryJoin(server, room, { name: `x${place}`, groupId: room.groupId(place % 3) })))
    const participantIds = ghosts.flatMap((reply) => (reply.ok ? [reply.value.participantId] : []))
    await room.trainer.until(({ members }) => members.length === 21)
    const list = await room.send(room.trainer, 'attendance:list', {})
    expect(list.ok && list.value.rows.filter(({ neverHere }) => neverHere).map(({ participantId }) => participantId).sort()).toEqual([...participantIds].sort())
    await room.does('people:remove', { participantIds: [...participantIds, 'gone-meanwhile'] })
    expect((await room.trainer.until(({ members }) => members.length === 1)).members).toMatchObject([{ id: ada.admission.participantId }])
    expect(await room.send(ada.line, 'people:remove', { participantIds: [ada.admission.participantId] })).toMatchObject({ ok: false, reason: 'not-allowed' })
    await room.does('people:restore', { participantIds })
    await room.trainer.until(({ members }) => members.length === 21)
  })
})

/** People as the class keeps them, with when they were seen here. */
function buildCrowd(room: Classroom, size: number, groupOf: (place: number) => number, joinedAt = 0) {
  const participants = Array.from({ length: size }, (_, place) => ({ id: `p-${place}`, name: `P${place}`, groupId: room.groupId(groupOf(place)), joinedAt, handRaisedAt: null, removedAt: null }))
  return { participants, attendance: Object.fromEntries(participants.map(({ id }) => [id, [[0, 60_000]] as [number, number][]])) }
}

describe('guessing codes', () => {
  // Longer than a busy machine takes to bring twelve requests.
  const limits = { perAddress: 5, altogether: 50, withinSeconds: 60, waitMs: 800, waitingPerAddress: 2, waiting: 4 }

  it('P5.4: is slowed down and then told to wait, but a right code still gets in: behind one router the class is one address', async () => {
    const { server, room } = await start.classroom({ parts: { guessing: limits } })
    const guess = async (code: string) => reasonOf((await request(server.url, 'GET', `/api/join/${code}`)).reply as Reply<unknown>)
    for (let count = 0; count < 5; count++) expect(await guess('000001')).toBe('wrong-code')
    const startedAt = performance.now()
    expect(await guess('000002')).toBe('wrong-code')
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(790)
    const crowd = await Promise.all(Array.from({ length: 12 }, () => guess('000003')))
    expect(crowd.filter((reason) => reason === 'too-fast')).toHaveLength(10)
    expect(await guess(room.code)).toBe('ok')
    expect(reasonOf(await tryJoin(server, room, { name: 'Ada' }))).toBe('ok')
    // From here somebody has joined: the right code is no guess any more, and waits no longer, whatever else is going on.
    const storm = Promise.all(Array.from({ length: 12 }, () => guess('000004')))
    expect(reasonOf(await tryJoin(server, room, { name: 'Ben' }))).toBe('ok')
    await storm
  })
})

describe('coming back', () => {
  it('on another device: the code works once and makes no second person', async () => {
    const { server, room } = await start.classroom()
    const ada = await room.seat('Ada', 2)
    const made = await room.send(ada.line, 'reentry:create', { participantId: ada.admission.participantId })
    if (!made.ok) throw new Error(made.message)
    expect(made.value.code).toMatch(/^\d{8}$/)
    const enter = async (reentryCode: string) => (await request(server.url, 'POST', '/api/reentry', { body: { code: room.code, reentryCode } })).reply as Reply<Admission>
    const back = await enter(` ${made.value.code.slice(0, 3)} ${made.value.code.slice(3)}`)
    expect(back).toMatchObject({ ok: true, value: { participantId: ada.admission.participantId } })
    expect(back.ok && back.value.token).not.toBe(ada.admission.token)
    expect(reasonOf(await enter(made.value.code))).toBe('wrong-code')
    const line = openControl<ParticipantView>(server.url, tokenAuth('participant', back.ok ? back.value.token : ''))
    start.later(line.close)
    expect((await line.view()).me).toMatchObject({ name: 'Ada', groupId: room.groupId(2) })
    expect((await room.trainer.view()).members).toHaveLength(1)
  })

  it('P5.5: a re-entry code is good for ten minutes, in its class, for a person who is in it', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const ada = await room.seat('Ada')
    await ada.line.view()
    const { participantId } = ada.admission
    const create = async () => {
      const made = await room.send(room.trainer, 'reentry:create', { participantId })
      if (!made.ok) throw new Error(made.message)
      return made.value.code
    }
    const enter = async (code: string, reentryCode: string) =>
      reasonOf((await request(server.url, 'POST', '/api/reentry', { body: { code, reentryCode } })).reply as Reply<unknown>)
    const other = await room.api.createClass({ groups: 1 })
    expect(await enter(server.app.classes.get(other).state().code, await create())).toBe('wrong-code')
    const old = await create()
    clock.advance(600_001)
    expect(await enter(room.code, old)).toBe('wrong-code')
    const late = await create()
    await room.does('participant:remove', { participantId })
    expect(await enter(room.code, late)).toBe('not-found')
  })
})
