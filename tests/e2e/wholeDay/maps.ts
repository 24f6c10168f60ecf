import { expect, test } from '@playwright/test'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { findingsOf } from '../../../shared/map/findings.ts'
import { quadrants } from '../../../shared/map/model.ts'
import { placeAll, quadrantCounts } from '../../../shared/scoring/axis.ts'
import { gutAgreement } from '../../../shared/scoring/gutOrder.ts'
import { agreementText } from '../../../shared/text/figure.ts'
import { wordsOf } from '../../../shared/workbook/words.ts'
import { judgeFindings, makeDecisions } from '../../simulator/groupPlay.ts'
import { show, showGroup } from '../desk.ts'
import { isSaved } from '../scale.ts'
import { type Day, goTo, GROUPS, heading, nameOf, together, workOf } from './day.ts'

const words = wordsOf('zh-CN')
export const ownFinding = '三家大客户都只认识采购，没有人见过老板'

/** "进攻 2, 深耕 3, …", as a map says it to who cannot see it. */
const countsOf = ({ customers, scales: measured, settings }: GroupWork): string => {
  const counts = quadrantCounts(placeAll(customers, measured, settings))
  return quadrants.map((quadrant) => `${words.quadrant[quadrant]} ${counts[quadrant]}`).join(', ')
}

/** Items 6.1 to 6.4: the customer map, its hidden dangers, and all maps together. */
export async function maps(day: Day): Promise<void> {
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
    await wang.getByRole('textbox', { name: '第 1 条发现' }).fill(ownFinding)
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
    const work = workOf(day, 0)
    await expect(screen.getByText(agreementText(gutAgreement(work, placeAll(work.customers, work.scales, work.settings)) ?? 0, 'zh-CN')).last()).toBeVisible()
    await show(desk, '地图回放')
    await desk.getByRole('group', { name: '地图回放' }).getByRole('button', { name: '早晚对比' }).click()
    await expect(screen.getByText(/\d+ 家客户中 \d+ 家换了象限/)).toBeVisible()
  })
}
