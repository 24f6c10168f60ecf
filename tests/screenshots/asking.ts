import type { Page } from '@playwright/test'
import { messages as casesWords } from '../../client/features/case/messages.ts'
import { messages as reviewWords } from '../../client/features/review/messages.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { type PollDefinition, PollSchema } from '../../shared/poll/definition.ts'
import type { Tablet } from '../simulator/tablet.ts'
import { inEveryLanguage, toTraditional } from '../words/traditional.ts'
import { beamers, devices, laptops, sizes } from './camera.ts'
import { desk, goTo, openPlace, show, type Studio, workspace } from './studio.ts'

const cases = inEveryLanguage(casesWords)
const review = inEveryLanguage(reviewWords)

/** Polls of every kind, the case board, the end of the day: on devices, console and projector. */
export async function photographAsking(studio: Studio): Promise<void> {
  await photographCase(studio)
  await photographPolls(studio)
  await photographSelfCheck(studio)
  await photographReview(studio)
}

type Value = NonNullable<unknown>
const tabletsOf = ({ simulated }: Studio): readonly Tablet[] => simulated.plays.flatMap(({ tablets }) => tablets)
/** Everybody says something on a topic; `valueOf` null: not this one. */
async function everybody(studio: Studio, topic: string, valueOf: (place: number) => Value | null): Promise<void> {
  await Promise.all(tabletsOf(studio).map(async (tablet, place) => {
    const value = valueOf(place)
    if (value !== null) await tablet.control.send('answer:give', { topic, value: value as never })
  }))
}

const lines = inEveryLanguage<readonly string[]>({
  'zh-CN': ['先选东泰：六台主机，两千小时换一次，一次停机三万，痛点和数字都有', '新昇，三条线一百八十万，年底前要见到梁经理', '恒远有三年合同，先别再试样', '缺：新昇谁拍板、现在用谁的油'],
  en: ['Dongtai first: six machines, a change every 2,000 hours, 30,000 each time: pain and figures are there', 'Xinsheng: three lines, 1.8 million; meet Mr Liang before year’s end', 'Hengyuan is under contract for three years: no more samples', 'Missing: who decides at Xinsheng, whose oil they use now'],
})
async function photographCase(studio: Studio): Promise<void> {
  const { camera, locale, control, path, seat, consolePath, trainer, projectorPath } = studio
  await goTo(studio, 'i-2-3')
  await camera.shoot('ask-case', path, devices, seat, (page) => openPlace(page, locale, cases[locale].name))
  await everybody(studio, 'case:i-2-3/whom', (place) => ({ lines: [{ id: 'a', text: lines[locale][place % 4] ?? '' }, ...(place % 3 === 0 ? [{ id: 'b', text: lines[locale][(place + 1) % 4] ?? '' }] : [])] }))
  await camera.shoot('ask-case-ideas', path, devices, seat, async (page, size) => {
    await openPlace(page, locale, cases[locale].name)
    // A wide tablet has the text and the ideas side by side.
    if (size !== sizes.tablet) await page.getByRole('radio', { name: cases[locale].ideas }).click()
  })
  const board = 'case/i-2-3/whom'
  await show(studio, { kind: 'case', itemId: 'i-2-3', questionId: 'whom' })
  await camera.shoot('ask-projector-case-empty', projectorPath, [sizes.beamer])
  const tablets = tabletsOf(studio)
  for (const place of [0, 5, 10, 15, 3]) await control.send('board:pick', { board, line: `${tablets[place]?.participantId ?? ''}/a`, place: 0 })
  await camera.shoot('ask-projector-case', projectorPath, beamers)
  await camera.shoot('ask-console-board', consolePath, [...laptops, sizes.phone], trainer, async (page) => {
    await page.getByRole('button', { name: desk[locale].board.cases }).click()
  })
}

