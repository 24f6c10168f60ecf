// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as workspace } from '../../../client/features/workspace/messages.ts'
import PollAnswer from '../../../client/features/workspace/polls/PollAnswer.vue'
import { usePollPrompt } from '../../../client/features/workspace/polls/usePollPrompt.ts'
import { PollSchema } from '../../../shared/poll/definition.ts'
import { type AnswersView, noAnswers } from '../../../shared/answers/topics.ts'
import type { PublicPoll } from '../../../shared/poll/model.ts'
import { answeringControl } from '../answeringControl.ts'
import { buildItem } from '../console/makers.ts'
import { buildParticipantView } from '../views.ts'

const plugins = () => [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], workspace: workspace['zh-CN'] } } })]
const text = (words: string) => ({ 'zh-CN': words, en: words })
const rows = (...ids: readonly string[]) => ids.map((id) => ({ id, text: text(id) }))
const build = (definition: object, change: Partial<PublicPoll> = {}): PublicPoll =>
  ({ id: 'p1', definition: PollSchema.parse({ id: 'd', question: text('问题？'), ...definition }), state: 'open', shown: false, askedAt: 0, comparedWith: null, ...change })
let page: VueWrapper | undefined
beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => page?.unmount())
const done = { ok: true, value: null } as const

function open(poll: PublicPoll) {
  const server = answeringControl()
  page = mount(PollAnswer, { props: { poll, control: server.control }, global: { plugins: plugins() }, attachTo: document.body })
  const within = page
  const tap = (name: string): Promise<void> => within.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()).startsWith(name))?.trigger('click') ?? Promise.reject(new Error(`no button ${name}`))
  return { server, within, tap, latest: () => server.sent.at(-1)?.payload['value'] }
}

describe('voting on a device', () => {
  it('V1: one of several: a tap is the vote, another tap changes it, and it says when it is saved', async () => {
    const { server, within, tap, latest } = open(build({ kind: 'single', options: rows('quick', 'slow') }))
    await tap('quick')
    expect(latest()).toEqual({ kind: 'single', options: ['quick'] })
    expect(within.emitted('voted')).toEqual([[false], [true]])
    expect(within.get('[data-vote]').attributes('data-vote')).toBe('saving')
    await server.answer(done)
    await nextTick()
    expect(within.get('[data-vote]').text()).toContain('已保存')
    await tap('slow')
    expect(latest()).toEqual({ kind: 'single', options: ['slow'] })
    expect(within.findAll('[role=radio]').map((one) => one.attributes('aria-checked'))).toEqual(['false', 'true'])
  })

  it('V2: several: each tap adds or takes away', async () => {
    const { server, tap, latest } = open(build({ kind: 'multiple', options: rows('a', 'b', 'c') }))
    for (const option of ['a', 'c', 'a']) {
      await tap(option)
      await server.answer(done)
    }
    expect(latest()).toEqual({ kind: 'multiple', options: ['c'] })
  })

  it('V3: grades: it says how many sentences are not graded yet', async () => {
    const { server, within, latest } = open(build({ kind: 'scale', statements: rows('s1', 's2'), low: text('不'), high: text('是') }))
    await within.findAll('[role=radio]')[3]?.trigger('click')
    expect(latest()).toEqual({ kind: 'scale', grades: { s1: 4 } })
    await server.answer(done)
    await nextTick()
    expect(within.get('[data-vote]').text()).toMatch(/。 还有 1 句没打分/)
  })

  it('V4: words are added one by one up to the limit, the same word once, and can be taken away', async () => {
    const { server, within, tap, latest } = open(build({ kind: 'words', most: 2 }))
    for (const word of ['信任', ' 信 任 ', '快']) {
      await within.get('input').setValue(word)
      await within.get('form').trigger('submit')
      await server.answer(done)
    }
    expect(latest()).toEqual({ kind: 'words', words: ['信任', '快'] })
    expect(within.find('form').exists()).toBe(false)
    await tap('去掉“信任”')
    expect(latest()).toEqual({ kind: 'words', words: ['快'] })
  })

  it('V5: a point can be set without a finger on the plot, by two sliders', async () => {
    const axis = (name: string) => ({ name: text(name), low: text('低'), high: text('高') })
    const { within, latest } = open(build({ kind: 'axes', x: axis('横'), y: axis('纵') }))
    const [across] = within.findAll('input[type=range]')
    expect(across?.attributes('aria-valuetext')).toContain('未选')
    await across?.setValue(80)
    await across?.trigger('change')
    expect(latest()).toEqual({ kind: 'axes', x: 80, y: 50 })
  })

  it('V6: what was voted before is there again', () => {
    const server = answeringControl()
    server.tell({ mine: { 'poll:p1': { kind: 'single', options: ['slow'] } } })
    page = mount(PollAnswer, { props: { poll: build({ kind: 'single', options: rows('quick', 'slow') }), control: server.control }, global: { plugins: plugins() } })
    expect(page.findAll('[role=radio]').map((one) => one.attributes('aria-checked'))).toEqual(['false', 'true'])
    expect(page.get('[data-vote]').attributes('data-vote')).toBe('saved')
  })
})

