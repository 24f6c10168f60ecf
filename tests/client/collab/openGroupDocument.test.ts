// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isReactive, reactive, ref } from 'vue'
import { openGroupDocument, type OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import { addFactor } from '../../../shared/scale/document.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'

const opened: OpenGroup[] = []
const open = (): OpenGroup => {
  const group = openGroupDocument({ classId: 'c1', groupId: 'g1', participantId: `p${opened.length}`, token: 't' })
  opened.push(group)
  return group
}
afterEach(() => {
  for (const group of opened.splice(0)) group.destroy()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Pieces in this browser's copy of the group. */
function copied(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('ketu:c1:g1')
    request.onerror = () => reject(new Error('no copy'))
    request.onsuccess = () => {
      const count = request.result.transaction('updates').objectStore('updates').count()
      count.onsuccess = () => {
        request.result.close()
        resolve(count.result)
      }
    }
  })
}

describe('an opened group', () => {
  it('P1.13: keeps its document raw, also where somebody puts it into reactive state', () => {
    const group = open()
    expect(isReactive(reactive({ doc: group.doc }).doc)).toBe(false)
    expect(isReactive(ref(group.doc).value)).toBe(false)
    expect(isReactive(reactive({ awareness: group.awareness }).awareness)).toBe(false)
  })
  it('P2.5: shares nothing with other tabs of the browser but through the server', async () => {
    const [one, other] = [open(), open()]
    addFactor(one.doc, 'potential', readGroupWork(one.doc).scales.potential, { id: 'f1', name: '年采购额' }, one.origin)
    // Whatever a broadcast between tabs would carry arrives before what is sent after it.
    await new Promise<void>((resolve) => {
      const [sender, receiver] = [new BroadcastChannel('after'), new BroadcastChannel('after')]
      receiver.onmessage = () => {
        sender.close()
        receiver.close()
        resolve()
      }
      sender.postMessage('now')
    })
    expect(readGroupWork(other.doc).scales.potential.factors).toEqual([])
  })

  it('P1.3: writes down what is still in fields when the page is left or put aside', () => {
    const group = open()
    const write = vi.fn()
    const takeBack = group.onFlush(write)
    window.dispatchEvent(new Event('pagehide'))
    expect(write).toHaveBeenCalledTimes(1)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(write).toHaveBeenCalledTimes(2)
    takeBack()
    window.dispatchEvent(new Event('pagehide'))
    expect(write).toHaveBeenCalledTimes(2)
  })
  it('P4.2: does not wait for a line that was frozen with the page: whoever looks at it again gets a new one at once', () => {
    vi.useFakeTimers()
    let lines = 0
    class FrozenLine extends EventTarget {
      readonly readyState = 0
      constructor() {
        super()
        lines++
      }
      close(): void {}
      send(): void {}
    }
    vi.stubGlobal('WebSocket', FrozenLine)
    open()
    expect(lines).toBe(1)
    vi.advanceTimersByTime(3_000)
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(0)
    expect(lines).toBe(2)
    vi.advanceTimersByTime(3_000)
    window.dispatchEvent(new Event('focus'))
    vi.advanceTimersByTime(0)
    expect(lines).toBe(3)
  })
  it('P4.4: what was typed without a line is there when the page is opened again', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    const before = open()
    addFactor(before.doc, 'potential', readGroupWork(before.doc).scales.potential, { id: 'f1', name: '年采购额' }, before.origin)
    await vi.waitFor(async () => expect(await copied()).toBeGreaterThan(0))
    before.destroy()
    const after = open()
    await vi.waitFor(() => expect(after.ready.value).toBe(true))
    expect(readGroupWork(after.doc).scales.potential.factors.map(({ name }) => name)).toEqual(['年采购额'])
  })
})