const say = (zh: string, en: string) => ({ 'zh-CN': zh, 'zh-TW': toTraditional(zh), en })
const rows = (...all: readonly (readonly [string, string])[]) => all.map(([zh, en], place) => ({ id: `r${place + 1}`, text: say(zh, en) }))
const polls: readonly { readonly poll: PollDefinition; readonly vote: (place: number, locale: Locale) => Value }[] = [
  {
    poll: PollSchema.parse({ id: 'single', kind: 'single', question: say('现在的节奏怎么样？', 'How is the pace?'), options: rows(['刚好', 'Just right'], ['太快', 'Too fast'], ['太慢', 'Too slow']) }),
    vote: (place) => ({ kind: 'single', options: [['r1', 'r1', 'r2', 'r1', 'r3'][place % 5]] }),
  },
  {
    poll: PollSchema.parse({ id: 'multiple', kind: 'multiple', question: say('你今天主要靠哪几招拿单？', 'Which levers win your orders today?'), options: rows(['产品 → 客户价值', 'Product → customer value'], ['价格 → 客户成本', 'Price → cost to the customer'], ['渠道 → 便利', 'Place → convenience'], ['促销 → 沟通', 'Promotion → communication'], ['人情关系', 'Personal ties'], ['说不清', 'I can’t say'], ['交货快', 'Fast delivery'], ['售后服务', 'Service']) }),
    vote: (place) => ({ kind: 'multiple', options: [...new Set([`r${(place % 2) + 1}`, `r${(place % 5) + 1}`, 'r2'])] }),
  },
  {
    poll: PollSchema.parse({ id: 'scale', kind: 'scale', question: say('你同意吗？', 'Do you agree?'), statements: rows(['我知道该先跑哪个客户', 'I know which customer to visit first'], ['我说得出它明年能买多少', 'I can say what it could buy next year']), low: say('完全不同意', 'Not at all'), high: say('完全同意', 'Fully') }),
    vote: (place) => ({ kind: 'scale', grades: { r1: (place % 4) + 1, r2: (place % 3) + 1 } }),
  },
  {
    poll: PollSchema.parse({ id: 'words', kind: 'words', question: say('用一个词说说你最重要的客户', 'One word for your most important customer'), most: 3 }),
    vote: (place, locale) => {
      const words = locale === 'en' ? ['demanding', 'loyal', 'slow payer', 'growing', 'unknown', 'partner', 'price', 'chance', 'far away', 'patient'] : ['难搞', '忠诚', '付款慢', '在长大', '看不透', '伙伴', '压价', '机会', '太远', '有耐心']
      return { kind: 'words', words: [words[(place * place) % 10], words[(place * 3) % 7], words[place % 2]] }
    },
  },
  {
    poll: PollSchema.parse({ id: 'axes', kind: 'axes', question: say('你们公司现在在哪里？', 'Where does your company stand?'), x: { name: say('了解客户', 'Knowing customers'), low: say('少', 'little'), high: say('多', 'well') }, y: { name: say('投入精力', 'Effort spent'), low: say('少', 'little'), high: say('多', 'much') } }),
    vote: (place) => ({ kind: 'axes', x: (place * 23 + 12) % 95, y: (place * 37 + 30) % 90 }),
  },
]
async function photographPolls(studio: Studio): Promise<void> {
  const { camera, locale, control, path, seat, consolePath, trainer, projectorPath } = studio
  for (const { poll, vote } of polls) {
    await control.send('poll:open', { ask: { poll }, onStage: true })
    const view = await control.until(({ polls: asked }) => asked.at(-1)?.definition.id === poll.id)
    const pollId = view.polls.at(-1)?.id ?? ''
    const { kind } = poll
    await camera.shoot(`ask-poll-${kind}`, path, devices, seat, (page) => openPlace(page, locale, workspace[locale].tasks.potential))
    await everybody(studio, `poll:${pollId}`, (place) => (place % 6 === 5 ? null : vote(place, locale)))
    await camera.shoot(`ask-poll-${kind}-voted`, path, [sizes.phone, sizes.tablet], seat)
    await camera.shoot(`ask-projector-${kind}-open`, projectorPath, kind === 'single' ? beamers : [sizes.beamer])
    await camera.shoot(`ask-console-${kind}`, consolePath, kind === 'words' ? [sizes.laptop, sizes.phone] : [sizes.laptop], trainer)
    await control.send('poll:reveal', { pollId })
    await camera.shoot(`ask-projector-${kind}`, projectorPath, beamers)
    if (kind === 'words') await camera.shoot('ask-console-words-shown', consolePath, [sizes.laptop], trainer, (page) => page.getByRole('region', { name: desk[locale].projector.label }).scrollIntoViewIfNeeded())
    await control.send('poll:close', { pollId })
    await camera.shoot(`ask-poll-${kind}-result`, path, [sizes.phone, sizes.tablet], seat)
  }
  const { polls: asked } = await control.view()
  await control.send('poll:reopen', { pollId: asked[0]?.id ?? '' })
  await camera.shoot('ask-poll-folded', path, [sizes.phone, sizes.tablet], seat, async (page) => {
    await openPlace(page, locale, workspace[locale].tasks.potential)
    // Who has voted sees it folded by itself.
    const fold = page.getByRole('button', { name: workspace[locale].poll.fold })
    if (await fold.isVisible()) await fold.click()
  })
  await camera.shoot('ask-console-make', consolePath, [sizes.laptop, sizes.phone], trainer, async (page) => {
    await page.getByRole('button', { name: desk[locale].poll.make }).click()
  })
  await camera.shoot('ask-console-polls', consolePath, [sizes.laptop], trainer, async (page) => {
    await page.getByRole('button', { name: desk[locale].poll.all.replace('{count}', String(asked.length)) }).click()
  })
  await control.send('projector:set', { theme: 'dark' })
  for (const one of asked.slice(0, 5)) {
    await show(studio, { kind: 'poll', pollId: one.id })
    await camera.shoot(`ask-projector-${one.definition.kind}-dark`, projectorPath, [sizes.beamer])
  }
  await control.send('projector:set', { theme: 'light' })
  await control.send('poll:close', { pollId: asked[0]?.id ?? '' })
  if (tabletsOf(studio).length === 0) throw new Error('nobody votes')
}

