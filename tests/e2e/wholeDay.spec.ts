import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { defaultCourse } from '../../shared/course/default.ts'
import { feedbackQuestions } from '../../shared/feedback/model.ts'
import { groupIdentity } from '../../shared/group/identity.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import { quadrants } from '../../shared/map/model.ts'
import { findingsOf } from '../../shared/map/findings.ts'
import { PollSchema } from '../../shared/poll/definition.ts'
import { placeAll, quadrantCounts } from '../../shared/scoring/axis.ts'
import { gutAgreement } from '../../shared/scoring/gutOrder.ts'
import { defaultRubric, scoreResult } from '../../shared/sharing/model.ts'
import { topUsps } from '../../shared/usp/model.ts'
import { wordsOf } from '../../shared/workbook/words.ts'
import { feedbackGrade, giveFeedback, promise, score, scoreOf, type ScaleOrChoice, vote, voteOf, writeIdea } from '../simulator/answers.ts'
import { buildScale, type GroupPlay, judgeFindings, listCustomers, listUsps, makeDecisions, measureCustomers, writeStrategies } from '../simulator/groupPlay.ts'
import { readXlsx } from '../support/readXlsx.ts'
import { addPlanLines, addUsp, gradeAll, scoreStage } from './afternoon.ts'
import { type Classroom, expect, test } from './classroom.ts'
import { askPrepared, goOn, pickLine, polls, room, show, showGroup, tile, timer } from './desk.ts'
import { gradeRow, pasteCustomers, step as measuringStep } from './measure.ts'
import { expectEveryArtifact, expectRecalculated, rowsOf, saved, unpacked } from './takenHome.ts'
import { field, isSaved, openFactor, openTask } from './scale.ts'

/** How many times faster than people the day goes: what they type, and the timers. The trainer moves on when all are done. */
const SPEED = 60
const GROUPS = 6
const MINUTE_MS = 60_000
const words = wordsOf('zh-CN')

test.use({ groups: GROUPS })

interface Day {
  readonly classroom: Classroom
  readonly plays: readonly GroupPlay[]
  /** Wang works in group A, on a tablet. */
  readonly wang: Page
  readonly desk: Page
  readonly screen: Page
}
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name })
const together = (plays: readonly GroupPlay[], work: (play: GroupPlay) => Promise<void>): Promise<unknown> => Promise.all(plays.map(work))
/** Everybody without a browser, numbered as they sit. */
const everybody = ({ plays }: Day, work: (tablet: GroupPlay['tablets'][number], place: number) => Promise<void>): Promise<unknown> => Promise.all(plays.flatMap(({ tablets }) => tablets).map(work))
const people = ({ plays }: Day): number => plays.flatMap(({ tablets }) => tablets).length
const workOf = ({ plays }: Day, place: number): GroupWork => {
  const work = plays[place]?.tablets[0]?.work()
  if (!work) throw new Error(`no group ${place}`)
  return work
}
const titleOf = (id: string): string => defaultCourse.items.find((item) => item.id === id)?.title['zh-CN'] ?? ''
const nameOf = ({ plays }: Day, place: number): string => plays[place]?.sample.name['zh-CN'] ?? ''
const letterOf = (place: number): string => groupIdentity(place).letter

/** The trainer goes on to the next item: the projector opens with its brief, the tablet with its place, the timer runs at the day's speed. */
async function goTo({ classroom, desk, screen, wang }: Day, id: string, onTablet?: string): Promise<void> {
  // She looks up: who is still writing is not taken along.
  await wang.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur() })
  await goOn(desk, titleOf(id))
  const item = defaultCourse.items.find((one) => one.id === id)
  if (item?.kind !== 'lobby' && item?.kind !== 'share') await expect(heading(screen, titleOf(id))).toBeVisible()
  await expect(heading(wang, onTablet ?? titleOf(id)).first()).toBeVisible()
  if (!item || item.minutes === 0) return
  await classroom.control.send('timer:reset', { durationMs: (item.minutes * MINUTE_MS) / SPEED })
  await timer(desk).getByRole('button', { name: '开始计时' }).click()
}

