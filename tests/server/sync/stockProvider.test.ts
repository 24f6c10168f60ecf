import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

describe('the stock provider of y-websocket 3', () => {
  let server: SyncServer
  beforeEach(async () => {
    server = await startSyncServer({ limits: { heartbeatMs: 40 } })
    await server.rooms.create('g1', 'c1', seed('seeded '))
  })
  afterEach(() => server.stop())

  it('syncs two documents with nothing but a token', async () => {
    const ada = server.stock('ada@g1', 'g1')
    const ben = server.stock('ben@g1', 'g1')
    await until(() => ada.synced && ben.synced, 'both synced')
    expect(ben.doc.getText('notes').toString()).toBe('seeded ')
    ada.doc.getText('notes').insert(7, 'from Ada')
    await until(() => ben.doc.getText('notes').toString() === 'seeded from Ada')
    ben.doc.getText('notes').delete(0, 7)
    await until(() => ada.doc.getText('notes').toString() === 'from Ada')
  })

  it('P2.10: hears a message of the server in every heartbeat, also with awareness off', async () => {
    const ada = server.stock('ada@g1', 'g1')
    await until(() => ada.synced)
    ada.awareness.setLocalState(null)
    const states: string[] = []
    ada.on('status', ({ status }) => states.push(status))
    const errors: unknown[] = []
    ada.on('connection-error', (event) => errors.push(event))
    const first = ada.wsLastMessageReceived
    // Its watchdog looks at this very field: it must keep moving while nobody types.
    await until(() => ada.wsLastMessageReceived > first + 200, 'heartbeats')
    expect(states).toEqual([])
    expect(errors).toEqual([])
    expect(ada.wsconnected).toBe(true)
  })

  it('comes back by itself, with what was typed meanwhile', async () => {
    const ada = server.stock('ada@g1', 'g1')
    await until(() => ada.synced)
    expect(ada.shouldConnect).toBe(true)
    server.rooms.disconnect({ participantId: 'ada' }, 4500)
    await until(() => !ada.wsconnected, 'the drop')
    ada.doc.getText('notes').insert(0, 'offline ')
    await until(() => ada.synced, 'the return')
    const ben = server.stock('ben@g1', 'g1')
    await until(() => ben.doc.getText('notes').toString() === 'offline seeded ')
  })

  it('P2.15: stops for good when it was moved', async () => {
    const ada = server.stock('ada@g1', 'g1')
    await until(() => ada.synced)
    server.rooms.disconnect({ participantId: 'ada' }, 4409)
    await until(() => !ada.shouldConnect, 'the provider to give up')
  })
})
