import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { request } from '../../support/request.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()

async function builtClient(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ketu-client-'))
  start.later(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Ketu</title>')
  await writeFile(join(folder, 'assets', 'main-a1b2.js'), 'export default 1')
  await writeFile(join(folder, 'assets', 'main-a1b2.js.br'), brotliCompressSync('export default 1'))
  await writeFile(join(folder, '..', 'ketu-outside.txt'), 'secret')
  start.later(() => rm(join(folder, '..', 'ketu-outside.txt'), { force: true }))
  return folder
}

it('every page of the client is served by its path, fresh; what carries a hash stays in the cache', async () => {
  const server = await start.server({ parts: { clientFolder: await builtClient() } })
  for (const path of ['/', '/j/123456', '/j/123%20456', '/class/abc', '/trainer', '/trainer/abc-1', '/projector']) {
    const page = await request(server.url, 'GET', path)
    expect(page, path).toMatchObject({ status: 200, text: expect.stringContaining('<title>Ketu</title>'), headers: { 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' } })
  }
  const script = await request(server.url, 'GET', '/assets/main-a1b2.js')
  expect(script).toMatchObject({ status: 200, text: 'export default 1', headers: { 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8' } })
  const packed = await request(server.url, 'GET', '/assets/main-a1b2.js', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
})

it('nothing else is served: no folder, no other file, no way out', async () => {
  const server = await start.server({ parts: { clientFolder: await builtClient() } })
  for (const path of ['/assets', '/assets/', '/assets/gone.js', '/../ketu-outside.txt', '/%2e%2e/ketu-outside.txt', '/assets/..%2f..%2fketu-outside.txt', '/.env', '/assets/main-a1b2.js.br', '/nowhere', '/%zz', '/index.html%00.js']) {
    const { status, text } = await request(server.url, 'GET', path)
    expect(status, path).toBeGreaterThanOrEqual(400)
    expect(text, path).not.toContain('secret')
  }
})

it('P5.1, P5.2: only our own scripts run; nothing that needs HTTPS is promised', async () => {
  const server = await start.server({ parts: { clientFolder: await builtClient() } })
  const { headers } = await request(server.url, 'GET', '/')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port};`)
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
  for (const name of ['strict-transport-security', 'cross-origin-opener-policy', 'origin-agent-cluster', 'x-powered-by']) expect(headers).not.toHaveProperty(name)
})

it('wrong bodies are answered in our words: not JSON, too large, an unknown route, an unknown method', async () => {
  const { server } = await start.classroom()
  expect(await request(server.url, 'POST', '/api/join', { raw: '{"code":' })).toMatchObject({ status: 400, reply: { ok: false, reason: 'bad-payload' } })
  expect(await request(server.url, 'POST', '/api/join', { raw: '[]' })).toMatchObject({ status: 400, reply: { reason: 'bad-payload' } })
  expect(await request(server.url, 'POST', '/api/join', { body: { name: 'x'.repeat(70_000) } })).toMatchObject({ status: 413, reply: { reason: 'too-large' } })
  expect(await request(server.url, 'POST', '/api/nowhere', { body: {} })).toMatchObject({ status: 404, reply: { reason: 'not-found' } })
  expect(await request(server.url, 'PUT', '/api/join', { body: {} })).toMatchObject({ status: 404, reply: { reason: 'not-found' } })
  expect(await request(server.url, 'POST', '/nowhere')).toMatchObject({ status: 404 })
  expect((await request(server.url, 'GET', '/api/join/%E0%A4%A')).status).toBe(400)
})