describe('a poll that comes while one works', () => {
  const first = build({ kind: 'words', most: 1 })
  const nothingSaid: AnswersView = { mine: {}, results: {} }
  it('V7: is a card; while somebody types a line at the top, and stays one until it is wanted', async () => {
    const view = ref(buildParticipantView({}))
    let writing = true
    const prompt = usePollPrompt({ view: () => view.value, answers: () => nothingSaid, place: () => 'scale', isWriting: () => writing })
    expect(prompt.open.value).toBeNull()
    view.value = buildParticipantView({ polls: [first] })
    await nextTick()
    expect([prompt.open.value?.id, prompt.folded.value]).toEqual(['p1', true])
    writing = false
    view.value = buildParticipantView({ polls: [first], version: 9 })
    await nextTick()
    expect(prompt.folded.value).toBe(true)
    prompt.unfold()
    expect(prompt.folded.value).toBe(false)
    view.value = buildParticipantView({ polls: [{ ...first, id: 'p2' }] })
    await nextTick()
    expect([prompt.open.value?.id, prompt.folded.value]).toEqual(['p2', false])
  })

  it('V9: who has voted keeps the line, at the next exercise and after a reload; who has not is asked there', async () => {
    const answers = shallowRef<AnswersView>(noAnswers)
    const place = ref('task')
    const prompt = usePollPrompt({ view: () => buildParticipantView({ polls: [first] }), answers: () => answers.value, place: () => place.value, isWriting: () => false })
    expect(prompt.folded.value).toBe(true)
    answers.value = nothingSaid
    await nextTick()
    expect(prompt.folded.value).toBe(false)
    answers.value = { ...nothingSaid, mine: { 'poll:p1': { kind: 'words', words: ['快'] } } }
    await nextTick()
    // Voting doesn't take the card away under one's finger.
    expect(prompt.folded.value).toBe(false)
    place.value = 'scale'
    await nextTick()
    expect(prompt.folded.value).toBe(true)
    const reloaded = usePollPrompt({ view: () => buildParticipantView({ polls: [first] }), answers: () => answers.value, place: () => 'scale', isWriting: () => false })
    expect(reloaded.folded.value).toBe(true)
  })

  it('V9: what was left open from an item before is a line for everybody, and comes after what is to be done now', async () => {
    const asked: PublicPoll = { ...first, askedAt: 1_000 }
    const view = ref(buildParticipantView({ polls: [asked], current: buildItem({ startedAt: 900 }) }))
    const prompt = usePollPrompt({ view: () => view.value, answers: () => nothingSaid, place: () => 'scale', isWriting: () => false })
    expect([prompt.lingering.value, prompt.folded.value]).toEqual([null, false])
    view.value = buildParticipantView({ polls: [asked], current: buildItem({ startedAt: 2_000 }) })
    await nextTick()
    expect([prompt.lingering.value?.id, prompt.folded.value]).toEqual(['p1', true])
    // Also for who reloads the page meanwhile.
    const reloaded = usePollPrompt({ view: () => view.value, answers: () => nothingSaid, place: () => 'scale', isWriting: () => false })
    expect(reloaded.folded.value).toBe(true)
    prompt.unfold()
    expect(prompt.folded.value).toBe(false)
  })

  it('V8: when it is closed and revealed, its result is there instead', () => {
    const closed: PublicPoll = { ...first, state: 'closed', shown: true }
    const prompt = usePollPrompt({ view: () => buildParticipantView({ polls: [closed] }), answers: () => nothingSaid, place: () => 'scale', isWriting: () => false })
    expect([prompt.open.value, prompt.revealed.value?.id]).toEqual([null, 'p1'])
  })

  it('V8: a result of an earlier exercise gives way to what is to be done now', () => {
    const closed: PublicPoll = { ...first, state: 'closed', shown: true, askedAt: 1_000 }
    const promptIn = (startedAt: number) => usePollPrompt({ view: () => buildParticipantView({ polls: [closed], current: buildItem({ startedAt }) }), answers: () => nothingSaid, place: () => 'task', isWriting: () => false })
    const [now, later] = [promptIn(900), promptIn(2_000)]
    expect([now.revealed.value?.id, now.earlier.value]).toEqual(['p1', null])
    expect([later.revealed.value, later.earlier.value?.id]).toEqual([null, 'p1'])
  })
})
