// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
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
afterEach(() => { for (const group of opened.splice(0)) group.destroy() })

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
})
