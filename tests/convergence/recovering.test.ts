import { afterEach, describe, expect, it } from 'vitest'
import type { DocumentStore } from '../../server/domain/room/DocumentStore.ts'
import { docFromStored } from '../../server/domain/room/liveDocument.ts'
import { seed, startSyncServer, type SyncServer } from '../support/syncServer.ts'
import { until } from '../support/until.ts'

/** A disk whose appends are refused or wait, one by one. */
function steppedDisk() {
  let refuses = false
  const waiting: (() => void)[] = []
  let waits = false
  return {
    refuse: () => void (refuses = true),
    /** From now on each append waits for `let one go`. */
    step() {
      refuses = false
      waits = true
    },
    waiting: () => waiting.length,
    letOneGo: () => waiting.shift()?.(),
    letAllGo() {
      waits = false
      for (const go of waiting.splice(0)) go()
    },
    wrap: (store: DocumentStore): DocumentStore => ({
      ...store,
      async append(batch) {
        if (waits) await new Promise<void>((go) => void waiting.push(go))
        if (refuses) throw new Error('the disk refuses')
        return store.append(batch)
      },
    }),
  }
}

describe('a disk that recovers', () => {
  let server: SyncServer | undefined
  const disk = steppedDisk()
  afterEach(async () => {
    disk.letAllGo()
    await server?.stop()
  })

  it('F7: what came while the first part was being written is not called saved before it is written too', async () => {
    server = await startSyncServer({ wrapStore: disk.wrap, limits: { retryMs: 1, retryMaxMs: 2, ridingMs: 1, syncEveryMs: 1 } })
    const { rooms, storage } = server
    await rooms.create('g1', 'c1', seed())
    const [ada, ben] = [await server.peer('ada@g1').ready(), await server.peer('ben@g1').ready()]
    await Promise.all([ada.allSaved(), ben.allSaved()])

    disk.refuse()
    ada.type('first ')
    await ben.sees('first')
    disk.step()
    await until(() => disk.waiting() === 1, 'the first part to be on its way')
    ben.type('second')
    await ada.sees('second')
    disk.letOneGo()
    await until(() => disk.waiting() === 1, 'the second part to be on its way')

    // Ben comes back and brings the same again: nothing new, and still not on the disk.
    await ben.drop()
    const again = server.peer('ben@g1', 'g1', { doc: ben.doc })
    await until(() => again.sent === 1, 'Ben to bring what he has')
    // A receipt would be on its way 2 ms later.
    for (let trip = 0; trip < 20; trip++) await again.roundTrip()
    const stored = await storage.documents.load('g1')
    const onDisk = stored ? docFromStored(stored, () => undefined).getText('notes').toString() : ''
    expect([onDisk, again.saved, rooms.storageFailing()]).toEqual(['first ', 0, true])

    disk.letAllGo()
    await again.allSaved()
    const whole = await storage.documents.load('g1')
    expect(whole ? docFromStored(whole, () => undefined).getText('notes').toString() : '').toBe('first second')
    await until(() => !rooms.storageFailing(), 'the disk to be well')
  })
})
