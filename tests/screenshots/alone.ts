import type { Page } from '@playwright/test'
import { messages as aloneWords } from '../../client/features/alone/messages.ts'
import { type AloneExercise, kindOf } from '../../shared/alone/model.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { enterAlone, showAlone } from '../simulator/alonePlay.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { beamers, devices, laptops, sizes } from './camera.ts'
import { desk, goTo, openPlace, show, type Studio, workspace } from './studio.ts'

const alone = inEveryLanguage(aloneWords)
const places = { 'ideas-potential': 'potential', 'weights-potential': 'potential', grades: 'customers' } as const
type Photographed = keyof typeof places

async function openExercise(page: Page, locale: Locale, exercise: Photographed): Promise<void> {
  await openPlace(page, locale, workspace[locale].tasks[places[exercise]])
  await page.getByRole('region', { name: alone[locale].label }).waitFor()
}

/** What is done alone first: my entry, the others waiting, the strips once it is shown; the trainer's side and the room's. */
export async function photographAlone(studio: Studio): Promise<void> {
  const { camera, locale, control, simulated: { plays }, path, seat, consolePath, trainer, projectorPath } = studio
  const [first, second] = plays
  if (!first || !second) return
  const [me, ...others] = first.tablets
  if (!me) return
  const { groups } = await control.view()
  const shoot = (name: string, exercise: Photographed, pose?: (page: Page) => Promise<void>): Promise<void> => camera.shoot(`alone-${name}`, path, devices, seat, async (page) => {
    await openExercise(page, locale, exercise)
    await pose?.(page)
  })
  for (const exercise of ['ideas-potential', 'weights-potential', 'grades'] as const) {
    const name = kindOf(exercise)
    await goTo(studio, places[exercise] === 'customers' ? 'measure' : 'potential')
    const scene = { kind: 'alone', groupId: groups[0]?.id ?? '', exercise } as const
    await openInAll(studio, exercise)
    if (exercise === 'grades') await shoot('grades-folded', exercise)
    await shoot(`${name}-empty`, exercise, (page) => unfold(page, locale))
    // All but me are done, and one of the second group is not.
    await enterAlone({ ...first, tablets: others }, exercise)
    await enterAlone(second, exercise, 1)
    await show(studio, scene)
    if (exercise === 'weights-potential') await camera.shoot('alone-projector-waiting', projectorPath, [sizes.beamer])
    await enterAlone({ ...first, tablets: [me] }, exercise)
    await shoot(`${name}-done`, exercise, (page) => unfold(page, locale))
    if (exercise === 'weights-potential') {
      await camera.shoot('alone-console', consolePath, [...laptops, sizes.phone], trainer)
      await camera.shoot('alone-console-sheet', consolePath, [...laptops, sizes.phone], trainer, (page) => openSheet(page, locale))
    }
    await showAlone(first, exercise)
    await shoot(`${name}-shown`, exercise)
    if (exercise !== 'ideas-potential') {
      await shoot(`${name}-own`, exercise, (page) => page.locator('button[aria-pressed][aria-expanded]').first().click())
    }
    await camera.shoot(`alone-projector-${name}`, projectorPath, beamers)
  }
  await goTo(studio, 'findings')
  await camera.shoot('alone-console-shown', consolePath, [sizes.laptop], trainer, (page) => openSheet(page, locale))
}

/** Grading waits to be opened, the others are open. */
async function unfold(page: Page, locale: Locale): Promise<void> {
  const card = page.getByRole('region', { name: alone[locale].label })
  if (await card.locator('button[aria-expanded="true"]').count() === 0) await card.locator('button[aria-expanded="false"]').first().click()
}
async function openInAll({ control }: Studio, exercise: AloneExercise): Promise<void> {
  const open = (await control.view()).alone.filter((round) => round.exercise === exercise && round.state === 'open')
  if (open.length > 0) await control.send('alone:drop', { exercise, rounds: open.map(({ groupId, number }) => ({ groupId, number })) })
  await control.send('alone:open', { exercise, groupIds: null, customerIds: [], graderIds: null })
}
async function openSheet(page: Page, locale: Locale): Promise<void> {
  const card = page.getByRole('region', { name: desk[locale].alone.label })
  // What earlier items left open is folded.
  await card.locator('[aria-expanded="false"]').click({ timeout: 1_000 }).catch(() => undefined)
  await card.getByRole('button', { name: desk[locale].alone.sheet }).last().click()
}
