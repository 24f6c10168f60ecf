import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultCourse } from '../../../shared/course/default.ts'
import { changeItem, removeItem } from '../../../shared/course/edits.ts'
import type { CourseListing, CourseView } from '../../../shared/protocol/http.ts'
import { signInTrainer, type TrainerApi } from '../../simulator/api.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { request, type Answer } from '../../support/request.ts'
import type { TestServer } from '../../support/startServer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const BUILT_IN = `/api/courses/${defaultCourse.id}`
const copyTitle = { 'zh-CN': '半日课', en: 'Half a day' }

async function desk(server?: TestServer) {
  const running = server ?? (await start.server())
  const api = await signInTrainer(running.url, await running.trainerKey())
  const ask = (method: string, path: string, given: { readonly body?: unknown; readonly raw?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Answer> =>
    request(running.url, method, path, { ...given, headers: { cookie: api.cookie, 'x-ketu': '1', 'content-type': 'application/json', ...given.headers } })
  return { server: running, api, ask }
}
const listed = (api: TrainerApi): Promise<readonly CourseListing[]> => api.call('GET', '/api/courses')
const course = (api: TrainerApi, id: string): Promise<CourseView> => api.call('GET', `/api/courses/${id}`)
const duplicate = (api: TrainerApi): Promise<{ readonly id: string }> => api.call('POST', `${BUILT_IN}/duplicate`, { title: copyTitle })

describe('the courses', () => {
  it('begin with the built-in one, which nobody can change, rename or remove', async () => {
    const { api, ask } = await desk()
    expect(await listed(api)).toEqual([{ id: defaultCourse.id, title: defaultCourse.title, builtIn: true, editedAt: null, items: defaultCourse.items.length, minutes: 360 }])
    expect(await ask('PUT', BUILT_IN, { body: { version: 1, template: { ...defaultCourse, title: copyTitle } } })).toMatchObject({ status: 403, reply: { reason: 'not-allowed' } })
    expect(await ask('DELETE', BUILT_IN)).toMatchObject({ status: 403 })
    expect((await course(api, defaultCourse.id)).template).toEqual(defaultCourse)
  })

  it('a copy is one of its own: edited, renamed, and found again after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ketu-courses-'))
    start.later(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'ketu.db')
    const { server, api, ask } = await desk(await start.server({ file }))
    const { id } = await duplicate(api)
    const { template, version } = await course(api, id)
    expect(template).toEqual({ ...defaultCourse, id, title: copyTitle })
    const edited = changeItem({ ...template, title: { 'zh-CN': '新名称', en: '' } }, 'i-1', { minutes: 20 })
    expect(await ask('PUT', `/api/courses/${id}`, { body: { version, template: edited } })).toMatchObject({ status: 200, reply: { value: { version: version + 1 } } })
    await server.stop()
    const { api: later } = await desk(await start.server({ file }))
    expect((await listed(later)).map((one) => one.title['zh-CN'])).toEqual([defaultCourse.title['zh-CN'], '新名称'])
    expect((await course(later, id)).template).toEqual(edited)
  })

  it('an edit that was made on an older version is refused, and changes nothing', async () => {
    const { api, ask } = await desk()
    const { id } = await duplicate(api)
    const { template } = await course(api, id)
    const save = (version: number, minutes: number) => ask('PUT', `/api/courses/${id}`, { body: { version, template: changeItem(template, 'i-1', { minutes }) } })
    expect((await save(1, 20)).status).toBe(200)
    expect(await save(1, 30)).toMatchObject({ status: 409, reply: { reason: 'conflict' } })
    expect((await course(api, id)).template.items.find((item) => item.id === 'i-1')?.minutes).toBe(20)
  })

  it('what was removed is listed no more, can be brought back for a month, and is gone after it', async () => {
    const clock = createFakeClock()
    const { server, api, ask } = await desk(await start.server({ clock }))
    const { id } = await duplicate(api)
    await api.call('DELETE', `/api/courses/${id}`)
    expect(await listed(api)).toHaveLength(1)
    expect((await ask('GET', `/api/courses/${id}`)).status).toBe(404)
    expect(await ask('POST', '/api/classes', { body: { templateId: id, groups: 2 } })).toMatchObject({ reply: { reason: 'not-found' } })
    await api.call('POST', `/api/courses/${id}/restore`)
    expect((await course(api, id)).template.title).toEqual(copyTitle)
    await api.call('DELETE', `/api/courses/${id}`)
    clock.advance(31 * 24 * 3_600_000)
    await server.app.prune()
    const { ask: later } = await desk(server)
    expect(await later('POST', `/api/courses/${id}/restore`)).toMatchObject({ status: 404 })
  })

  it('a class is made from any of them, and is not touched when the course changes later', async () => {
    const { server, api } = await desk()
    const { id } = await duplicate(api)
    const { template, version } = await course(api, id)
    const short = removeItem(changeItem(template, 'i-1', { minutes: 33 }), 'i-0')
    await api.call('PUT', `/api/courses/${id}`, { version, template: short })
    const classId = await api.createClass({ templateId: id, groups: 2 })
    await api.call('PUT', `/api/courses/${id}`, { version: version + 1, template })
    const { agenda, title, day } = server.app.classes.get(classId).state()
    expect(agenda.map((item) => item.id)).toEqual(short.items.map((item) => item.id))
    expect(agenda.find((item) => item.id === 'i-1')).toMatchObject({ minutes: 33, plannedMinutes: 33 })
    expect([title, day.courseId]).toEqual([copyTitle, id])
  })
})