/** The trainer asks, everybody votes, the projector counts without telling, and shows the figures when they are revealed. */
async function ask(day: Day, pollId: string, wangVotes: () => Promise<void>): Promise<ScaleOrChoice> {
  const { classroom, desk, screen } = day
  await askPrepared(desk)
  await wangVotes()
  const { polls: asked } = await classroom.control.until((view) => view.polls.at(-1)?.definition.id === pollId)
  const poll = PollSchema.parse(asked.at(-1)?.definition)
  if (poll.kind === 'words' || poll.kind === 'axes') throw new Error('another kind of poll')
  await everybody(day, (tablet, place) => vote(tablet, asked.at(-1)?.id ?? '', poll, place))
  const all = people(day) + 1
  await expect(polls(desk)).toContainText(`${all}/${all} 人已投`)
  await expect(screen.getByText(`${all}/${all}`)).toBeVisible()
  await polls(desk).getByRole('button', { name: '揭晓' }).click()
  await expect(screen.getByText(new RegExp(`^${all} ?票`))).toBeVisible()
  await polls(desk).getByRole('button', { name: '截止' }).click()
  return poll
}

/** How many gave 1, 2, … 5 to a statement, Wang's own grade among them. */
function spread(day: Day, poll: ScaleOrChoice, statementId: string, wangs: number): string {
  const given = Array.from({ length: people(day) }, (_, place) => { const said = voteOf(poll, place); return 'grades' in said ? said.grades[statementId] : undefined })
  return [1, 2, 3, 4, 5].map((grade) => `${grade}: ${[...given, wangs].filter((one) => one === grade).length}`).join(', ')
}

async function opening(day: Day): Promise<void> {
  const { classroom, wang, desk, screen } = day
  await test.step('0, 1 · people are in; the self-check on the three symptoms', async () => {
    await expect(screen.getByText(`已有 ${people(day) + 1} 人进入`)).toBeVisible()
    await goTo(day, 'i-1')
    await expect(screen.getByText('扫码进入课堂')).toBeVisible()
    const poll = await ask(day, 'symptoms-morning', () => gradeAll(wang.getByRole('main'), [5, 4, 3]))
    if (poll.kind !== 'scale') throw new Error('not a scale')
    for (const [row, { id, text }] of poll.statements.entries()) {
      await expect(screen.getByRole('listitem').filter({ hasText: text['zh-CN'] }).getByRole('img')).toHaveAttribute('aria-label', spread(day, poll, id, 5 - row))
    }
    await expect(wang.getByText(`投票结果 · ${people(day) + 1} 人投票`)).toBeVisible()
  })
  await test.step('2.1 · the opening question: chance chooses who answers, and the group gets its points', async () => {
    await goTo(day, 'i-2-1')
    await room(desk).getByRole('button', { name: '抽签' }).click()
    await desk.getByRole('dialog', { name: '抽签' }).getByRole('button', { name: '抽一个' }).click()
    const { draw } = await classroom.control.until((view) => view.draw !== null)
    await expect(heading(screen, '抽一位')).toBeVisible()
    await expect(screen.getByText(draw?.name ?? '?', { exact: true })).toBeVisible()
    await desk.keyboard.press('Escape')
    await room(desk).getByRole('button', { name: '积分' }).click()
    await desk.getByRole('button', { name: new RegExp(`给 .*${nameOf(day, 1)} \\+5 分`) }).click()
    await desk.getByRole('dialog', { name: '小组积分' }).getByRole('button', { name: '投到大屏' }).click()
    await expect(screen.getByRole('listitem').filter({ hasText: nameOf(day, 1) })).toContainText('5')
    await desk.keyboard.press('Escape')
  })
  await test.step('2.2 · the clock on the projector, and eyes to the front', async () => {
    await goTo(day, 'i-2-2')
    await show(desk, '计时')
    for (const page of [screen, wang]) await expect(page.getByRole('timer').first()).toHaveText(/0:(0\d|1[0-2])/)
    await room(desk).getByRole('button', { name: '请看前面' }).click()
    await expect(wang.getByRole('alertdialog', { name: '请看前面' })).toBeVisible()
    await room(desk).getByRole('button', { name: '结束“请看前面”' }).click()
    await expect(wang.getByRole('alertdialog')).toHaveCount(0)
  })
  await test.step('2.3 · the case: each writes, the trainer picks for the projector', async () => {
    await goTo(day, 'i-2-3')
    const question = /下个月他只能认真跑两家/
    await wang.getByRole('textbox', { name: question }).fill('先去东泰：六台主机都到期')
    await wang.getByRole('textbox', { name: question }).press('Enter')
    await everybody(day, (tablet, place) => writeIdea(tablet, 'i-2-3', 'whom', `第 ${place + 1} 位：看明年的用量`))
    await desk.getByRole('button', { name: '案例板' }).click()
    const board = desk.getByRole('dialog', { name: '案例板' })
    for (const line of ['先去东泰：六台主机都到期', '第 5 位：看明年的用量']) await pickLine(board, line)
    await board.getByRole('button', { name: '投到大屏' }).click()
    await expect(heading(screen, question)).toBeVisible()
    await expect(screen.getByRole('listitem').filter({ hasText: /东泰|第 5 位/ })).toHaveCount(2)
    await desk.keyboard.press('Escape')
  })
}

