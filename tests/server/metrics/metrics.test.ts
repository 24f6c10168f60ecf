import { describe, expect, it } from 'vitest'
import { request } from '../../support/request.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { SyncPeer } from '../../support/syncPeer.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()
const TOKEN = 'a-token-of-the-watcher'

describe('for whoever watches over the server', () => {
  it('/metrics counts what the rooms do', async () => {
    const { server, room } = await start.classroom({}, 2)
    const { admission } = await room.seat('王芳')
    const peer = await new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(0), token: admission.token }).ready()
    start.later(() => peer.socket.terminate())
    peer.type('words')
    await peer.allSaved()
    const { status, text, headers } = await request(server.url, 'GET', '/metrics')
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')])
    const figure = (name: string): number => Number(new RegExp(`^ketu_${name} (\\S+)$`, 'm').exec(text)?.[1])
    expect(figure('updates_received_total')).toBe(1)
    expect(figure('stored_rows_total')).toBe(1)
    expect(figure('sync_connections')).toBe(1)
    expect(figure('documents_loaded')).toBeGreaterThanOrEqual(1)
    expect(figure('control_connections{role="trainer"}')).toBe(1)
    expect(figure('control_connections{role="participant"}')).toBe(1)
    expect(figure('journal_waiting')).toBe(0)
    expect(figure(`class_used{class="${room.classId}",what="people"}`)).toBe(1)
    expect(figure(`class_budget{class="${room.classId}",what="bytes"}`)).toBe(30_000_000)
    expect(figure('commit_seconds_count')).toBeGreaterThanOrEqual(1)
    expect(figure('storage_failing')).toBe(0)
    expect(text).toMatch(/^process_resident_memory_bytes /m)
    // Figures only: nobody's name, no group's id.
    expect(text).not.toContain('王芳')
    expect(text).not.toContain(room.groupId(0))
  })

  it('/metrics is for this computer, or for who has the token', async () => {
    const server = await start.server({ parts: { metricsToken: TOKEN } })
    const status = async (headers: Record<string, string>): Promise<number> => (await request(server.url, 'GET', '/metrics', { headers })).status
    expect(await status({})).toBe(200)
    // A proxy in front does not make a stranger local.
    expect(await status({ 'x-forwarded-for': '192.168.1.7' })).toBe(403)
    expect(await status({ 'x-forwarded-for': '192.168.1.7', authorization: `Bearer ${TOKEN}` })).toBe(200)
    expect(await status({ 'x-forwarded-for': '192.168.1.7', authorization: 'Bearer something-else-here' })).toBe(403)
  })

  it('/healthz says 503 while the disk refuses, and why', async () => {
    let full = false
    const { server, room } = await start.classroom({
      wrapStorage: (storage) => ({
        ...storage,
        documents: { ...storage.documents, append: async (batch) => {
          if (full) throw new Error('database or disk is full')
          return storage.documents.append(batch)
        } },
      }),
    })
    const health = () => request(server.url, 'GET', '/healthz')
    expect((await health()).status).toBe(200)
    const { admission } = await room.seat('王芳')
    const peer = await new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(0), token: admission.token }).ready()
    start.later(() => peer.socket.terminate())
    full = true
    peer.type('in memory')
    await until(async () => (await health()).status === 503, 'the alarm')
    expect(JSON.parse((await health()).text)).toMatchObject({ ok: false, value: { diskFailing: true } })
    full = false
    await until(async () => (await health()).status === 200, 'the all-clear')
  })
})

describe('the budget of a class', () => {
  it('is shown to the trainer, as it is used', async () => {
    const { room } = await start.classroom({}, 2)
    await room.seat('王芳')
    const { usage } = await room.trainer.until((view) => view.usage.people.used === 1)
    expect(usage).toMatchObject({ documents: { used: 2, of: 12 }, people: { used: 1, of: 400 }, bytes: { of: 30_000_000 } })
  })

  it('refuses growth of any document once all of them together are as large as they may be', async () => {
    const { server, room } = await start.classroom({ parts: { limits: { classBytes: 40_000 } } }, 2)
    const seat = async (name: string, group: number): Promise<SyncPeer> => {
      const { admission } = await room.seat(name, group)
      const peer = await new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(group), token: admission.token }).ready()
      start.later(() => peer.socket.terminate())
      return peer
    }
    const ada = await seat('Ada', 0)
    const ben = await seat('Ben', 1)
    ada.type('x'.repeat(60_000))
    await ada.allSaved()
    // Looked at once a second.
    await until(() => (ben.type('one more '), ben.closed !== null), 'the refusal')
    expect(ben.closed).toBe(4413)
    await room.trainer.until(({ warnings }) => warnings.some(({ kind, detail }) => kind === 'document-full' && detail === 'B'))
  })
})
