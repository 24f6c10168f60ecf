import type { Page } from '@playwright/test'
import { messages as deskWords } from '../../client/features/console/messages.ts'
import { messages as frontWords } from '../../client/features/trainer/messages.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import type { ControlLine } from '../simulator/api.ts'
import { beamers, type Camera, devices, laptops, type Size, sizes, type Visitor } from './camera.ts'
import { inEveryLanguage } from '../words/traditional.ts'

const desk = inEveryLanguage(deskWords)
const front = inEveryLanguage(frontWords)

interface ToolsParts {
  readonly camera: Pick<Camera, 'shoot'>
  readonly control: ControlLine<TrainerView>
  readonly locale: Locale
  readonly classId: string
  readonly code: string
  readonly projectorPath: string
  readonly trainer: Visitor
  readonly participant: Visitor
}

/** The room's tools, and what stands before and after the day. The class has people and work. */
export async function photographTools({ camera, control, locale, classId, code, projectorPath, trainer, participant }: ToolsParts): Promise<void> {
  const words = desk[locale]
  const path = `/trainer/${classId}`
  const part = async (page: Page, size: Size, name: keyof typeof words.parts): Promise<void> => {
    if (size === sizes.phone) await page.getByRole('navigation', { name: words.parts.label }).getByRole('button', { name: words.parts[name] }).click()
  }
  const open = (name: string, within: keyof typeof words.parts = 'control') => async (page: Page, size: Size): Promise<void> => {
    await part(page, size, within)
    await page.getByRole('button', { name, exact: true }).first().click()
  }
  const faces = [sizes.laptop, sizes.tablet, sizes.phone]

  for (const of of ['person', 'group'] as const) {
    await control.send('draw:one', { of, instead: null, onProjector: true })
    await camera.shoot(`tools-projector-pick-${of}`, projectorPath, beamers)
  }
  await camera.shoot('tools-draw', path, faces, trainer, open(words.room.draw))
  await control.send('projector:show', { scene: { kind: 'points' } })
  await camera.shoot('tools-projector-points-empty', projectorPath, beamers)
  const { groups } = await control.view()
  for (const [place, group] of groups.entries()) {
    if (place !== 3) await control.send('points:give', { groupId: group.id, points: [5, 8, 3, 0, 12, -1][place % 6] ?? 2, reason: place === 1 ? (locale === 'en' ? 'Good question' : '问得好') : '' })
  }
  await camera.shoot('tools-projector-points', projectorPath, beamers)
  await camera.shoot('tools-points', path, faces, trainer, open(words.room.points))
  await camera.shoot('tools-attendance', path, faces, trainer, open(words.room.attendance))
  await camera.shoot('tools-preflight-nobody', path, faces, trainer, open(words.preflight.button, 'projector'))
  await camera.shoot('tools-check', `/check/${code}`, [sizes.phone, sizes.upright])
  await camera.shoot('tools-check-wrong', '/check/000000', [sizes.phone])
  await camera.shoot('tools-preflight', path, faces, trainer, open(words.preflight.button, 'projector'))
  const fillWifi = async (page: Page): Promise<void> => {
    await page.locator('#wifi-name').fill(locale === 'en' ? 'Harbour Room 3' : '海港厅3')
    await page.locator('#wifi-password').fill('fish;and:water')
  }
  await camera.shoot('tools-card', `${path}/card`, [sizes.laptop, sizes.upright], trainer, fillWifi)
  for (const paper of ['a4', 'a5', 'cards']) {
    for (const wifi of ['wifi', 'no-wifi']) {
      await camera.shoot(`tools-card-paper-${paper}-${wifi}`, `${path}/card`, [sizes.paper], trainer, async (page) => {
        if (wifi === 'wifi') await fillWifi(page)
        await page.locator(`input[value="${paper}"]`).check()
        await page.emulateMedia({ media: 'print' })
      })
    }
  }

  await control.send('freeze:set', { on: true })
  await camera.shoot('tools-eyes-front', `/class/${classId}`, devices, participant)
  await camera.shoot('tools-console-frozen', path, faces, trainer)
  await control.send('freeze:set', { on: false })

  const members = async (page: Page, size: Size): Promise<void> => {
    await part(page, size, 'groups')
    await page.getByRole('region', { name: words.wall.label }).getByRole('listitem').getByRole('button').first().click()
    await page.getByRole('tab', { name: words.tab.members }).click()
  }
  await camera.shoot('tools-regroup', path, faces, trainer, async (page, size) => {
    await members(page, size)
    await page.getByRole('button', { name: words.regroup.split }).click()
    await page.getByRole('checkbox').first().check()
  })
  const [, , third, fourth] = groups
  if (third && fourth) {
    await control.send('group:merge', { groupId: third.id, into: fourth.id })
    await camera.shoot('tools-archived', path, laptops, trainer, (page) => page.locator('details summary').filter({ hasText: '1' }).first().click())
    await control.send('group:restore', { groupId: third.id })
  }
}

/** The last of all: the names are gone after it. */
export async function photographWipe({ camera, locale, trainer }: Pick<ToolsParts, 'camera' | 'locale' | 'trainer'>): Promise<void> {
  const words = front[locale]
  const ask = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(words.more.replace('{title}', '')) }).first().click()
    await page.getByRole('menuitem', { name: words.wipeNames.button }).click()
  }
  await camera.shoot('tools-wipe-names', '/trainer', [sizes.laptop, sizes.phone], trainer, ask)
  await camera.shoot('tools-receipt', '/trainer', [sizes.laptop], trainer, async (page) => {
    await ask(page)
    const code = /\d{6}/.exec(await page.locator('label[for="wipe-code"]').innerText())?.[0] ?? ''
    await page.locator('#wipe-code').fill(code)
    await page.getByRole('button', { name: words.wipeNames.confirm }).click()
    await page.getByRole('heading', { name: words.receipt.title.names }).waitFor()
  })
}