async function scales(day: Day): Promise<void> {
  const { wang, desk, screen, plays } = day
  for (const { axis, talk, workshop, share, part } of [
    { axis: 'potential', talk: 'i-3-1', workshop: 'i-3-2', share: 'i-3-3', part: '潜力' },
    { axis: 'relationship', talk: 'i-4-1', workshop: 'i-4-2', share: 'i-4-3', part: '关系' },
  ] as const) {
    await test.step(`the ${axis} scale: talk, workshop, sharing`, async () => {
      await goTo(day, talk)
      await goTo(day, workshop, axis === 'potential' ? '购买潜力' : '业务关系')
      await show(desk, '进度')
      await together(plays, (play) => buildScale(play, axis))
      await expect(screen.getByRole('listitem').filter({ hasText: '100%' })).toHaveCount(GROUPS)
      const [factor] = workOf(day, 0).scales[axis].factors
      await openFactor(wang, factor?.name ?? '')
      await field(wang, '定义').press('End')
      await wang.keyboard.type('（以台账为准）')
      await isSaved(wang)
      await goTo(day, share)
      await showGroup(desk, part, 'A')
      await expect(screen.getByText(`${factor?.definition ?? ''}（以台账为准）`)).toBeVisible()
      await showGroup(desk, part, 'B')
      await expect(screen.getByText(new RegExp(`${workOf(day, 1).scales[axis].factors.length} ?个因素 · 权重 合计 100`))).toBeVisible()
      if (axis === 'potential') await goTo(day, 'i-break-am')
    })
  }
}

const ours = ['南山水务', '西山焦化'] as const
async function measuring(day: Day): Promise<void> {
  const { wang, desk, screen, plays } = day
  await test.step('5.1 · the timer runs out, and everybody sees it', async () => {
    await goTo(day, 'i-5-1')
    await show(desk, '计时')
    await expect(screen.getByText('已超时')).toBeVisible()
    await expect(timer(desk)).toContainText('时间到，已超时')
    await expect(wang.getByRole('timer').first()).toHaveText(/[+-−]?0:0\d/)
  })
  await test.step('5.2 · customers, gut order, grades, effort', async () => {
    await goTo(day, 'i-5-2', '客户')
    await show(desk, '总地图')
    await together(plays, (play) => listCustomers(play, Date.now()))
    await measuringStep(wang, '名单')
    await pasteCustomers(wang, ours)
    await together(plays, measureCustomers)
    await measuringStep(wang, '打分')
    const factors = workOf(day, 0).scales.potential.factors.length + workOf(day, 0).scales.relationship.factors.length
    for (const [place, customer] of ours.entries()) await gradeRow(wang, customer, (place === 0 ? '54453512345' : '21112443545').slice(0, factors))
    await measuringStep(wang, '投入')
    for (const [place, [visits, revenue]] of [['2', '60'], ['14', '90']].entries()) {
      await wang.getByRole('textbox', { name: '每季拜访（次）' }).nth(8 + place).fill(visits ?? '')
      await wang.getByRole('textbox', { name: '年收入（万元）' }).nth(8 + place).fill(revenue ?? '')
    }
    await isSaved(wang)
    await expect(screen.getByText(`${GROUPS * 8 + ours.length} 家客户`)).toBeVisible()
    await expect(tile(desk, 'A')).toContainText('10/10')
  })
  await test.step('lunch, and everybody is back: a tablet that slept comes back to its place', async () => {
    await goTo(day, 'i-lunch')
    await tile(desk, 'C').click()
    await desk.getByRole('tab', { name: '潜力量表' }).click()
    await expect(desk.getByRole('tabpanel')).toContainText(workOf(day, 2).scales.potential.factors[0]?.name ?? '?')
    await desk.keyboard.press('Escape')
    await goTo(day, 'i-6-0')
    await wang.reload()
    await expect(heading(wang, titleOf('i-6-0'))).toBeVisible()
    await expect(tile(desk, 'A')).toContainText(`${(plays[0]?.tablets.length ?? 0) + 1}/${(plays[0]?.tablets.length ?? 0) + 1} 在线`)
  })
}

