import { expect, type Locator, type Page } from '@playwright/test'
import { isSaved } from './scale.ts'

/* What people do after lunch, by roles and names. */

export interface TypedUsp {
  readonly claim: string
  readonly evidence: string
  readonly competitor: string
  readonly forWhom: string
}
/** Writes a USP that comes from the service, finds that it stands, and gives it all dots. */
export async function addUsp(page: Page, { claim, evidence, competitor, forWhom }: TypedUsp): Promise<void> {
  await page.getByRole('region', { name: '服务' }).getByRole('button', { name: '添加' }).click()
  const editor = page.getByRole('dialog', { name: '卖点' })
  for (const [label, text] of [['卖点是什么', claim], ['证据', evidence], ['对着哪个对手', competitor], ['对哪些客户或项目成立', forWhom]] as const) await editor.getByRole('textbox', { name: label }).fill(text)
  for (const question of ['第一关：只有我们有？', '第二关：客户在乎？', '第三关：拿得出证据？']) await editor.getByRole('group', { name: question }).getByRole('button', { name: '是', exact: true }).click()
  await editor.getByRole('button', { name: '完成' }).click()
  for (let dot = 0; dot < 3; dot++) await page.getByRole('button', { name: `多投一点给“${claim}”` }).click()
  await isSaved(page)
}

/** Goes on with the strategy for a quadrant: one action more in its plan, one indicator more. */
export async function addPlanLines(page: Page, quadrant: string, action: Readonly<Record<'做什么' | '谁' | '要什么资源' | '怎么算完成' | '期限', string>>, indicator: Readonly<Record<'看什么' | '做到多少' | '哪天看', string>>): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^“${quadrant}”区的客户`) }).click()
  await page.getByRole('tab', { name: '执行计划' }).click()
  await page.getByRole('button', { name: '加一项行动' }).click()
  await fillLine(page, /^第 \d+ 项行动$/, action)
  await page.getByRole('tab', { name: '监控与评估' }).click()
  await page.getByRole('button', { name: '加一个指标' }).click()
  await fillLine(page, /^第 \d+ 个指标$/, indicator)
  await isSaved(page)
}
async function fillLine(page: Page, line: RegExp, cells: Readonly<Record<string, string>>): Promise<void> {
  const last = page.getByRole('listitem', { name: line }).last()
  for (const [label, text] of Object.entries(cells)) await last.getByLabel(label, { exact: true }).fill(text)
}

/** Scores the group on the stage, the same on each criterion. */
export async function scoreStage(page: Page, points: 1 | 2 | 3 | 4 | 5, comment: string): Promise<void> {
  const form = page.getByRole('region', { name: /^给.*组打分/ })
  for (const button of await form.getByRole('button', { name: new RegExp(`：${points} 分$`) }).all()) await button.click()
  await form.getByRole('textbox').fill(comment)
  await form.getByRole('textbox').blur()
  await expect(form.getByRole('status')).toHaveText('已保存')
}

/** Grades every statement of what is asked there, in their order. */
export async function gradeAll(asked: Locator, grades: readonly number[]): Promise<void> {
  const rows = asked.getByRole('radiogroup')
  await expect(rows).toHaveCount(grades.length)
  for (const [place, grade] of grades.entries()) await rows.nth(place).getByRole('radio', { name: new RegExp(`^${grade}`) }).click()
}
