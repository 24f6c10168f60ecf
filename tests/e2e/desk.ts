import { expect, type Locator, type Page } from '@playwright/test'

/* What the trainer does at the console, by roles and names. */

export const agenda = (desk: Page): Locator => desk.getByRole('region', { name: '日程' })
export const timer = (desk: Page): Locator => desk.getByRole('region', { name: '计时' })
export const lock = (desk: Page): Locator => desk.getByRole('region', { name: '锁定' })
export const room = (desk: Page): Locator => desk.getByRole('region', { name: '课堂工具' })
export const tile = (desk: Page, letter: string): Locator => desk.getByRole('button', { name: new RegExp(`^查看 ${letter} 组`) })

/** Presses "next", and sees that the item with this title is on; breaks have no number. */
export async function goOn(desk: Page, title: string): Promise<void> {
  await agenda(desk).getByRole('button', { name: /^(下一项|开始上课)/ }).click()
  await expect(agenda(desk).locator('[aria-current="step"][data-item]').getByRole('button', { name: new RegExp(`^进行中.*${title}`) })).toBeVisible()
}

/** Puts one of the plain scenes on the projector. */
export const show = (desk: Page, scene: '入场' | '日程' | '计时' | '进度' | '总地图' | '小地图' | '量表对比' | '卖点墙' | '积分' | '隐患汇总' | '地图回放'): Promise<void> =>
  desk.getByRole('group', { name: '投影画面' }).getByRole('button', { name: scene, exact: true }).click()

/** Puts one group's scale or map on the projector, or lights it up on the map of all. */
export async function showGroup(desk: Page, part: '点亮' | '潜力' | '关系' | '地图' | '隐患' | '直觉' | '卖点' | '攻略' | '回放', letter: string): Promise<void> {
  const projector = desk.getByRole('region', { name: '投影' })
  await projector.getByRole('group', { name: '只看一个组' }).getByRole('button', { name: part, exact: true }).click()
  await projector.getByRole('button', { name: letter, exact: true }).click()
}

/** Asks the room the question that is prepared for the item. */
export const askPrepared = (desk: Page): Promise<void> => polls(desk).getByRole('button', { name: '开始投票' }).click()
export const polls = (desk: Page): Locator => desk.getByRole('region', { name: '投票' })

/** Takes a line that people wrote to the projector. */
export async function pickLine(dialog: Locator, line: string): Promise<void> {
  const row = dialog.locator('div').filter({ hasText: line }).filter({ has: dialog.page().getByRole('button', { name: '选上' }) }).last()
  await row.getByRole('button', { name: '选上' }).click()
}