/** "进攻 2, 深耕 3, …", as a map says it to who cannot see it. */
const countsOf = ({ customers, scales: measured, settings }: GroupWork): string => {
  const counts = quadrantCounts(placeAll(customers, measured, settings))
  return quadrants.map((quadrant) => `${words.quadrant[quadrant]} ${counts[quadrant]}`).join(', ')
}

async function maps(day: Day): Promise<void> {
  const { wang, desk, screen, plays } = day
  await test.step('6.1, 6.2 · the map and its cut lines', async () => {
    await goTo(day, 'i-6-1')
    await goTo(day, 'i-6-2', '客户分布地图')
    await wang.getByRole('button', { name: '分界线' }).click()
    await wang.getByRole('button', { name: '购买潜力 +5' }).click()
    await expect(wang.getByRole('group', { name: '购买潜力' }).getByRole('status')).toHaveText('55')
    await isSaved(wang)
    await expect.poll(() => workOf(day, 0).settings.cutY).toBe(55)
    await expect(wang.getByRole('img', { name: /进攻 \d/ })).toHaveAttribute('aria-label', countsOf(workOf(day, 0)))
    await show(desk, '小地图')
    await expect(heading(screen, '各组客户地图')).toBeVisible()
  })
  await test.step('6.3 · hidden dangers and two decisions', async () => {
    await goTo(day, 'i-6-3', '客户分布地图')
    await show(desk, '隐患汇总')
    await together(plays, async (play) => {
      await judgeFindings(play)
      await makeDecisions(play, Date.now())
    })
    await wang.getByRole('radio', { name: '隐患与决定' }).click()
    await wang.getByRole('button', { name: '写一条' }).click()
    await wang.getByRole('textbox', { name: '第 1 条发现' }).fill('三家大客户都只认识采购，没有人见过老板')
    await isSaved(wang)
    const rows = screen.getByRole('row').filter({ has: screen.getByRole('rowheader') })
    await expect(rows).toHaveCount(GROUPS)
    for (const [place] of plays.entries()) {
      const work = workOf(day, place)
      const count = (rule: string): number => findingsOf(work).filter((finding) => finding.rule === rule && work.judgements.get(finding.key)?.verdict !== 'rejected').length
      await expect(rows.filter({ hasText: nameOf(day, place) }).getByRole('cell').first()).toHaveText(String(count('neglected')))
      await expect(rows.filter({ hasText: nameOf(day, place) }).getByRole('cell').last()).toContainText(String(work.parts.decisions.length))
    }
  })
  await test.step('6.4 · all maps on the projector, with names; the film of the day; gut feeling beside the measure', async () => {
    await goTo(day, 'i-6-4')
    await show(desk, '总地图')
    await expect(screen.getByText('客户名已隐去')).toBeVisible()
    await desk.getByRole('switch', { name: '显示客户名称' }).click()
    await expect(screen.getByText('客户名已隐去')).toHaveCount(0)
    await showGroup(desk, '地图', 'A')
    await expect(screen.getByRole('img', { name: /进攻 \d/ }).last()).toHaveAttribute('aria-label', countsOf(workOf(day, 0)))
    await showGroup(desk, '直觉', 'A')
    await expect(screen.getByText(/^1 完全一致/)).toBeVisible()
    const { customers, scales: measured, settings } = workOf(day, 0)
    await expect(screen.getByText((gutAgreement(customers, placeAll(customers, measured, settings)) ?? 0).toFixed(2)).last()).toBeVisible()
    await show(desk, '地图回放')
    await desk.getByRole('group', { name: '地图回放' }).getByRole('button', { name: '早晚对比' }).click()
    await expect(screen.getByText(/\d+ 家客户中 \d+ 家换了象限/)).toBeVisible()
  })
}

