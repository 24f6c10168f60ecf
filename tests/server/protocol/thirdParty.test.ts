import * as decoding from 'lib0/decoding'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startServer, type TestServer } from '../../support/startServer.ts'
import { until } from '../../support/until.ts'

/**
 * A client as somebody else would write it: from server/PROTOCOL.md alone, with the stock provider. Nothing of this product
 * is imported but what starts the server and waits; what the page says in words stands here as numbers.
 */
const SYNC = 0
const STEP_2 = 1
const UPDATE = 2
const RECEIPT = 4
const SAVED = 0
const HELD = 1
const HEARTBEAT = 2

interface Line {
  sent: number
  saved: number
  held: number
  heartbeats: number
  closed: number | null
}

/** "A client with the stock provider", with types. */
function openDocument(host: string, groupId: string, token: string, doc = new Y.Doc()) {
  const line: Line = { sent: 0, saved: 0, held: 0, heartbeats: 0, closed: null }
  class CountingSocket extends WebSocket {
    constructor(url: string) {
      super(url)
      Object.assign(line, { sent: 0, saved: 0, held: 0 })
    }
    override send(frame: Uint8Array): void {
      const [type, step] = frame
      if (type === SYNC && (step === STEP_2 || step === UPDATE)) line.sent++
      super.send(frame)
    }
  }
  const provider = new WebsocketProvider(`ws://${host}/sync`, groupId, doc, {
    params: { token, ack: '1' },
    disableBc: true,
    // The types are those of browsers.
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
    shouldReconnect: ({ code }) => code !== 1009 && !(code >= 4400 && code < 4500),
  })
  provider.messageHandlers[RECEIPT] = (_encoder, decoder) => {
    const kind = decoding.readVarUint(decoder)
    const count = decoding.readVarUint(decoder)
    if (kind === SAVED) line.saved = count
    if (kind === HELD) line.held = count
    if (kind === HEARTBEAT) line.heartbeats++
  }
  provider.on('closed', ({ code }) => {
    line.closed = code
  })
  const isSaved = (): boolean => provider.synced && line.saved === line.sent
  return {
    doc, provider, line,
    notes: doc.getText('notes'),
    isSaved,
    allSaved: () => until(isSaved, () => `all to be saved: ${JSON.stringify(line)}`),
    allKept: () => until(() => provider.synced && Math.max(line.saved, line.held) === line.sent, () => `all to be kept: ${JSON.stringify(line)}`),
    sees: (text: string) => until(() => doc.getText('notes').toString() === text, () => `"${text}" in "${doc.getText('notes').toString()}"`),
  }
}

interface Admission {
  readonly token: string
  readonly participantId: string
}

