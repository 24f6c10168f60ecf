import WebSocket from 'ws'
import { describe, expect, it } from 'vitest'
import type { Network } from '../../../server/domain/address/Addresses.ts'
import { request } from '../../support/request.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const roomNetwork: Network = { interfaces: () => [{ name: 'wlan0', address: '192.168.31.7' }], gatewayAddress: async () => '192.168.31.7' }

/** 'open', or the HTTP status of the refusal. */
function upgrade(url: string, path: string, headers: Record<string, string>): Promise<'open' | number> {
  const socket = new WebSocket(url.replace('http', 'ws') + path, { headers })
  start.later(() => socket.terminate())
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve('open'))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
  })
}
const channels = ['/socket.io/?EIO=4&transport=websocket', '/sync/anything?token=x']

describe('P5.6: names that are not ours', () => {
  it('are refused on HTTP and on both upgrades; our addresses and configured names are not', async () => {
    const server = await start.server({ network: roomNetwork })
    const at = `:${server.port}`
    for (const host of [`127.0.0.1${at}`, `localhost${at}`, `192.168.31.7${at}`, `classroom.test${at}`, `CLASSROOM.test${at}`]) {
      expect((await request(server.url, 'GET', '/healthz', { headers: { host } })).status).toBe(200)
      for (const path of channels) expect(await upgrade(server.url, path, { host })).toBe('open')
    }
    for (const host of [`evil.example${at}`, `192.168.31.8${at}`, `localhost.evil.example${at}`, 'a b', '[::1', `classroom.test@evil.example${at}`]) {
      expect((await request(server.url, 'GET', '/healthz', { headers: { host } })).status, host).toBe(403)
      expect((await request(server.url, 'GET', '/socket.io/?EIO=4&transport=polling', { headers: { host } })).status, host).toBe(403)
    }
    for (const path of channels) expect(await upgrade(server.url, path, { host: `evil.example${at}` })).toBe(403)
  })

  it('a browser gets a page in the person’s language that says which address to open; tools get JSON', async () => {
    const server = await start.server({ network: roomNetwork })
    const host = `laptop.example:${server.port}`
    const browser = (language: string, path = '/j/316649') => request(server.url, 'GET', path, { headers: { host, accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': language } })
    const chinese = await browser('zh-CN,zh;q=0.9,en;q=0.8')
    expect(chinese.status).toBe(403)
    expect(chinese.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(chinese.headers['content-security-policy']).toContain("default-src 'none'")
    expect(chinese.text).toContain('课堂不在现在这个网址上')
    expect(chinese.text).toContain(`href="http://localhost:${server.port}/j/316649"`)
    expect((await browser('en-GB')).text).toContain('The class is not at this address')
    expect((await browser('zh-TW')).text).toContain('現在這個網址')
    // Nothing of what was asked for gets into the page, nor anything of the class.
    expect((await browser('en', '/<script>alert(1)</script>')).text).toContain(`href="http://localhost:${server.port}/"`)
    const tools: readonly Readonly<Record<string, string>>[] = [{ host }, { host, accept: '*/*' }, { host, accept: 'application/json' }]
    for (const headers of tools) expect((await request(server.url, 'GET', '/', { headers })).reply).toMatchObject({ ok: false, reason: 'not-allowed' })
    expect((await request(server.url, 'POST', '/api/join', { body: {}, headers: { host, accept: 'text/html' } })).reply).toMatchObject({ ok: false, reason: 'not-allowed' })
  })

  it('P3.6: pages of others can not reach us, neither by HTTP nor by socket; tools without an Origin can', async () => {
    const server = await start.server()
    const ours = server.url
    for (const origin of ['http://evil.example', 'null', 'https://127.0.0.1', `http://127.0.0.1:${server.port + 1}`, `${ours}.evil.example`]) {
      expect((await request(server.url, 'POST', '/api/join', { body: {}, headers: { origin } })).status, origin).toBe(403)
      expect((await request(server.url, 'GET', '/socket.io/?EIO=4&transport=polling', { headers: { origin } })).status, origin).toBe(403)
      for (const path of channels) expect(await upgrade(server.url, path, { origin })).toBe(403)
    }
    for (const path of channels) expect(await upgrade(server.url, path, { origin: ours })).toBe('open')
    expect((await request(server.url, 'POST', '/api/join', { body: {} })).status).toBe(400)
  })

  it('P3.1: one port for pages, the control channel and documents; other upgrades are refused', async () => {
    const server = await start.server()
    expect(await upgrade(server.url, '/elsewhere', {})).toBe(404)
    expect(await upgrade(server.url, channels[0] ?? '', {})).toBe('open')
    expect((await request(server.url, 'GET', '/socket.io/?EIO=4&transport=polling')).text).toMatch(/^0\{"sid"/)
  })
})
