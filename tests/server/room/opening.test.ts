import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { gateBefore } from '../../support/gatedStore.ts'
import { seed, startSyncServer, type SyncServer } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

describe('opening a document', () => {
  let server: SyncServer
  afterEach(() => server.stop())

  it('P1.7: seeds once; a second seed, also after a reopening, changes nothing', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed('first'))
    await server.rooms.create('g1', 'c1', seed('second'))
    const ada = await server.peer('ada@g1').ready()
    expect(ada.text).toBe('first')
    await server.rooms.create('g1', 'c1', seed('third'))
    const ben = await server.peer('ben@g1').ready()
    expect(ben.text).toBe('first')
    await expect(server.rooms.create('../g1', 'c1', seed())).rejects.toMatchObject({ reason: 'bad-payload' })
  })

  it('P2.3: two who open at once share one load, and neither is served before it is done', async () => {
    let loads = 0
    const gate = gateBefore('load')
    server = await startSyncServer({
      wrapStore: (store) => gate.wrap({ ...store, load: (id) => (loads++, store.load(id)) }),
    })
    await server.rooms.create('g1', 'c1', seed('whole'))
    gate.shut()
    const ada = server.peer('ada@g1')
    const ben = server.peer('ben@g1')
    await until(() => gate.waiting() > 0, 'the load')
    expect(ada.synced || ben.synced).toBe(false)
    gate.open()
    await Promise.all([ada.ready(), ben.ready()])
    expect([ada.text, ben.text, loads]).toEqual(['whole', 'whole', 1])
  })

  it('P2.3: a load that failed is not remembered', async () => {
    let broken = true
    server = await startSyncServer({
      wrapStore: (store) => ({
        ...store,
        load: async (id) => {
          if (broken) throw new Error('disk error')
          return store.load(id)
        },
      }),
    })
    await server.rooms.create('g1', 'c1', seed('whole'))
    expect(await server.peer('ada@g1').closing()).toBe(4500) // come again
    broken = false
    expect((await server.peer('ada@g1').ready()).text).toBe('whole')
  })

  it('a document that is made later is found then', async () => {
    server = await startSyncServer()
    expect(await server.peer('ada@g1').closing()).toBe(4404)
    expect(await server.rooms.read('g1')).toBeUndefined()
    await server.rooms.create('g1', 'c1', seed('now'))
    expect((await server.peer('ada@g1').ready()).text).toBe('now')
  })

  it('P2.14: refuses unknown names, foreign groups, strangers and the projector, each with its reason', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    await server.rooms.create('g2', 'c2', seed())
    const codeOf = (token: string, documentId: string) => server.peer(token, documentId).closing()
    expect(await codeOf('ada@g1', 'unknown')).toBe(4404)
    expect(await codeOf('trainer', '..%2f..%2fetc')).toBe(4404)
    expect(await codeOf('trainer', 'x'.repeat(41))).toBe(4404)
    expect(await codeOf('trainer', 'G1')).toBe(4404)
    expect(await codeOf('ada@g1', 'g2')).toBe(4403)
    expect(await codeOf('ada@g2', 'g2')).toBe(4403) // right name, other class
    expect(await codeOf('projector', 'g1')).toBe(4403)
    expect(await codeOf('wrong', 'g1')).toBe(4401)
    expect((await server.peer('trainer', 'g2').ready()).synced).toBe(true)
  })

  it('P2.15: whoever is moved or wiped is cut off at once, and writes nothing more', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    const ben = await server.peer('ben@g1').ready()
    expect([...server.rooms.present('g1')].sort()).toEqual(['ada', 'ben'])
    server.rooms.disconnect({ participantId: 'ada' }, 4409)
    ada.type('after the move')
    expect(await ada.closing()).toBe(4409)
    await until(() => server.rooms.present('g1').size === 1, 'presence')
    expect(ben.text).toBe('')
    server.rooms.disconnect({ documentIds: ['g1'] }, 4409)
    expect(await ben.closing()).toBe(4409)
  })

  it('P2.15: who is moved while the document loads does not slip in', async () => {
    const gate = gateBefore('load')
    server = await startSyncServer({ wrapStore: gate.wrap })
    await server.rooms.create('g1', 'c1', seed())
    gate.shut()
    const ada = server.peer('ada@g1')
    await until(() => gate.waiting() > 0)
    server.rooms.disconnect({ participantId: 'ada' }, 4409)
    gate.open()
    expect(await ada.closing()).toBe(4409)
  })

  it('a wiped class is forgotten: its peers go, and nothing of it is written any more', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    ada.type('to be forgotten')
    await server.storage.classes.wipe('c1')
    const edit = server.rooms.edit('g1', (doc) => void doc.getText('notes').insert(0, 'restored'))
    server.rooms.forget(['g1'])
    await expect(edit).rejects.toMatchObject({ reason: 'not-found' })
    expect(await ada.closing()).toBe(4409)
    expect(await server.rooms.read('g1')).toBeUndefined()
    expect(await server.storage.documents.load('g1')).toBeUndefined()
    await server.rooms.create('g1', 'c9', seed('new'))
    expect((await server.rooms.read('g1'))?.getText('notes').toString()).toBe('new')
  })

  it('closes the oldest socket of a person who opens too many', async () => {
    server = await startSyncServer({ limits: { socketsPerParticipant: 2 } })
    await server.rooms.create('g1', 'c1', seed())
    const first = await server.peer('ada@g1').ready()
    const second = await server.peer('ada@g1').ready()
    const other = await server.peer('ben@g1').ready()
    const third = await server.peer('ada@g1').ready()
    expect(await first.closing()).toBe(4429)
    expect([second.closed, third.closed, other.closed]).toEqual([null, null, null])
  })

  it('gives a newcomer what somebody writes in the very same moment', async () => {
    server = await startSyncServer()
    await server.rooms.create('g1', 'c1', seed())
    const ada = await server.peer('ada@g1').ready()
    for (let newcomer = 0; newcomer < 20; newcomer++) {
      // The first of the two has the answer for newcomers made; the second asks together with the next word.
      await server.peer(`early${newcomer}@g1`).ready()
      const late = server.peer(`late${newcomer}@g1`)
      await until(() => late.socket.readyState === late.socket.OPEN, 'the line')
      ada.type(`word${newcomer} `)
      await late.ready()
      await late.sees(`word${newcomer} `)
    }
  })

  it('compacts a long log into one snapshot that reads the same', async () => {
    server = await startSyncServer({ limits: { compactAfterUpdates: 20 } })
    await server.rooms.create('g1', 'c1', seed('start '))
    const ada = await server.peer('ada@g1').ready()
    for (let word = 0; word < 60; word++) {
      ada.type(`${word} `)
      await ada.allSaved()
    }
    const stored = await server.storage.documents.load('g1')
    expect(stored?.snapshot).not.toBeNull()
    expect(stored?.updates.length).toBeLessThan(25)
    const doc = new Y.Doc()
    for (const one of [stored?.snapshot ?? new Uint8Array([0, 0]), ...(stored?.updates ?? [])]) Y.applyUpdate(doc, one)
    expect(doc.getText('notes').toString()).toBe(ada.text)
  })
})
