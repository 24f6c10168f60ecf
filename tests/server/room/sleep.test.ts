import { afterEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../../support/FakeClock.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

const MINUTE_MS = 60_000

describe('a document that nobody uses', () => {
  const clock = createFakeClock()
  let loads = 0
  let server: SyncServer
  afterEach(() => server.stop())

  async function start(): Promise<void> {
    loads = 0
    server = await startSyncServer({ clock, wrapStore: (store) => ({ ...store, load: (id) => (loads++, store.load(id)) }) })
    await server.rooms.create('g1', 'c1', seed('first'))
  }
  /** Ada writes, and all of them leave. */
  async function writeAndLeave(text: string): Promise<void> {
    const ada = await server.peer('ada@g1').ready()
    clock.advance(MINUTE_MS)
    ada.type(text)
    await ada.allSaved()
    ada.socket.close()
    await until(() => server.rooms.usage().connections === 0, 'nobody to be there')
  }

  it('is let go after a while, says when it was last written in, and comes back whole', async () => {
    await start()
    await writeAndLeave(' and second')
    const editedAt = server.rooms.editedAt('g1')
    expect(editedAt).not.toBeNull()
    clock.advance(9 * MINUTE_MS)
    expect(server.rooms.sleep()).toBe(0)
    clock.advance(MINUTE_MS)
    expect(server.rooms.sleep()).toBe(1)
    expect(server.rooms.usage().documents).toBe(0)
    expect(server.rooms.editedAt('g1')).toBe(editedAt)
    expect((await server.peer('ben@g1').ready()).text).toBe('first and second')
    expect(server.rooms.editedAt('g1')).toBe(editedAt)
    expect(loads).toBe(2)
  })

  it('stays while somebody is there, and for a while after it was looked at', async () => {
    await start()
    const ada = await server.peer('ada@g1').ready()
    clock.advance(60 * MINUTE_MS)
    expect(server.rooms.sleep()).toBe(0)
    ada.socket.close()
    await until(() => server.rooms.usage().connections === 0, 'nobody to be there')
    clock.advance(9 * MINUTE_MS)
    await server.rooms.read('g1')
    clock.advance(9 * MINUTE_MS)
    expect(server.rooms.sleep()).toBe(0)
    expect(loads).toBe(1)
  })

  it('stays while it is locked, so that nobody writes through a lock that was forgotten', async () => {
    await start()
    await server.rooms.setLocked('g1', true)
    await writeHeld()
    clock.advance(60 * MINUTE_MS)
    expect(server.rooms.sleep()).toBe(0)
    expect(server.rooms.heldBy('g1')).toEqual(new Set(['ada']))
    await server.rooms.setLocked('g1', false)
    clock.advance(60 * MINUTE_MS)
    await until(() => server.rooms.sleep() === 1, 'it to be let go')
    expect((await server.peer('ben@g1').ready()).text).toBe('first held')
  })
  async function writeHeld(): Promise<void> {
    const ada = await server.peer('ada@g1').ready()
    ada.type(' held')
    await until(() => server.rooms.heldBy('g1').size === 1, 'the lock to hold it')
    ada.socket.close()
    await until(() => server.rooms.usage().connections === 0, 'nobody to be there')
  }
})
