import type { Locator, Page } from '@playwright/test'

/* What people enter alone before they talk, by roles and names. */

/** An exercise on a device of the group. */
export const card = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
export const mine = (page: Page, factor: string): Locator => page.getByRole('textbox', { name: `我给“${factor}”的权重` })

export async function noteIdea(page: Page, idea: string): Promise<void> {
  await page.getByRole('textbox', { name: '我想到的因素' }).fill(idea)
  await page.getByRole('button', { name: '记下' }).click()
}
export const saysDone = (round: Locator): Promise<void> => round.getByRole('button', { name: '我填好了' }).click()

/** The trainer's side of it. */
export const aloneAtDesk = (desk: Page): Locator => desk.getByRole('region', { name: '先各自，再一起' })
