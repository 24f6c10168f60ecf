import { expect, test } from '@playwright/test'
import { topUsps } from '../../../shared/usp/model.ts'
import { voteOf } from '../../simulator/answers.ts'
import { listUsps, writeStrategies } from '../../simulator/groupPlay.ts'
import { addPlanLines, addUsp } from '../afternoon.ts'
import { show, showGroup } from '../desk.ts'
import { ask } from './asking.ts'
import { type Day, goTo, heading, people, together, workOf } from './day.ts'

export const usp = { claim: '报修后两小时到场，夜里也算', evidence: '去年 118 次报修，两小时内到场 97%', competitor: '远山设备', forWhom: '三班倒的工厂' } as const
export const action = { 做什么: '请对方设备主管来看夜班抢修', 谁: '王芳', 要什么资源: '工程师一天', 怎么算完成: '对方签到并留下意见', 期限: '2026-12-18' } as const
export const indicator = { 看什么: '夜班到场时间', 做到多少: '两小时以内', 哪天看: '2027-01-15' } as const

/** Items 7.1 to 8.2: which lever, the USPs, a strategy in six steps. */
export async function strategies(day: Day): Promise<void> {
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
      await expect(screen.getByRole('listitem').filter({ hasText: text['zh-CN'] })).toContainText(new RegExp(`% ?${votes} 人$`))
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