describe('a client written from server/PROTOCOL.md alone', () => {
  let server: TestServer
  let host: string
  let code: string
  let groups: readonly { readonly id: string }[]
  const open: ReturnType<typeof openDocument>[] = []
  const sockets: { disconnect(): unknown }[] = []

  async function ask<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const response = await fetch(`http://${host}${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', ...headers },
    })
    const reply = await response.json()
    if (!reply.ok) throw new Error(`${reply.reason}: ${reply.message}`)
    return reply.value
  }
  const join = (name: string, group = 0) => ask<Admission>('/api/join', { code, name, groupId: groups[group]?.id })
  const enter = (token: string, group = 0, doc = new Y.Doc()) => {
    const opened = openDocument(host, groups[group]?.id ?? '', token, doc)
    open.push(opened)
    return opened
  }
  /** The trainer's side of the room; not a part of the page. */
  const trainerLocks = (locked: boolean) => server.app.rooms.setLocked(groups[0]?.id ?? '', locked)

  beforeEach(async () => {
    server = await startServer()
    host = `127.0.0.1:${server.port}`
    const exchange = await fetch(`http://${host}/api/trainer/exchange`, {
      method: 'POST', body: JSON.stringify({ key: await server.trainerKey() }), headers: { 'content-type': 'application/json', 'x-ketu': '1' },
    })
    const cookie = exchange.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    code = (await ask<{ code: string }>('/api/classes', { groups: 2, trainerName: 'T' }, { cookie, 'x-ketu': '1' })).code
    groups = (await ask<{ groups: { id: string }[] }>(`/api/join/${code}`)).groups
  })
  afterEach(async () => {
    for (const { provider } of open.splice(0)) provider.destroy()
    for (const socket of sockets.splice(0)) socket.disconnect()
    await server.stop()
  })

  it('joins, gets the document, writes, and is told that it is saved', async () => {
    const ada = enter((await join('Ada')).token)
    const ben = enter((await join('Ben')).token)
    await until(() => ada.provider.synced && ben.provider.synced, 'both synced')
    // "The server also writes everything a new document starts with."
    expect(ada.doc.getMap('settings').get('format')).toBe(1)
    ada.notes.insert(0, 'Guten Tag')
    await ben.sees('Guten Tag')
    ben.notes.delete(0, 6)
    await ada.sees('Tag')
    await Promise.all([ada.allSaved(), ben.allSaved()])
    // What it wrote: nobody asks who comes with empty hands, and nobody gets its own updates back.
    expect([ada.line.sent, ben.line.sent]).toEqual([1, 1])
  })

  it('a receipt may stand for many frames, and none is missing in the end', async () => {
    const ada = enter((await join('Ada')).token)
    await ada.allSaved()
    const counts: number[] = []
    const hear = ada.provider.messageHandlers[RECEIPT]
    if (!hear) throw new Error('no handler')
    ada.provider.messageHandlers[RECEIPT] = (...given) => {
      hear(...given)
      counts.push(ada.line.saved)
    }
    for (let letter = 0; letter < 60; letter++) ada.notes.insert(letter, 'x')
    await ada.allSaved()
    expect(ada.line.saved).toBe(60)
    expect(counts.length).toBeLessThan(30)
    expect(counts).toEqual([...counts].sort((one, other) => one - other))
  })

  it('sees its writing held by a lock, over a reconnect, and saved when the lock opens', async () => {
    const { token } = await join('Ada')
    const ada = enter(token)
    const ben = enter((await join('Ben')).token)
    await ada.allSaved()
    ada.notes.insert(0, 'before. ')
    await ada.allSaved()
    await ben.sees('before. ')
    await trainerLocks(true)
    ada.notes.insert(8, 'under the lock. ')
    await ada.allKept()
    expect(ada.line).toMatchObject({ sent: 2, saved: 1, held: 2 })

    // The line breaks, and what is typed meanwhile comes with the first step 2.
    ada.provider.disconnect()
    ada.notes.insert(24, 'offline. ')
    ada.provider.connect()
    await ada.allKept()
    expect(ada.line).toMatchObject({ sent: 1, saved: 0, held: 1 })
    await ben.allSaved()
    expect(ben.notes.toString()).toBe('before. ')

    await trainerLocks(false)
    await ada.allSaved()
    await ben.sees('before. under the lock. offline. ')
  })

  it('a device with empty hands gets what was held, once it is let in; the one that wrote it may be gone', async () => {
    const ada = enter((await join('Ada')).token)
    await ada.allSaved()
    await trainerLocks(true)
    ada.notes.insert(0, 'held')
    await ada.allKept()
    ada.provider.destroy()
    await trainerLocks(false)
    const ben = enter((await join('Ben')).token)
    await ben.sees('held')
  })

  it('comes back by itself after 4500, without losing or repeating anything', async () => {
    const { token, participantId } = await join('Ada')
    const ada = enter(token)
    const ben = enter((await join('Ben')).token)
    ada.notes.insert(0, 'one ')
    await ben.sees('one ')
    server.app.rooms.disconnect({ participantId }, 4500)
    await until(() => !ada.provider.wsconnected, 'the line to be closed')
    ada.notes.insert(4, 'two ')
    await ada.allSaved()
    await ben.sees('one two ')
    expect(ada.line.closed).toBeNull()
  })

  it('is told by 44xx not to come back: a wrong token, a foreign group, a document that nobody made, junk', async () => {
    const { token } = await join('Ada', 0)
    const wrong = enter('x'.repeat(24))
    const foreign = enter(token, 1)
    const unknown = openDocument(host, 'no-such-document', token)
    open.push(unknown)
    for (const [one, why] of [[wrong, 4401], [foreign, 4403], [unknown, 4404]] as const) {
      await until(() => one.line.closed !== null, `close with ${why}`)
      expect(one.line.closed).toBe(why)
      expect(one.provider.shouldConnect).toBe(false)
    }
    const ada = enter(token)
    await until(() => ada.provider.synced, 'sync')
    ada.provider.ws?.send(Uint8Array.from([9]))
    await until(() => ada.line.closed !== null, 'close')
    expect(ada.line.closed).toBe(4422)
  })

  it('is told by 1009 not to come back with a message that is too large', async () => {
    const ada = enter((await join('Ada')).token)
    await ada.allSaved()
    ada.notes.insert(0, 'x'.repeat(1_000_001))
    await until(() => ada.line.closed !== null, 'close')
    expect(ada.line.closed).toBe(1009)
    expect(ada.provider.shouldConnect).toBe(false)
  })

  it('says in which field it is, and hears it of others', async () => {
    const { token, participantId } = await join('Ada')
    const ada = enter(token)
    const ben = enter((await join('Ben')).token)
    await until(() => ada.provider.synced && ben.provider.synced, 'both synced')
    ada.provider.awareness.setLocalState({ participantId, field: 'customers/x/name', colour: 'red' })
    const adaAtBens = () => ben.provider.awareness.getStates().get(ada.doc.clientID)
    await until(() => adaAtBens()?.['field'] !== undefined, 'her presence')
    expect(adaAtBens()).toEqual({ participantId, field: 'customers/x/name' })
    ada.provider.destroy()
    await until(() => adaAtBens() === undefined, 'her leaving')
  })

  it('learns of a lock on the control channel', async () => {
    const { token } = await join('Ada')
    const control = io(`http://${host}`, { auth: { protocol: 1, role: 'participant', token }, transports: ['websocket'], forceNew: true })
    sockets.push(control)
    const states: { groups: { id: string; lock: { state: string } }[] }[] = []
    control.on('state', (state) => states.push(state))
    await until(() => states.length > 0, 'the first state')
    expect(states[0]?.groups.find(({ id }) => id === groups[0]?.id)?.lock).toEqual({ state: 'open' })
  })
})
