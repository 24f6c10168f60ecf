import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { REENTRY_MS } from '../../../server/domain/access/Access.ts'
import { groupWorkFromJson } from '../../../shared/groupwork/document.ts'
import { type Admission, type FileTicket, type GroupReport, type OrderFile, type ReentryCode, TRAINER_HEADER } from '../../../shared/protocol/http.ts'
import type { GroupJson } from '../../../shared/workbook/groupJson.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { readXlsx } from '../../support/readXlsx.ts'
import { request } from '../../support/request.ts'
import { sampleWork, writeSample } from '../../support/sampleWork.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import type { TestServer } from '../../support/startServer.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()

/** A class whose first two groups have done their work. */
async function workedClass(options: Parameters<typeof start.classroom>[0] = {}) {
  const { server, room } = await start.classroom(options)
  for (const place of [0, 1]) await server.app.rooms.edit(room.groupId(place), (doc) => writeSample(doc, place))
  return { server, room }
}
const order = (server: TestServer, body: OrderFile, token: string | null = null, headers: Readonly<Record<string, string>> = {}) => request(server.url, 'POST', '/api/takehome/files', { body, headers: { ...headers, ...(token === null ? {} : bearer(token)) } })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
async function download(server: TestServer, path: string) {
  const response = await fetch(server.url + path)
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}
function ticketOf(answer: Awaited<ReturnType<typeof order>>): FileTicket {
  if (!answer.reply?.ok) throw new Error(answer.text)
  return answer.reply.value as FileTicket
}

it('H1: a participant takes home the own group’s workbook by a plain GET, under a name in their language', async () => {
  const { server, room } = await workedClass()
  await room.does('group:rename', { groupId: room.groupId(0), name: '远航: "队"?' })
  const { admission: { token } } = await room.seat('Ada', 0)
  const { path } = ticketOf(await order(server, { kind: 'workbook', classId: room.classId, groupId: room.groupId(0), locale: 'zh-CN' }, token))
  expect(path).not.toContain(token)
  const { status, headers, bytes } = await download(server, path)
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toBe(`attachment; filename="ketu.xlsx"; filename*=UTF-8''${encodeURIComponent('A 组 · 远航 队 客户测量工具.xlsx')}`)
  expect([...readXlsx(bytes).keys()]).toContain('客户测量')
})

it('H2: the data of a group is its whole work, with the number of its schema', async () => {
  const { server, room } = await workedClass()
  const { admission: { token } } = await room.seat('Ada', 1)
  const { path } = ticketOf(await order(server, { kind: 'json', classId: room.classId, groupId: room.groupId(1), locale: 'en' }, token))
  const json = JSON.parse(new TextDecoder().decode((await download(server, path)).bytes)) as GroupJson
  expect(json).toMatchObject({ format: 'ketu-group', schema: 1, group: { id: room.groupId(1), letter: 'B' } })
  expect(groupWorkFromJson(json.work)).toEqual(sampleWork(1))
})

it('H3: nobody gets the files of another group or class, or of all groups, whatever the client asks for', async () => {
  const { server, room } = await workedClass()
  const { admission: { token } } = await room.seat('Ada', 0)
  const own = { classId: room.classId, groupId: room.groupId(0), locale: 'en' } as const
  for (const kind of ['workbook', 'json', 'map'] as const) {
    expect((await order(server, { ...own, kind, groupId: room.groupId(1) }, token)).status).toBe(403)
    expect((await order(server, { ...own, kind })).status).toBe(403)
    expect((await order(server, { ...own, kind }, `${token.slice(1)}x`)).status).toBe(403)
  }
  expect((await order(server, { kind: 'class', classId: room.classId, locale: 'en' }, token)).status).toBe(403)
  expect((await request(server.url, 'POST', '/api/takehome/group', { body: { classId: room.classId, groupId: room.groupId(1) }, headers: bearer(token) })).status).toBe(403)
  const projector = await room.api.projectorToken(room.classId)
  expect((await order(server, { ...own, kind: 'workbook' }, projector)).status).toBe(403)
  // The cookie alone comes also from a page of another site.
  expect((await order(server, { ...own, kind: 'workbook' }, null, { cookie: room.api.cookie })).status).toBe(403)
  expect((await download(server, '/download/guessed')).status).toBe(404)
})