describe('a course as a file', () => {
  it('goes out whole and comes in again as a course of its own', async () => {
    const { server, api, ask } = await desk()
    const { id } = await duplicate(api)
    expect((await request(server.url, 'GET', `${BUILT_IN}/file`)).status).toBe(403) // nobody but the trainer
    const own = await ask('GET', `/api/courses/${id}/file`, { headers: { 'x-ketu': '' } })
    expect(own.headers['content-disposition']).toBe(`attachment; filename="ketu.json"; filename*=UTF-8''${encodeURIComponent('半日课')}.json`)
    const added = await api.call<{ id: string }>('POST', '/api/courses', { template: JSON.parse(own.text) })
    expect(added.id).not.toBe(id)
    expect((await course(api, added.id)).template).toEqual({ ...(await course(api, id)).template, id: added.id })
  })

  it('with mistakes is refused, naming the places; one without a title, or of a newer program, too', async () => {
    const { ask } = await desk()
    const add = (template: unknown) => ask('POST', '/api/courses', { body: { template } })
    const reply = await add(changeItem(defaultCourse, 'i-1', { minutes: -5 }))
    expect(reply).toMatchObject({ status: 400, reply: { reason: 'bad-template', message: expect.stringContaining('items[1].minutes') } })
    expect(await add({ ...defaultCourse, format: 3 })).toMatchObject({ reply: { reason: 'bad-template' } })
    expect(await add({ ...defaultCourse, title: { 'zh-CN': ' ', en: '' } })).toMatchObject({ reply: { reason: 'name-invalid' } })
    expect(await add(null)).toMatchObject({ reply: { reason: 'bad-template' } })
  })

  it('P3.7: keys of the language itself do nothing, and junk costs nothing', async () => {
    const { api, ask } = await desk()
    const text = JSON.stringify({ template: { ...defaultCourse, constructor: { prototype: { polluted: 1 } } } }).replace('"format"', '"__proto__":{"polluted":1},"format"')
    expect((await ask('POST', '/api/courses', { raw: text })).status).toBe(200)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    const [, added] = await listed(api)
    expect(Object.keys((await course(api, added?.id ?? '')).template).sort()).toEqual(['format', 'id', 'items', 'title'])
    for (const raw of ['', '[]', '{', '7', '['.repeat(100_000)]) expect((await ask('POST', '/api/courses', { raw })).status).toBe(400)
    expect(await ask('POST', '/api/courses', { raw: JSON.stringify({ template: { padding: 'x'.repeat(600_000) } }) })).toMatchObject({ status: 413, reply: { reason: 'too-large' } })
    expect(await listed(api)).toHaveLength(2)
  })
})
