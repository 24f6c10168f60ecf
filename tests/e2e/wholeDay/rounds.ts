import { expect, type Locator } from '@playwright/test'
import { mergeIdeas } from '../../../shared/alone/ideas.ts'
import { factorStrips } from '../../../shared/alone/gradeRows.ts'
import type { AloneExercise, BlindGrades } from '../../../shared/alone/model.ts'
import { isExact, spreadOf } from '../../../shared/alone/spread.ts'
import type { Axis } from '../../../shared/scale/model.ts'
import { balanceWeights } from '../../../shared/scale/weights.ts'
import { enterAlone, gradesOf, ideasOf, weightsOf } from '../../simulator/alonePlay.ts'
import { aloneAtDesk, card, mine, noteIdea, saysDone } from '../alone.ts'
import { type Day, GROUPS, linesOf, people, together, workOf } from './day.ts'

/* What everybody enters alone, the trainer shows, and the room sees without names. */

const axisWords = { potential: '购买潜力', relationship: '业务关系' } as const
const exerciseWords: Readonly<Record<AloneExercise, string>> = {
  'ideas-potential': '想因素 · 潜力', 'ideas-relationship': '想因素 · 关系', 'weights-potential': '定权重 · 潜力', 'weights-relationship': '定权重 · 关系', grades: '给客户打分',
}
const atDesk = ({ desk }: Day, exercise: AloneExercise): Locator => aloneAtDesk(desk).getByRole('listitem').filter({ hasText: exerciseWords[exercise] })
const membersOf = ({ plays }: Day, place: number): number => plays[place]?.tablets.length ?? 0
/** What each member of the group says; Wang comes after those of group A who have no browser. */
const ofGroupA = <T>(day: Day, said: (place: number) => T): readonly T[] => Array.from({ length: membersOf(day, 0) }, (_, place) => said(place))
const ascending = (figures: readonly number[]): readonly number[] => figures.toSorted((one, other) => one - other)

/** All are in, the trainer shows it in all groups, and what group A said is on the projector. */
async function show(day: Day, exercise: AloneExercise, entered: number): Promise<void> {
  const { desk } = day
  const row = atDesk(day, exercise)
  const all = people(day) + 1
  await expect(row).toContainText(`${entered}/${all} 人填好了`)
  await row.getByRole('button', { name: '全部揭晓' }).click()
  if (entered < all) {
    await expect(row).toContainText(`还有 ${all - entered} 人没填好`)
    await row.getByRole('button', { name: '全部揭晓' }).click()
  }
  await expect(row).toContainText(`${GROUPS} 个组已揭晓`)
  await row.getByRole('button', { name: '各组进展' }).click()
  await desk.getByRole('dialog', { name: exerciseWords[exercise] }).getByRole('button', { name: '放到投影上' }).first().click()
  await desk.keyboard.press('Escape')
}

/** Ideas: the same ones of several people are one, and Wang sees which of them are hers, too. */
export async function ideasAlone(day: Day, axis: Axis): Promise<void> {
  const { wang, screen, plays } = day
  const [play] = plays
  if (!play) throw new Error('nobody is in group A')
  const said = ofGroupA(day, (place) => ideasOf(play, axis, place))
  const [known = '?', other = '?'] = said[0] ?? []
  const wangs = [known, '夜班抢修次数']
  const own = card(wang, `各自想因素 · ${axisWords[axis]}`)
  await together(plays, (one) => enterAlone(one, `ideas-${axis}`))
  for (const idea of wangs) await noteIdea(wang, idea)
  await saysDone(own)
  await expect(own).not.toContainText(other)
  await show(day, `ideas-${axis}`, people(day) + 1)
  const ideas = mergeIdeas([...said, wangs])
  for (const { text, people: count } of ideas) await expect(screen.getByRole('listitem').filter({ has: screen.getByText(text, { exact: true }) })).toContainText(`${count} 人`)
  await expect(own.getByRole('listitem').filter({ hasText: known })).toContainText(`${said.length + 1} 人想到 · 有你`)
}

/** Weights, once the scale stands: dots without names on the projector; Wang takes the medians for the group. */
export async function weightsAlone(day: Day, axis: Axis): Promise<void> {
  const { wang, screen, plays } = day
  const exercise = `weights-${axis}` as const
  await atDesk(day, exercise).getByRole('button', { name: '全班开始' }).click()
  const work = workOf(day, 0)
  const said = ofGroupA(day, (place) => weightsOf(work, axis, place))
  const wangs = weightsOf(work, axis, said.length)
  await together(plays, (one) => enterAlone(one, exercise))
  const own = card(wang, `各自定权重 · ${axisWords[axis]}`)
  const { factors } = work.scales[axis]
  for (const { id, name } of factors) await mine(wang, name).fill(String(wangs[id]))
  await mine(wang, factors.at(-1)?.name ?? '').blur()
  await saysDone(own)
  await show(day, exercise, people(day) + 1)
  const figures = factors.map(({ id }) => ascending([...said, wangs].map((weights) => weights[id] ?? 0)))
  for (const [place, { name }] of factors.entries()) await expect(screen.getByRole('img', { name: `${name}：${figures[place]?.join('、')}`, exact: true })).toBeVisible()
  await own.getByRole('button', { name: '全部取中位数' }).click()
  await expect.poll(() => workOf(day, 0).scales[axis].factors.map(({ weight }) => weight)).toEqual(balanceWeights(figures.map((given) => spreadOf(given)?.median ?? null)))
}

/** Grades of the same customers. Wang is not done: the trainer is warned, and shows it all the same. */
export async function gradesAlone(day: Day): Promise<void> {
  const { classroom, wang, screen, plays } = day
  await together(plays, (one) => enterAlone(one, 'grades'))
  await show(day, 'grades', people(day))
  await expect(card(wang, '各自打分')).toContainText('已揭晓')
  const work = workOf(day, 0)
  const round = (await classroom.control.view()).alone.find((one) => one.exercise === 'grades' && one.groupId === classroom.groupId(0))
  if (!round) throw new Error('group A has not graded')
  const said = ofGroupA(day, (place) => gradesOf(work, round, place))
  const strips = factorStrips(work, figuresOf(said))
  const lines = strips.map(({ factor, agreement }) => ({ begins: `${factor.name} `, ends: agreement ? `${agreement.agreed}/${agreement.compared} 家${isExact(agreement) ? '' : ' 定义不够准'}` : '–' }))
  expect(lines.some(({ ends }) => ends.endsWith('定义不够准'))).toBe(true)
  await expect(screen.getByText('定义不够准').first()).toBeVisible()
  // The factors take two pages, which turn by themselves: whichever is on, once the scene before has gone.
  const rows = screen.getByRole('listitem')
  await expect.poll(async () => (await linesOf(rows)).filter((text) => !lines.some(({ begins, ends }) => text.startsWith(begins) && text.endsWith(ends)))).toEqual([])
  expect(await rows.count()).toBeGreaterThan(1)
  for (const { customer } of strips[0]?.strips ?? []) await expect(screen.getByText(customer.name)).toHaveCount(0)
}

/** By customer and factor, without names, as the server tells them. */
function figuresOf(said: readonly BlindGrades['grades'][]): Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> {
  const [first = {}] = said
  return Object.fromEntries(Object.entries(first).map(([customerId, graded]) => [customerId, Object.fromEntries(Object.keys(graded).map((factorId) => [factorId, ascending(said.flatMap((one) => one[customerId]?.[factorId] ?? []))]))]))
}
