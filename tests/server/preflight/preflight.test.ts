import { expect, it } from 'vitest'
import type { CheckReport } from '../../../shared/preflight/report.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const report = (change: Partial<CheckReport> = {}): CheckReport => ({
  id: 'phone-0001', system: 'android', browser: 'wechat', control: 'waiting', sync: 'waiting', storage: 'waiting', latencyMs: null, clockOffMs: null, network: 'unknown', ...change,
})
const tell = (url: string, code: string, body: unknown): Promise<Response> =>
  fetch(`${url}/api/check/${code}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

it('what a phone finds out is on the console at once, and that it stopped reporting a little later', async () => {
  const clock = createFakeClock()
  const { server, room } = await start.classroom({ clock })
  await room.trainer.view()
  expect(await (await tell(server.url, room.code, report())).json()).toMatchObject({ ok: true, value: { serverNow: server.now() } })
  await room.trainer.until(({ preflight }) => preflight.devices[0]?.control === 'waiting', 1_500)
  await tell(server.url, room.code, report({ control: 'ok', sync: 'failed', latencyMs: 12 }))
  const { preflight } = await room.trainer.until((view) => view.preflight.devices[0]?.sync === 'failed')
  expect(preflight.devices).toMatchObject([{ id: 'phone-0001', browser: 'wechat', latencyMs: 12, isSilent: false, address: '127.0.0.1' }])
  expect(preflight.computer.port).toBe(server.port)
  await server.advance(13_000)
  await room.trainer.until((view) => view.preflight.devices[0]?.isSilent === true)
})

it('a report of another form, or of no class, is refused; nobody but the trainer hears of any', async () => {
  const { server, room } = await start.classroom()
  const { line } = await room.seat('Ada')
  expect((await tell(server.url, room.code, { ...report(), more: 1 })).status).toBe(400)
  expect((await tell(server.url, '000000', report())).status).toBe(404)
  await tell(server.url, room.code, report())
  await room.trainer.until((view) => view.preflight.devices.length === 1)
  expect(JSON.stringify(await line.view())).not.toContain('phone-0001')
})

it('the trainer hears whether the projector’s bell can be heard; what others say of it counts for nothing', async () => {
  const { room } = await start.classroom()
  expect((await room.trainer.view()).projectorSound).toBeNull()
  const projector = await room.projector()
  await room.trainer.until(({ projectorSound }) => projectorSound === 'asleep')
  projector.socket.emit('sound', 'on')
  await room.trainer.until(({ projectorSound }) => projectorSound === 'on')
  const ada = await room.seat('Ada')
  await ada.line.view()
  ada.line.socket.emit('sound', 'none')
  projector.socket.emit('sound', 'loud')
  projector.close()
  await room.trainer.until(({ projectorSound }) => projectorSound === null)
})