async function photographSelfCheck(studio: Studio): Promise<void> {
  const { camera, control, projectorPath, consolePath, trainer } = studio
  const ask = async (itemId: string, pollId: string, grade: (place: number, shift: number) => number): Promise<string> => {
    await goTo(studio, itemId)
    await camera.shoot(`ask-console-prepared-${itemId}`, consolePath, [sizes.laptop], trainer)
    await control.send('poll:open', { ask: { itemId, pollId }, onStage: true })
    const { polls: asked } = await control.until(({ polls: all }) => all.at(-1)?.definition.id === pollId)
    const id = asked.at(-1)?.id ?? ''
    await everybody(studio, `poll:${id}`, (place) => ({ kind: 'scale', grades: { order: grade(place, 0), effect: grade(place, 1), balance: grade(place, 2) } }))
    return id
  }
  await ask('i-1', 'symptoms-morning', (place, shift) => 3 + ((place + shift) % 3))
  const evening = await ask('i-10', 'symptoms-evening', (place, shift) => 1 + ((place + shift) % 3))
  await control.send('poll:reveal', { pollId: evening })
  await camera.shoot('ask-projector-compared', projectorPath, beamers)
  await camera.shoot('ask-console-compared', consolePath, [sizes.laptop], trainer)
  await control.send('poll:close', { pollId: evening })
}

const promises = inEveryLanguage<readonly string[]>({
  'zh-CN': ['约东泰的设备主管现场谈一次换油周期，带上四千小时的测试报告', '把前二十家客户用两把尺子重新量一遍，给经理看地图', '每周少去老周那里一次，换成去新昇'],
  en: ['Meet Dongtai’s head of equipment on site with the 4,000-hour test report', 'Measure my first twenty customers with both rulers and show my manager the map', 'One visit less to Zhou each week, one to Xinsheng instead'],
})
const remarks = inEveryLanguage<readonly string[]>({
  'zh-CN': ['地图那一段时间可以再长一点', '打分前想多看一个例子', '小组之间比量表最有收获', '下午的案例贴近我们的行业', '投影上的字很清楚', '希望一个月后再聚一次'],
  en: ['More time for the map, please', 'One more example before grading', 'Comparing the scales of the groups helped most', 'The case of the afternoon was close to our trade', 'The projector was easy to read', 'Let us meet again in a month'],
})
async function photographReview(studio: Studio): Promise<void> {
  const { camera, locale, control, path, seat, consolePath, trainer, projectorPath } = studio
  await camera.shoot('ask-review-empty', path, devices, seat, (page) => openPlace(page, locale, review[locale].name))
  await show(studio, { kind: 'commitments' })
  await everybody(studio, 'commitment:day', (place) => (place % 7 === 6 ? null : { text: promises[locale][place % 3] ?? '', date: `2026-12-0${1 + (place % 7)}` }))
  await everybody(studio, 'feedback:day', (place) => ({ grades: { useful: 4 + (place % 2), pace: 2 + (place % 4), trainer: 3 + (place % 3), recommend: 5 - (place % 2) }, text: place % 5 === 0 ? remarks[locale][place / 5] ?? '' : '' }))
  await camera.shoot('ask-review', path, devices, seat, (page) => openPlace(page, locale, review[locale].name))
  await camera.shoot('ask-projector-commitments-count', projectorPath, [sizes.beamer])
  const tablets = tabletsOf(studio)
  for (const place of [0, 1, 2]) await control.send('board:pick', { board: 'commitments', line: tablets[place]?.participantId ?? '', place })
  await camera.shoot('ask-projector-commitments', projectorPath, beamers)
  await show(studio, { kind: 'feedback' })
  await camera.shoot('ask-projector-feedback', projectorPath, beamers)
  const openReview = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: desk[locale].review.open }).click()
    await page.getByRole('dialog').waitFor()
  }
  await camera.shoot('ask-console-commitments', consolePath, [sizes.laptop, sizes.phone], trainer, openReview)
  await camera.shoot('ask-console-commitments-paper', consolePath, [sizes.paper], trainer, async (page) => {
    await openReview(page)
    await page.emulateMedia({ media: 'print' })
  })
  await camera.shoot('ask-console-feedback', consolePath, [sizes.laptop, sizes.phone], trainer, async (page) => {
    await openReview(page)
    await page.getByRole('radio', { name: desk[locale].review.feedback, exact: true }).click()
  })
}
