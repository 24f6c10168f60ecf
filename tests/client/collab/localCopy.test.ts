import { IDBFactory } from 'fake-indexeddb'
import * as Y from 'yjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepLocalCopy } from '../../../client/collab/localCopy.ts'
import { until } from '../../support/until.ts'

afterEach(() => vi.useRealTimers())

/** A database that never answers, as iOS has had it. */
const hanging = { open: () => ({}) } as unknown as IDBFactory
const throwing = { open: () => { throw new DOMException('private mode', 'SecurityError') } } as unknown as IDBFactory

describe('P4.5: the copy in the browser is a convenience', () => {
  it('goes on after two seconds when the database hangs', async () => {
    vi.useFakeTimers()
    const doc = new Y.Doc()
    const copy = keepLocalCopy(doc, 'c1', 'g1', hanging)
    let loaded: boolean | undefined
    void copy.loaded.then((found) => { loaded = found })
    await vi.advanceTimersByTimeAsync(1_900)
    expect(loaded).toBeUndefined()
    await vi.advanceTimersByTimeAsync(200)
    expect(loaded).toBe(false)
    doc.getText('t').insert(0, 'goes on')
    copy.close()
  })

  it('goes on when there is none, or it may not be used', async () => {
    const doc = new Y.Doc()
    await expect(keepLocalCopy(doc, 'c1', 'g1', undefined).loaded).resolves.toBe(false)
    const copy = keepLocalCopy(doc, 'c1', 'g1', throwing)
    await expect(copy.loaded).resolves.toBe(false)
    doc.getText('t').insert(0, 'goes on')
    copy.close()
    expect(doc.getText('t').toString()).toBe('goes on')
  })

  it('two pages of one group keep one copy, and neither removes what the other alone was told', async () => {
    const databases = new IDBFactory()
    async function page(): Promise<{ readonly doc: Y.Doc; readonly close: () => void }> {
      const doc = new Y.Doc()
      const copy = keepLocalCopy(doc, 'c1', 'g1', databases)
      await copy.loaded
      return { doc, close: copy.close }
    }
    const [offline, busy] = [await page(), await page()]
    offline.doc.getText('offline').insert(0, 'words')
    // More than enough to be merged, several times.
    for (let letter = 0; letter < 500; letter++) busy.doc.getText('busy').insert(letter, 'x')
    const again = await page()
    // On a busy machine longer than a page waits for its copy.
    await until(() => again.doc.getText('offline').toString() === 'words' && again.doc.getText('busy').length === 500, 'what both wrote')
    for (const one of [offline, busy, again]) one.close()
  })

  it('a database that is lost later does not reach the keystroke', async () => {
    const lost = { transaction: () => { throw new DOMException('Connection to Indexed Database server lost', 'InvalidStateError') }, close: () => undefined }
    const databases = {
      open: () => {
        const request = { result: lost, onsuccess: null as (() => void) | null }
        queueMicrotask(() => request.onsuccess?.())
        return request
      },
    } as unknown as IDBFactory
    const doc = new Y.Doc()
    const copy = keepLocalCopy(doc, 'c1', 'g1', databases)
    await expect(copy.loaded).resolves.toBe(false)
    expect(() => doc.getText('t').insert(0, 'a')).not.toThrow()
    copy.close()
  })
})