const usp = { claim: '报修后两小时到场，夜里也算', evidence: '去年 118 次报修，两小时内到场 97%', competitor: '远山设备', forWhom: '三班倒的工厂' } as const
const action = { 做什么: '请对方设备主管来看夜班抢修', 谁: '王芳', 要什么资源: '工程师一天', 怎么算完成: '对方签到并留下意见', 期限: '2026-12-18' } as const
const indicator = { 看什么: '夜班到场时间', 做到多少: '两小时以内', 哪天看: '2027-01-15' } as const

async function strategies(day: Day): Promise<void> {
  const { wang, desk, screen, plays } = day
  await test.step('7.1 · 4P, 4C, and which lever people use today', async () => {
    await goTo(day, 'i-7-1')
    const poll = await ask(day, 'lever', async () => {
      await wang.getByRole('checkbox', { name: '产品 → 客户价值' }).click()
      await expect(wang.getByText('已投票，已保存')).toBeVisible()
    })
    if (poll.kind !== 'multiple') throw new Error('not a choice of several')
    for (const { id, text } of poll.options) {
      const votes = Array.from({ length: people(day) }, (_, place) => voteOf(poll, place)).filter((said) => 'options' in said && said.options.includes(id)).length + (id === 'product' ? 1 : 0)
      await expect(screen.getByRole('listitem').filter({ hasText: text['zh-CN'] })).toContainText(new RegExp(`% ?${votes}$`))
    }
  })
  await test.step('7.2 · the USPs, the strongest on the wall', async () => {
    await goTo(day, 'i-7-2', '我们的独有卖点')
    await together(plays, listUsps)
    await addUsp(wang, usp)
    await show(desk, '卖点墙')
    await expect(heading(screen, '各组最强卖点')).toBeVisible()
    await showGroup(desk, '卖点', 'A')
    await expect(screen.getByText('独有卖点', { exact: true })).toBeVisible()
    await expect(screen.getByText(topUsps(workOf(day, 0).parts.usps.usps)[0]?.claim ?? '?').last()).toBeVisible()
    await goTo(day, 'i-break-pm')
  })
  await test.step('8.1, 8.2 · a sample, then a strategy in six steps', async () => {
    await goTo(day, 'i-8-1')
    await goTo(day, 'i-8-2', '客户攻略')
    await show(desk, '进度')
    await together(plays, (play) => writeStrategies(play, Date.now()))
    await addPlanLines(wang, '进攻', action, indicator)
    await expect.poll(() => workOf(day, 0).parts.strategies.strategies.flatMap(({ actions }) => actions).some(({ by }) => by === action.期限)).toBe(true)
    await showGroup(desk, '攻略', 'A')
    await expect(screen.getByText('“进攻”区的客户').or(screen.getByText('“维持”区的客户'))).toBeVisible()
  })
}

