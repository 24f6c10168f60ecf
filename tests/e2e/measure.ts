import { expect, type Page } from '@playwright/test'

/* What people do with customers, by roles and names. */

export async function step(page: Page, name: '名单' | '排序' | '打分' | '投入'): Promise<void> {
  await page.getByRole('navigation', { name: '测量步骤' }).getByRole('button', { name }).click()
}

/** As pasted from a column of a sheet. */
export async function pasteCustomers(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: '添加客户' }).fill(names.join('\n'))
  await page.getByRole('button', { name: `添加 ${names.length} 家` }).click()
}

/** Grades a row of the grid from the keyboard: 1…5, and 0 for "we don't know". */
export async function gradeRow(page: Page, customer: string, keys: string): Promise<void> {
  const row = page.getByRole('grid', { name: '打分表：客户与因素' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: customer }) })
  await row.getByRole('button').first().click()
  await page.keyboard.type(keys)
  await expect(row.getByRole('rowheader')).toContainText(`${keys.length}/${keys.length}`)
}

export async function fillEffort(page: Page, figures: readonly (readonly [visits: string, revenue: string])[]): Promise<void> {
  await step(page, '投入')
  for (const [index, [visits, revenue]] of figures.entries()) {
    await page.getByRole('textbox', { name: '每季拜访（次）' }).nth(index).fill(visits)
    await page.getByRole('textbox', { name: '年收入（万元）' }).nth(index).fill(revenue)
  }
}
