import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMessage } from '../../../server/domain/room/frames.ts'
import { createPresence } from '../../../server/domain/room/presence.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { awarenessOf } from '../../support/syncPeer.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

describe('P2.7: awareness is written by the server, from what a socket may say', () => {
  let server: SyncServer
  beforeEach(async () => {
    server = await startSyncServer({ limits: { awarenessEveryMs: 20 } })
    await server.rooms.create('g1', 'c1', seed())
    await server.rooms.create('g2', 'c1', seed())
  })
  afterEach(() => server.stop())
  const state = (fields: object): string => JSON.stringify(fields)

  it('passes on who edits which field, and nothing else of it', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    ada.send(awarenessOf([7, 1, state({ participantId: 'ada', field: 'factor/1', name: '<img onerror=1>', color: 'red' })]))
    await until(() => ben.received.awareness.length > 0, 'presence')
    const [clientId, , json] = ben.received.awareness[0] ?? []
    expect([clientId, JSON.parse(json ?? '')]).toEqual([7, { participantId: 'ada', field: 'factor/1' }])
    expect(ada.received.awareness).toEqual([])
  })

  it('drops what claims to be someone else, what is too large, and what is no object', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    ada.send(awarenessOf([1, 1, state({ participantId: 'ben', field: 'x' })]))
    ada.send(awarenessOf([1, 2, state({ participantId: 'ada', field: 'x', junk: 'y'.repeat(2_000) })]))
    ada.send(awarenessOf([1, 3, '"text"'], [1, 4, '[1]'], [1, 5, '{broken'], [1, 6, '12']))
    ada.send(awarenessOf([1, 7, state({ participantId: 'ada', field: 42 })]))
    await until(() => ben.received.awareness.length > 0)
    expect(ben.received.awareness.map(([, , json]) => JSON.parse(json))).toEqual([{ participantId: 'ada' }])
    expect(ada.closed).toBeNull()
  })

  it('keeps a client id for the socket that brought it, and removes it when that one goes', async () => {
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    ada.send(awarenessOf([7, 1, state({ field: 'a' })]))
    await until(() => ben.received.awareness.length === 1)
    ben.send(awarenessOf([7, 99, state({ field: 'stolen' })], [7, 100, 'null']))
    ben.send(awarenessOf([8, 1, state({ field: 'b' })]))
    await until(() => ada.received.awareness.length > 0)
    expect(ada.received.awareness.map(([id]) => id)).toEqual([8])
    const shownAt = ben.received.awareness[0]?.[1] ?? 0
    await ada.drop()
    await until(() => ben.received.awareness.some(([id, , json]) => id === 7 && json === 'null'), 'the leave')
    // Newer than what was shown, and so believed; back again it is newer still, though its own clock is not.
    const leftAt = ben.received.awareness.at(-1)?.[1] ?? 0
    expect(leftAt).toBeGreaterThan(shownAt)
    const back = await server.peer('ada@g1').ready()
    back.send(awarenessOf([7, 1, state({ field: 'a' })]))
    await until(() => (ben.received.awareness.at(-1)?.[1] ?? 0) > leftAt, 'the return')
  })

  it('tells a newcomer who is there, at once, and nobody outside the document', async () => {
    const ada = await server.peer('ada@g1').ready()
    const outside = await server.peer('zoe@g2').ready()
    ada.send(awarenessOf([7, 1, state({ field: 'a' })]))
    await ada.roundTrip()
    const ben = await server.peer('ben@g1').ready()
    await until(() => ben.received.awareness.length > 0, 'presence')
    await outside.roundTrip()
    expect(outside.received.awareness).toEqual([])
  })

  it('stock providers show each other and vanish', async () => {
    const ada = server.stock('ada@g1', 'g1')
    const ben = server.stock('ben@g1', 'g1')
    await until(() => ada.synced && ben.synced)
    ada.awareness.setLocalState({ participantId: 'ada', field: 'x' })
    await until(() => ben.awareness.getStates().get(ada.doc.clientID)?.['field'] === 'x', 'the field')
    ada.disconnect()
    await until(() => !ben.awareness.getStates().has(ada.doc.clientID), 'the leave')
    ada.connect()
    await until(() => ben.awareness.getStates().has(ada.doc.clientID), 'the return')
  })
})

describe('somebody who moves about', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  it('P2.6: coalesces: however fast someone moves, others hear at most one round per interval, the last place among them', () => {
    const clock = createFakeClock()
    const heard: Uint8Array[] = []
    const ada = { participantId: 'ada', sendAlong: () => undefined }
    const ben = { participantId: 'ben', sendAlong: (frame: Uint8Array) => void heard.push(frame) }
    const presence = createPresence(() => [ada, ben], clock, { awarenessBytes: 1_024, awarenessEveryMs: 250 })
    for (let step = 0; step < 200; step++) {
      const message = readMessage(awarenessOf([7, step, JSON.stringify({ field: `f${step}` })]))
      if (message.type === 'awareness') presence.receive(ada, message.payload)
      clock.advance(10)
      vi.advanceTimersByTime(10)
    }
    vi.advanceTimersByTime(250)
    // Two seconds and the round after them.
    expect(heard.length).toBeGreaterThan(4)
    expect(heard.length).toBeLessThanOrEqual(10)
    expect(Buffer.from(heard.at(-1) ?? []).toString()).toContain('f199')
    presence.close()
  })
})
