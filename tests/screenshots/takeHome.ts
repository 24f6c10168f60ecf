import type { Page } from '@playwright/test'
import { messages as deskWords } from '../../client/features/console/messages.ts'
import { messages as takeHomeWords } from '../../client/features/takehome/messages.ts'
import { messages as workspaceWords } from '../../client/features/workspace/messages.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import type { ControlLine } from '../simulator/api.ts'
import { devices, laptops, sizes, type Camera, type Visitor } from './camera.ts'
import { inEveryLanguage } from '../words/traditional.ts'

const desk = inEveryLanguage(deskWords)
const takeHome = inEveryLanguage(takeHomeWords)
const workspace = inEveryLanguage(workspaceWords)

export const weChat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50'

/** What goes home: the trainer's packs, the group's panel, the way out of WeChat, and the report. */
export async function photographTakeHome({ camera, control, locale, classId, groupIds, path, trainer, participant }: {
  readonly camera: Pick<Camera, 'shoot'>
  readonly control: ControlLine<TrainerView>
  readonly locale: Locale
  readonly classId: string
  readonly groupIds: readonly string[]
  /** Of the workspace. */
  readonly path: string
  readonly trainer: Visitor
  readonly participant: Visitor
}): Promise<void> {
  const [words, console] = [takeHome[locale], desk[locale]]
  await camera.shoot('console-takehome', `/trainer/${classId}`, [...laptops, sizes.phone], trainer, async (page, size) => {
    if (size === sizes.phone) await page.getByRole('navigation', { name: console.parts.label }).getByRole('button', { name: console.parts.projector }).click()
    await page.getByRole('button', { name: console.takeHome.title }).click()
  })
  await camera.shoot('workspace-takehome-closed', path, [sizes.tablet], participant)
  await control.send('takehome:open', { open: true })
  const open = (page: Page): Promise<void> => page.getByRole('navigation', { name: workspace[locale].rail }).getByRole('button', { name: new RegExp(`^${words.place}`) }).click()
  await camera.shoot('workspace-takehome', path, devices, participant, open)
  await camera.shoot('workspace-takehome-picture', path, [sizes.phone, sizes.tablet], participant, async (page) => {
    await open(page)
    await page.getByRole('button', { name: words.map.button }).click()
    await page.getByRole('img', { name: words.map.name }).waitFor()
  })
  await camera.shoot('workspace-takehome-wechat', path, [sizes.phone, sizes.upright], { ...participant, userAgent: weChat }, async (page) => {
    await open(page)
    await page.getByRole('button', { name: words.wechat.make }).click()
    await page.getByText(words.wechat.reentry, { exact: true }).waitFor()
  })
  await camera.shoot('report', `/report/${classId}/${groupIds[0] ?? ''}`, [sizes.laptop, sizes.tablet, sizes.phone], trainer)
  await camera.shoot('report-denied', `/report/${classId}/${groupIds[1] ?? ''}`, [sizes.phone], participant)
}
