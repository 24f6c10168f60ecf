import { describe, expect, it } from 'vitest'
import { TRAINER_HEADER } from '../../../shared/protocol/http.ts'
import type { ControlAuth } from '../../../shared/protocol/views.ts'
import { openControl, signInTrainer, trainerAuth } from '../../simulator/api.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { request } from '../../support/request.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const ours = { [TRAINER_HEADER]: '1' }

/** The reason why a connection was refused. */
function refusalOf(url: string, auth: unknown, cookie?: string): Promise<{ readonly message: string; readonly reason: unknown }> {
  const line = openControl(url, auth as ControlAuth, cookie)
  start.later(line.close)
  return new Promise((resolve, reject) => {
    line.socket.on('connect', () => reject(new Error('it was let in')))
    line.socket.on('connect_error', (error: Error & { data?: { reason?: unknown } }) => resolve({ message: error.message, reason: error.data?.reason }))
  })
}

describe('the trainer link', () => {
  it('P5.3: is exchanged once, for a cookie that scripts and other sites can not have', async () => {
    const server = await start.server()
    const key = await server.trainerKey()
    const first = await request(server.url, 'POST', '/api/trainer/exchange', { body: { key } })
    expect(first).toMatchObject({ status: 200, reply: { ok: true, value: null } })
    const cookie = first.headers['set-cookie']?.[0] ?? ''
    expect(cookie).toMatch(/^ketu_trainer_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/)
    expect(cookie).not.toContain(key)
    expect(await request(server.url, 'POST', '/api/trainer/exchange', { body: { key } })).toMatchObject({ status: 404, reply: { ok: false, reason: 'wrong-code' } })
  })

  it('is too old after half a day', async () => {
    const clock = createFakeClock()
    const server = await start.server({ clock })
    const key = await server.trainerKey()
    clock.advance(12 * 3_600_000 + 1)
    expect(await request(server.url, 'POST', '/api/trainer/exchange', { body: { key } })).toMatchObject({ reply: { reason: 'wrong-code' } })
  })

  it('the trainer makes another one for another device', async () => {
    const server = await start.server()
    const api = await signInTrainer(server.url, await server.trainerKey())
    const { url } = await api.call<{ url: string }>('POST', '/api/trainer/link')
    expect(url).toContain('/trainer#key=')
    const other = await signInTrainer(server.url, url.split('#key=')[1] ?? '')
    expect(other.cookie).not.toBe(api.cookie)
    expect(await other.call('GET', '/api/trainer/session')).toEqual({ trainer: true })
  })
})

