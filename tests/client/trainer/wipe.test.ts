// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { messages as common } from '../../../client/app/messages.ts'
import ClassRow from '../../../client/features/trainer/ClassRow.vue'
import { messages as trainer } from '../../../client/features/trainer/messages.ts'
import { receiptText } from '../../../client/features/trainer/receiptLines.ts'
import TrainerPage from '../../../client/features/trainer/TrainerPage.vue'
import WipeDialog from '../../../client/features/trainer/WipeDialog.vue'
import { chooseLocaleKey } from '../../../client/ui/chooseLocale.ts'
import type { ClassListing } from '../../../shared/protocol/http.ts'
import type { WipeReceipt } from '../../../shared/wipe/receipt.ts'

const title = { 'zh-CN': '客户细分', en: 'Segmentation' }
const listing: ClassListing = { id: 'c1', code: '316649', title, trainerName: '陈老师', createdAt: 0, endedAt: 1, participants: 3, groups: 6 }
const receipt: WipeReceipt = { kind: 'class', title, code: '316649', at: 0, groups: 6, customers: 3, people: 3, checkpoints: 3, answers: 3, copies: 2, devicesTold: 0 }

let page: VueWrapper | undefined
let classes: readonly ClassListing[] = []
let refusal: string | null = null
beforeEach(() => {
  classes = [listing]
  refusal = null
  vi.stubGlobal('fetch', (path: string, { method }: { method: string }) => {
    if (method === 'DELETE' && refusal !== null) return Promise.resolve({ json: () => Promise.resolve({ ok: false, reason: refusal, message: '' }) })
    if (method === 'DELETE') classes = []
    const value = path.endsWith('/session') ? { trainer: true } : method === 'DELETE' ? receipt : classes
    return Promise.resolve({ json: () => Promise.resolve({ ok: true, value }) })
  })
})
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

/** The trainer's page, after the only class was asked to go and its code was typed. */
async function wiped(): Promise<VueWrapper> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { render: () => null } }] })
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], trainer: trainer['zh-CN'] } } })
  const shown = mount(TrainerPage, { global: { plugins: [router, i18n], provide: { [chooseLocaleKey]: () => Promise.resolve() } }, attachTo: document.body })
  page = shown
  await flushPromises()
  shown.getComponent(ClassRow).vm.$emit('wipe', 'class')
  await flushPromises()
  const code = document.querySelector<HTMLInputElement>('#wipe-code')
  if (!code) throw new Error('nobody asked for the code')
  code.value = listing.code
  code.dispatchEvent(new Event('input'))
  await flushPromises()
  document.querySelector('#wipe-form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  return shown
}

describe('wiping a class for good', () => {
  it('W9: the receipt is shown also when it was the only class', async () => {
    expect((await wiped()).text()).toContain('开第一个班')
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('班级已彻底删除')
  })
  it('a disk that refuses is not told as if nothing had been done', async () => {
    refusal = 'disk-full'
    await wiped()
    expect(document.body.textContent).toContain('可能没有删完')
  })
})

describe('removing customers’ names', () => {
  it('says before and after that a name written short is not recognised: a record must not promise more than was done', async () => {
    const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], trainer: trainer['zh-CN'] } } })
    page = mount(WipeDialog, { props: { listing, kind: 'names' }, global: { plugins: [i18n] }, attachTo: document.body })
    await flushPromises()
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('简称')
    const record = (kind: WipeReceipt['kind']): string => receiptText({ ...receipt, kind }, i18n.global.t, 'zh-CN')
    expect(record('names')).toContain('简称')
    expect(record('class')).not.toContain('简称')
  })
})