it('H4: a ticket serves again while it lasts, and ends after five minutes or with the place in the group', async () => {
  const { server, room } = await workedClass({ clock: createFakeClock() })
  const { admission: { token, participantId } } = await room.seat('Ada', 0)
  const ask = async () => ticketOf(await order(server, { kind: 'map', classId: room.classId, groupId: room.groupId(0), locale: 'en' }, token))
  const first = await ask()
  expect((await download(server, first.path)).status).toBe(200)
  expect((await download(server, first.path)).status).toBe(200)
  await server.advance(5 * 60_000)
  expect((await download(server, first.path)).status).toBe(404)
  const second = await ask()
  await room.does('participant:move', { participantId, groupId: room.groupId(1) })
  expect((await download(server, second.path)).status).toBe(403)
})

it('H5: the trainer gets everything of all groups in one archive', async () => {
  const { server, room } = await workedClass()
  await room.does('group:rename', { groupId: room.groupId(0), name: 'Voyagers' })
  const { path } = await room.api.call<FileTicket>('POST', '/api/takehome/files', { kind: 'class', classId: room.classId, locale: 'en' })
  const { headers, bytes } = await download(server, path)
  expect(headers.get('content-type')).toBe('application/zip')
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual([
    'Class overview.xlsx', ...['Group A · Voyagers', 'Group B', 'Group C'].flatMap((group) => [`${group} measuring kit.xlsx`, `${group} customer map.svg`, `${group} data.json`]),
  ])
  const overview = readXlsx(files['Class overview.xlsx'] ?? new Uint8Array())
  expect([...overview.get('Groups')?.values() ?? []].map(({ value }) => value)).toContain('Group A · Voyagers')
  expect([...overview.get('All customers')?.values() ?? []].filter(({ value }) => value === 'Group B')).toHaveLength(8)
})

it('H6: what was written after a download is in the next one', async () => {
  const { server, room } = await workedClass()
  const ask = async (): Promise<GroupJson> => {
    const { path } = await room.api.call<FileTicket>('POST', '/api/takehome/files', { kind: 'json', classId: room.classId, groupId: room.groupId(0), locale: 'en' })
    return JSON.parse(new TextDecoder().decode((await download(server, path)).bytes)) as GroupJson
  }
  expect((await ask()).work.settings.cutX).toBe(48)
  await server.app.rooms.edit(room.groupId(0), (doc) => doc.getMap('settings').set('cutX', 31))
  expect((await ask()).work.settings.cutX).toBe(31)
})

it('H7: a report has the group’s work and people', async () => {
  const { room } = await workedClass()
  await room.seat('Ada', 0)
  const report = await room.api.call<GroupReport>('POST', '/api/takehome/group', { classId: room.classId, groupId: room.groupId(0) })
  expect(report.group.members).toEqual(['Ada'])
  expect(groupWorkFromJson(report.work)).toEqual(sampleWork(0))
})

it('H8: who was in a class that has ended still takes the own group’s work home, and can do nothing else there', async () => {
  const { server, room } = await workedClass()
  const { admission: { token } } = await room.seat('Ada', 0)
  const { admission: { token: removed, participantId: removedId } } = await room.seat('Ben', 0)
  await room.does('participant:remove', { participantId: removedId })
  await room.api.call('POST', `/api/classes/${room.classId}/end`)
  const own = await request(server.url, 'POST', '/api/takehome/own', { body: {}, headers: bearer(token) })
  expect(own.reply).toMatchObject({ ok: true, value: { classId: room.classId, group: { id: room.groupId(0), index: 0 }, class: { ended: true, namesWipedAt: null } } })
  for (const kind of ['workbook', 'json', 'map'] as const) {
    const { path } = ticketOf(await order(server, { kind, classId: room.classId, groupId: room.groupId(0), locale: 'en' }, token))
    expect((await download(server, path)).status).toBe(200)
    expect((await order(server, { kind, classId: room.classId, groupId: room.groupId(1), locale: 'en' }, token)).status).toBe(403)
    expect((await order(server, { kind, classId: room.classId, groupId: room.groupId(0), locale: 'en' }, removed)).status).toBe(403)
  }
  expect((await request(server.url, 'POST', '/api/takehome/group', { body: { classId: room.classId, groupId: room.groupId(0) }, headers: bearer(token) })).reply).toMatchObject({ ok: true })
  await expect(server.app.access.actorOf(token)).rejects.toMatchObject({ reason: 'class-ended' })
})

