import { expect, type Locator, type Page } from '@playwright/test'

/* What people do with a scale in the group's workspace, by roles and names. */

export const axisName = { potential: '潜力', relationship: '关系' } as const
type AxisName = keyof typeof axisName

export async function openTask(page: Page, name: '任务' | '案例' | '潜力' | '关系' | '客户' | '地图' | '卖点' | '攻略' | '分享' | '回顾' | '成果'): Promise<void> {
  await page.getByRole('navigation', { name: '小组工作区' }).getByRole('button', { name }).click()
}

/** The editor of the factor that is open. */
export const field = (page: Page, name: '名称' | '定义' | '数据来源' | '单位'): Locator => page.getByRole('textbox', { name, exact: true })

export const factorRow = (page: Page, name: string): Locator => page.getByRole('button', { name: `编辑“${name}”` })
export const weight = (page: Page, name: string): Locator => page.getByRole('textbox', { name: `“${name}”的权重` })

/** Adds a factor and gives it a name, key by key; its editor stays open. */
export async function addFactor(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '添加因素' }).click()
  await expect(field(page, '名称')).toBeFocused()
  await page.keyboard.type(name)
}
export async function openFactor(page: Page, name: string): Promise<void> {
  await factorRow(page, name).click()
  await expect(field(page, '名称')).toHaveValue(name)
}

export interface TextFactor {
  readonly definition: string
  readonly source: string
  /** From the lowest grade to the highest. */
  readonly intervals: readonly string[]
}
/** Fills the editor of the factor that is open, its intervals described in words. */
export async function describeFactor(page: Page, { definition, source, intervals }: TextFactor): Promise<void> {
  await field(page, '定义').pressSequentially(definition)
  await field(page, '数据来源').pressSequentially(source)
  for (const [index, text] of intervals.entries()) await page.getByRole('textbox', { name: `${index + 1} 分的描述` }).pressSequentially(text)
}

export interface NumericFactor {
  readonly definition: string
  readonly source: string
  readonly unit: string
  /** Typed as people type them. */
  readonly thresholds: readonly string[]
}
export async function measureFactor(page: Page, { definition, source, unit, thresholds }: NumericFactor): Promise<void> {
  await field(page, '定义').pressSequentially(definition)
  await field(page, '数据来源').pressSequentially(source)
  await page.getByRole('radio', { name: '按数值' }).click()
  await field(page, '单位').pressSequentially(unit)
  for (const [index, threshold] of thresholds.entries()) {
    await page.getByRole('textbox', { name: `${index + 1} 分与 ${index + 2} 分之间的分界值` }).pressSequentially(threshold)
    await page.keyboard.press('Enter')
  }
}

/** Takes the first `count` factors of the library. */
export async function borrow(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: '从因素库借用' }).first().click()
  const library = page.getByRole('dialog', { name: '因素库' })
  for (let taken = 0; taken < count; taken++) await library.getByRole('button', { name: '借用', exact: true }).first().click()
  await expect(library.getByText('已在量表里')).toHaveCount(count)
  await library.getByRole('button', { name: '关闭' }).click()
}

export const scaleIsComplete = (page: Page): Promise<void> =>
  expect(page.getByRole('region', { name: '还差什么' })).toContainText('量表完整')

/** Opens a scale as soon as the trainer has opened it for the class. */
export async function openScale(page: Page, axis: AxisName): Promise<void> {
  await openTask(page, axisName[axis])
  await expect(page.getByRole('heading', { name: axis === 'potential' ? '购买潜力' : '业务关系' })).toBeVisible()
}

/** Waits until the page says that everything is on the trainer's disk. */
export const isSaved = (page: Page): Promise<void> => expect(page.getByRole('button', { name: '已保存' })).toBeVisible()