async function sharing(day: Day): Promise<void> {
  const { classroom, wang, desk, screen, plays } = day
  await test.step('9 · each group on the stage, scored by the others; the scores in the end', async () => {
    await goTo(day, 'i-9', '成果分享')
    await room(desk).getByRole('button', { name: '主持成果分享' }).click()
    const stage = desk.getByRole('dialog', { name: '成果分享' })
    const everyone = plays.flatMap(({ tablets }, group) => tablets.map((tablet) => ({ tablet, group })))
    for (const [place, play] of plays.entries()) {
      await stage.getByRole('button', { name: `请 ${letterOf(place)} 组上台` }).click()
      await expect(heading(screen, new RegExp(nameOf(day, place)))).toBeVisible()
      if (place === 0) {
        await wang.getByRole('button', { name: '由我来控制' }).click()
        await wang.getByRole('button', { name: '独有卖点', exact: true }).click()
      } else {
        const [speaker] = play.tablets
        await speaker?.control.send('share:take', {})
        await speaker?.control.send('share:show', { artifact: { kind: 'usp' } })
      }
      await expect(screen.getByText('独有卖点', { exact: true })).toBeVisible()
      await Promise.all(everyone.map(({ tablet, group }, at) => (group === place ? undefined : score(tablet, classroom.groupId(place), defaultRubric, at))))
      if (place > 0) await scoreStage(wang, 4, `王芳问 ${letterOf(place)} 组：谁来做？`)
    }
    await stage.getByRole('button', { name: '请下台' }).click()
    for (const [place] of plays.entries()) {
      await stage.getByRole('listitem').filter({ hasText: nameOf(day, place) }).getByRole('button', { name: '公布' }).click()
      const given = everyone.flatMap(({ group }, at) => (group === place ? [] : [scoreOf(defaultRubric, at)]))
      const wangs = place === 0 ? [] : [{ points: Object.fromEntries(defaultRubric.map(({ id }) => [id, 4])), comment: '' }]
      const { overall } = scoreResult(defaultRubric, [...given, ...wangs])
      await expect(screen.getByRole('listitem').filter({ hasText: nameOf(day, place) })).toContainText((overall ?? 0).toFixed(1))
    }
    await expect(heading(screen, '全部讲完了，谢谢大家')).toBeVisible()
    await expect(wang.getByRole('region', { name: '大家给的分数' })).toContainText(scoreOf(defaultRubric, 4).comment)
    await desk.keyboard.press('Escape')
  })
}

async function review(day: Day): Promise<void> {
  const { wang, desk, screen } = day
  await test.step('10 · the self-check again, beside the morning’s; a promise each; what people say of the day', async () => {
    await goTo(day, 'i-10', '下周我要做的一件事')
    const poll = await ask(day, 'symptoms-evening', async () => {
      await gradeAll(wang.getByRole('region', { name: '投票' }), [1, 2, 1])
      await wang.getByRole('button', { name: '好了' }).click()
    })
    if (poll.kind !== 'scale') throw new Error('not a scale')
    const [first] = poll.statements
    const row = screen.getByRole('listitem').filter({ hasText: first?.text['zh-CN'] ?? '?' })
    await expect(row.getByRole('img')).toHaveAttribute('aria-label', spread(day, poll, first?.id ?? '', 1))
    await expect(row).toContainText('→')

    await wang.getByRole('textbox', { name: '我的承诺' }).fill('约南山水务的设备主管看一次夜班抢修')
    await wang.getByLabel('哪天之前').fill('2026-12-04')
    const grades = wang.getByRole('radiogroup')
    for (const [place] of feedbackQuestions.entries()) await grades.nth(place).getByRole('radio', { name: '5' }).click()
    await expect(wang.getByText('已保存', { exact: true })).toHaveCount(3)
    await everybody(day, async (tablet, place) => {
      await promise(tablet, `第 ${place + 1} 位：把前二十家客户量一遍`, '2026-12-11')
      await giveFeedback(tablet, place, place === 3 ? '地图那一段可以再长一点' : '')
    })
    await desk.getByRole('button', { name: '承诺与反馈' }).click()
    const sheet = desk.getByRole('dialog', { name: '承诺与反馈' })
    await expect(sheet).toContainText(`${people(day) + 1}/${people(day) + 1} 人已写承诺`)
    await pickLine(sheet, '约南山水务的设备主管看一次夜班抢修')
    await sheet.getByRole('button', { name: '投到大屏' }).click()
    await expect(screen.getByRole('listitem').filter({ hasText: '约南山水务的设备主管看一次夜班抢修' })).toContainText('12月4日')
    await sheet.getByRole('radio', { name: '课程反馈' }).click()
    await expect(sheet).toContainText('地图那一段可以再长一点')
    await sheet.getByRole('button', { name: '把打分投到大屏' }).click()
    await expect(heading(screen, '课程反馈')).toBeVisible()
    const useful = [...Array.from({ length: people(day) }, (_, place) => feedbackGrade(place, 0)), 5]
    await expect(screen.getByRole('listitem').filter({ hasText: '今天学的，工作中用得上' }).getByRole('img')).toHaveAttribute('aria-label', [1, 2, 3, 4, 5].map((grade) => `${grade}: ${useful.filter((one) => one === grade).length}`).join(', '))
    await desk.keyboard.press('Escape')
  })
}