it('P4.14: from the page of a class that has ended, where nothing can be downloaded, the same person goes on in another browser, once', async () => {
  const { server, room } = await workedClass({ clock: createFakeClock() })
  const { admission: { token, participantId } } = await room.seat('Ada', 0)
  const { admission: { token: removed, participantId: removedId } } = await room.seat('Ben', 0)
  await room.does('participant:remove', { participantId: removedId })
  await room.api.call('POST', `/api/classes/${room.classId}/end`)
  const ask = (given: string) => request(server.url, 'POST', '/api/takehome/reentry', { body: {}, headers: bearer(given) })
  expect((await ask(removed)).status).toBe(403)
  expect((await ask(await room.api.projectorToken(room.classId))).status).toBe(403)
  const own = (await request(server.url, 'POST', '/api/takehome/own', { body: {}, headers: bearer(token) })).reply
  expect(own).toMatchObject({ ok: true, value: { me: { name: 'Ada' }, code: room.code } })
  const made = (await ask(token)).reply
  if (!made?.ok) throw new Error('no code')
  const { code, expiresAt, serverNow } = made.value as ReentryCode
  expect(expiresAt - serverNow).toBe(REENTRY_MS)
  const enter = () => request(server.url, 'POST', '/api/reentry', { body: { code: room.code, reentryCode: code } })
  const there = (await enter()).reply
  expect(there).toMatchObject({ ok: true, value: { classId: room.classId, participantId } })
  expect((await enter()).reply).toMatchObject({ ok: false, reason: 'wrong-code' })
  const { path } = ticketOf(await order(server, { kind: 'workbook', classId: room.classId, groupId: room.groupId(0), locale: 'en' }, there?.ok ? (there.value as Admission).token : ''))
  expect((await download(server, path)).status).toBe(200)
  // Nobody gets in anew.
  expect((await request(server.url, 'GET', `/api/join/${room.code}`)).reply).toMatchObject({ ok: false, reason: 'class-ended' })
})

it('H9: the class as one archive comes by a ticket, to the trainer alone, and opens', async () => {
  const { server, room } = await workedClass()
  const { admission: { token } } = await room.seat('Ada', 0)
  const wish = { kind: 'archive', classId: room.classId, locale: 'zh-CN' } as const
  expect((await order(server, wish, token)).status).toBe(403)
  expect((await order(server, wish)).status).toBe(403)
  const { path } = ticketOf(await order(server, wish, null, { cookie: room.api.cookie, [TRAINER_HEADER]: '1' }))
  const { status, headers, bytes } = await download(server, path)
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toMatch(/filename="ketu\.ketu"/)
  const again = await server.app.archives.open(bytes)
  expect(again.state().groups.map(({ index }) => index)).toEqual([0, 1, 2])
})

it('P5.11: what one person asks for is counted, so that it crowds out nobody’s download', async () => {
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => { letGo = resolve })
  const { server, room } = await start.classroom({
    wrapStorage: (storage) => ({ ...storage, documents: { ...storage.documents, load: async (documentId) => {
      await gate
      return storage.documents.load(documentId)
    } } }),
  })
  const [{ admission: ada }, { admission: eve }] = [await room.seat('Ada', 0), await room.seat('Eve', 1)]
  const ask = (token: string, group: number) => order(server, { kind: 'json', classId: room.classId, groupId: room.groupId(group), locale: 'en' }, token)
  const [hers, theirs] = [ticketOf(await ask(ada.token, 0)), ticketOf(await ask(eve.token, 1))]
  const asked = await Promise.all(Array.from({ length: 60 }, () => ask(eve.token, 1)))
  expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(15)
  expect((await request(server.url, 'POST', '/api/takehome/reentry', { body: {}, headers: bearer(eve.token) })).status).toBe(429)
  const refused: number[] = []
  const fetched = Array.from({ length: 30 }, async () => {
    const { status } = await download(server, theirs.path)
    if (status === 429) refused.push(status)
    return status
  })
  await until(() => refused.length === 22, 'those who find no place')
  letGo()
  expect((await Promise.all(fetched)).filter((status) => status === 200)).toHaveLength(8)
  expect((await download(server, hers.path)).status).toBe(200)
  expect((await ask(ada.token, 0)).status).toBe(200)
})
