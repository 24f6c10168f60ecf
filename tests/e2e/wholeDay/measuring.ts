import { expect, test } from '@playwright/test'
import { listCustomers, measureCustomers } from '../../simulator/groupPlay.ts'
import { show, tile, timer } from '../desk.ts'
import { gradeRow, pasteCustomers, step as measuringStep } from '../measure.ts'
import { isSaved } from '../scale.ts'
import { type Day, goTo, GROUPS, heading, titleOf, together, workOf } from './day.ts'
import { gradesAlone } from './rounds.ts'

export const ours = ['南山水务', '西山焦化'] as const
/** Items 5.1 to 6.0: the timer runs out, customers are measured, lunch. */
export async function measuring(day: Day): Promise<void> {
  const { wang, desk, screen, plays } = day
  await test.step('5.1 · the timer runs out, and everybody sees it', async () => {
    await goTo(day, 'i-5-1')
    await show(desk, '计时')
    await expect(screen.getByText('已超时')).toBeVisible()
    await expect(timer(desk)).toContainText('时间到，已超时')
    await expect(wang.getByRole('timer').first()).toHaveText(/[+-−]?0:0\d/)
  })
  await test.step('5.2 · customers, gut order, grades alone and together, effort', async () => {
    await goTo(day, 'i-5-2', '客户')
    await together(plays, (play) => listCustomers(play, Date.now()))
    await gradesAlone(day)
    await show(desk, '总地图')
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