async function packs(day: Day): Promise<void> {
  const { classroom, wang, desk, screen, plays } = day
  const works = plays.map((_, place) => workOf(day, place))
  const [own, report, zip] = await test.step('the packs go home', async () => {
    await goTo(day, 'i-buffer')
    await openTask(wang, '成果')
    const workbook = await saved(wang, () => wang.getByRole('button', { name: '下载工作簿' }).click())
    const [opened] = await Promise.all([wang.waitForEvent('popup'), wang.getByRole('link', { name: '打开报告' }).click()])
    await desk.getByRole('button', { name: '成果包' }).click()
    const everything = await saved(desk, () => desk.getByRole('button', { name: '下载全班（一个压缩包）' }).click())
    await desk.keyboard.press('Escape')
    return [workbook, opened, everything] as const
  })
  await test.step('the report says what the group wrote', async () => {
    for (const text of [usp.claim, action.做什么, indicator.看什么, '三家大客户都只认识采购，没有人见过老板', works[0]?.parts.decisions[0]?.reason ?? '?', ...ours]) await expect(report.getByText(text).first()).toBeVisible()
  })
  await test.step('the class ends', async () => {
    await classroom.control.send('class:end', {})
    await expect(heading(wang, '课程已结束')).toBeVisible()
    await expect(screen.getByText('课程结束，谢谢大家！')).toBeVisible()
  })
  await test.step('every artifact of every group is in its workbook, with the right figures', () => {
    const files = unpacked(zip)
    const books = works.map((work, place) => {
      const file = files.find(({ name }) => name.startsWith(`${letterOf(place)} 组`) && name.endsWith('.xlsx'))
      if (!file) throw new Error(`no workbook of group ${letterOf(place)} in ${files.map(({ name }) => name).join(', ')}`)
      return { file, work }
    })
    expect(files).toHaveLength(1 + 3 * GROUPS)
    expect(Buffer.from(own.bytes).equals(Buffer.from(books[0]?.file.bytes ?? []))).toBe(true)
    for (const { file, work } of books) expectEveryArtifact(file, work)
    expectRecalculated(books)
    const summary = readXlsx(files.find(({ name }) => name.startsWith('全班一览'))?.bytes ?? new Uint8Array())
    for (const [place, { customers, parts }] of works.entries()) {
      expect(parts.usps.usps.length).toBeGreaterThan(0)
      const row = rowsOf(summary, words.sheets.groups).find(([title]) => String(title).startsWith(letterOf(place)))
      expect(row?.slice(0, 8)).toEqual([`${letterOf(place)} 组 · ${nameOf(day, place)}`, (plays[place]?.tablets.length ?? 0) + (place === 0 ? 1 : 0), works[place]?.scales.potential.factors.length, 100, works[place]?.scales.relationship.factors.length, 100, customers.length, customers.length])
    }
  })
}

test('the whole day at sixty times its speed: six groups, a tablet, the console and the projector, from the welcome to the packs', async ({ classroom }) => {
  // On a computer that is busy with other things it has taken five minutes.
  test.setTimeout(480_000)
  const desk = await classroom.console()
  const screen = await classroom.projector()
  await goOn(desk, titleOf('i-0'))
  await expect(screen.getByText('扫码进入课堂')).toBeVisible()
  const [wang, { plays }] = await Promise.all([classroom.join('王芳', 0), classroom.simulate(GROUPS, { speed: SPEED, tabletsPerGroup: 3 })])
  const day: Day = { classroom, plays, wang, desk, screen }
  for (const part of [opening, scales, measuring, maps, strategies, sharing, review, packs]) await part(day)
  const log = readFileSync(join(classroom.server.dataFolder, 'logs', 'ketu.log'), 'utf8')
  expect(log.split('\n').filter((line) => line.includes('"level":"error"') || line.includes('"level":50'))).toEqual([])
})
