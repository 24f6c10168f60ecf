// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import { useGroupWork } from '../../../client/collab/useGroupWork.ts'
import UspPanel from '../../../client/features/usp/UspPanel.vue'
import { provideToasts } from '../../../client/ui/toasts.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { addUsp, setUspCell } from '../../../shared/usp/document.ts'
import { buildI18n } from '../measure/words.ts'
import { groupWithScales, workOf } from '../measure/sampleGroup.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildParticipantView } from '../views.ts'

const me: MemberView = { id: 'p1', name: '林晓彤', groupId: 'g1', presence: 'online', handRaisedAt: null }
const ben = new LocalOrigin('p2')
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

function open(group: OpenGroup, locked = false): VueWrapper {
  const Workspace = defineComponent(() => {
    provideToasts()
    const work = useGroupWork(group.doc)
    return () => (work.value ? h(UspPanel, { group, control: offlineControl(), view: buildParticipantView({}), groupIndex: 0, work: work.value, members: [me], me, locked, activity: 'usp', target: null }) : null)
  })
  page = mount(Workspace, { global: { plugins: [buildI18n()] }, attachTo: document.body })
  return page
}
const usps = (group: OpenGroup) => workOf(group).parts.usps.usps
const write = (group: OpenGroup, id: string, claim: string): void => addUsp(group.doc, usps(group), { id, source: 'service', texts: { claim } }, ben)
const press = async (name: string): Promise<void> => {
  const found = [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(name))
  if (!found) throw new Error(`no button ${name}`)
  found.click()
  await flushPromises()
}

describe('the USP list of a group', () => {
  it('teaches while it is empty, and the first USP opens to be written; undo takes it back softly', async () => {
    const group = groupWithScales()
    const panel = open(group)
    expect(panel.text()).toContain('什么是只有我们才有的？')
    await press('写第一条')
    expect(usps(group)).toMatchObject([{ source: 'product', claim: '' }])
    expect(document.querySelector(`[data-field="usp/${usps(group)[0]?.id}/claim"]`)).not.toBeNull()
    await press('撤销')
    expect(usps(group)).toEqual([])
    expect(workOf(group).parts.usps.removed).toHaveLength(1)
  })

  it('one has three dots for the whole list; they come back one by one', async () => {
    const group = groupWithScales()
    write(group, 'a', '四小时到场')
    write(group, 'b', '夜间值班')
    const panel = open(group)
    await press('多投一点给“四小时到场”')
    await press('多投一点给“四小时到场”')
    await press('多投一点给“夜间值班”')
    expect(usps(group).map(({ votes }) => votes)).toEqual([[{ participantId: 'p1', dots: 2 }], [{ participantId: 'p1', dots: 1 }]])
    expect(panel.text()).toContain('我的点都投完了')
    expect(panel.findAll('button').filter((one) => one.attributes('aria-label')?.startsWith('多投')).every((one) => one.attributes('disabled') !== undefined)).toBe(true)
    await press('收回一点')
    expect(panel.text()).toContain('我还有 1 点')
  })

  it('a test is answered with a big button, and the answer is taken back by the same one', async () => {
    const group = groupWithScales()
    write(group, 'a', '四小时到场')
    open(group)
    await press('打开：四小时到场')
    await press('不是')
    expect(usps(group)[0]?.tests.unique).toBe('no')
    expect(document.body.textContent).toContain('那它只是普通卖点')
    await press('不是')
    expect(usps(group)[0]?.tests.unique).toBeNull()
  })

  it('the room reads it only after the group says so', async () => {
    const group = groupWithScales()
    write(group, 'a', '四小时到场')
    setUspCell(group.doc, 'a', { cell: 'vote', participantId: 'p2', value: 2 }, ben)
    open(group)
    expect(workOf(group).parts.usps.shown).toBe(false)
    await press('给全场看')
    expect(workOf(group).parts.usps.shown).toBe(true)
  })

  it('locked, nothing can be added, voted or answered', () => {
    const group = groupWithScales()
    write(group, 'a', '四小时到场')
    const panel = open(group, true)
    expect(panel.findAll('button').filter((one) => one.text() === '添加')).toEqual([])
    expect(panel.findAll('button').filter((one) => one.attributes('aria-label')?.startsWith('多投')).every((one) => one.attributes('disabled') !== undefined)).toBe(true)
  })
})