describe('trainer requests', () => {
  it('P5.6: need the cookie and the header that no other site can send', async () => {
    const server = await start.server()
    const { cookie } = await signInTrainer(server.url, await server.trainerKey())
    const ask = (headers: Record<string, string>) => request(server.url, 'GET', '/api/classes', { headers })
    expect(await ask({ cookie, ...ours })).toMatchObject({ status: 200, reply: { ok: true, value: [] } })
    expect(await ask({ cookie })).toMatchObject({ status: 403, reply: { reason: 'not-allowed' } })
    expect(await ask(ours)).toMatchObject({ status: 403, reply: { reason: 'not-allowed' } })
    expect(await ask({ cookie: cookie.replace(/.$/, (last) => (last === '0' ? '4' : '0')), ...ours })).toMatchObject({ status: 403 })
    expect(await request(server.url, 'GET', '/api/trainer/session', { headers: ours })).toMatchObject({ reply: { ok: true, value: { trainer: false } } })
  })

  it('P5.10: every one of them refuses participants and projectors', async () => {
    const { server, room } = await start.classroom()
    const ada = await room.seat('Ada')
    const tokens = [ada.admission.token, await room.api.projectorToken(room.classId)]
    const routes = [
      ['POST', '/api/trainer/link'], ['GET', '/api/courses'], ['POST', '/api/courses'], ['PUT', '/api/courses/segmentation-default'], ['DELETE', '/api/courses/segmentation-default'], ['POST', `/api/classes/${room.classId}/course`], ['GET', '/api/classes'], ['POST', '/api/classes'], ['POST', `/api/classes/${room.classId}/end`],
      ['POST', `/api/classes/${room.classId}/reopen`], ['POST', `/api/classes/${room.classId}/projector`], ['DELETE', `/api/classes/${room.classId}`],
    ] as const
    for (const token of tokens) {
      for (const [method, path] of routes) {
        const headers = { ...ours, cookie: `ketu_trainer_${server.port}=${token}`, authorization: `Bearer ${token}` }
        expect(await request(server.url, method, path, { headers })).toMatchObject({ status: 403 })
      }
    }
  })

  it('a class is listed, ended, opened again and wiped', async () => {
    const { server, room } = await start.classroom()
    const listed = () => room.api.call<{ id: string; endedAt: number | null; participants: number }[]>('GET', '/api/classes')
    await room.seat('Ada')
    expect(await listed()).toMatchObject([{ id: room.classId, code: room.code, endedAt: null, participants: 1, groups: 3 }])
    await room.api.call('POST', `/api/classes/${room.classId}/end`)
    expect((await listed())[0]?.endedAt).toBeTypeOf('number')
    await room.api.call('POST', `/api/classes/${room.classId}/reopen`)
    expect((await listed())[0]?.endedAt).toBeNull()
    const gone = new Promise((resolve) => room.trainer.socket.once('goodbye', resolve))
    await room.api.call('DELETE', `/api/classes/${room.classId}`)
    expect(await gone).toEqual({ reason: 'class-wiped' })
    expect(await listed()).toEqual([])
    expect(await server.app.rooms.read(room.groupId(0))).toBeUndefined()
    expect(await refusalOf(server.url, trainerAuth(room.classId), room.api.cookie)).toEqual({ message: 'not-found', reason: 'class-wiped' })
  })

  it('a class that opens again gets a new code when another class has taken its own', async () => {
    const { server, room } = await start.classroom()
    await room.api.call('POST', `/api/classes/${room.classId}/end`)
    const other = await room.api.createClass({ groups: 1 })
    const taken = room.code
    await server.app.classes.get(other).change((state) => ({ ...state, code: taken }))
    await room.api.call('POST', `/api/classes/${room.classId}/reopen`)
    const { code } = server.app.classes.get(room.classId).state()
    expect(code).not.toBe(taken)
    expect(code).toMatch(/^[1-9]\d{5}$/)
  })
})

describe('the control channel', () => {
  it('P5.5: lets nobody in with a wrong token, and says that trying again is of no use', async () => {
    const { server, room } = await start.classroom()
    const ada = await room.seat('Ada')
    const unauthorized = { message: 'not-allowed', reason: 'unauthorized' }
    const { token } = ada.admission
    expect(await refusalOf(server.url, { protocol: 1, role: 'participant', token: token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A') })).toEqual(unauthorized)
    expect(await refusalOf(server.url, { protocol: 1, role: 'projector', token })).toEqual(unauthorized)
    expect(await refusalOf(server.url, { protocol: 1, role: 'trainer', classId: room.classId })).toEqual(unauthorized)
    expect(await refusalOf(server.url, { protocol: 1, role: 'trainer', classId: room.classId }, `ketu_trainer_${server.port}=${token}`)).toEqual(unauthorized)
    expect(await refusalOf(server.url, { protocol: 2, role: 'participant', token })).toEqual({ message: 'protocol', reason: undefined })
    for (const auth of [{}, null, { protocol: 1, role: '__proto__', token }, { protocol: 1, role: 'participant', token: { $ne: '' } }]) {
      expect(await refusalOf(server.url, auth)).toEqual({ message: 'bad-payload', reason: 'unauthorized' })
    }
  })
})
