import type { Page } from '@playwright/test'
import { messages as sharingWords } from '../../client/features/sharing/messages.ts'
import { defaultRubric } from '../../shared/sharing/model.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import { openControl, tokenAuth } from '../simulator/api.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { beamers, devices, laptops, sizes } from './camera.ts'
import { desk, goTo, openPlace, type Studio } from './studio.ts'

const sharing = inEveryLanguage(sharingWords)

/** Groups share: the order, in the audience, on the stage with the remote control, and what came of the scores. */
export async function photographSharing(studio: Studio): Promise<void> {
  const { camera, url, locale, control, simulated, path, seat, consolePath, trainer, projectorPath } = studio
  const { groups } = await control.view()
  const [own, other] = groups
  const driver = simulated.plays[0]?.tablets[0]
  if (!own || !other || !driver) throw new Error('nobody shares')
  const console = desk[locale].sharing
  const open = (page: Page): Promise<void> => openPlace(page, locale, sharing[locale].place)
  const run = (page: Page): Promise<void> => page.getByRole('button', { name: console.open }).click()

  await goTo(studio, 'sharing')
  await camera.shoot('share-before', path, devices, seat, open)
  await camera.shoot('share-console-before', consolePath, laptops, trainer, run)
  await control.send('share:begin', {})
  await camera.shoot('share-projector-order', projectorPath, beamers)
  await control.send('share:present', { groupId: other.id })
  await camera.shoot('share-score', path, devices, seat, open)
  const comments = locale === 'en' ? ['How did you estimate what this customer buys?', 'Your step 4 has no dates yet'] : ['这个客户的采购额是怎么估出来的？', '第四步还没有写日期']
  await Promise.all(simulated.plays.flatMap(({ tablets }) => tablets).map((tablet, place) =>
    tablet.control.send('answer:give', { topic: `score:${other.id}`, value: { points: Object.fromEntries(defaultRubric.map(({ id }, at) => [id, 2 + ((place + at) % 4)])), comment: comments[place] ?? '' } })))
  await camera.shoot('share-scored', path, devices, seat, open)
  await control.send('share:present', { groupId: own.id })
  await control.send('projector:set', { showCustomers: false })
  await camera.shoot('share-projector-map-masked', projectorPath, beamers)
  await control.send('projector:set', { showCustomers: true })
  await camera.shoot('share-drive-trainer', path, devices, seat, open)
  const hand = openControl<ParticipantView>(url, tokenAuth('participant', driver.token))
  await hand.send('share:take', {})
  const { customers } = driver.work()
  await hand.send('share:show', { artifact: { kind: 'map', customerId: customers[2]?.id ?? null } })
  await camera.shoot('share-drive', path, devices, seat, open)
  await camera.shoot('share-projector-map', projectorPath, beamers)
  for (const kind of ['potential', 'usp', 'strategy'] as const) {
    await hand.send('share:show', { artifact: kind === 'strategy' ? { kind, strategyId: null } : { kind } })
    await camera.shoot(`share-projector-${kind}`, projectorPath, beamers)
  }
  await camera.shoot('share-drive-strategy', path, [sizes.phone, sizes.tablet], seat, open)
  for (const [place, { tablets }] of simulated.plays.entries()) {
    if (place === 0) continue
    for (const [at, tablet] of tablets.entries()) {
      await tablet.control.send('answer:give', { topic: `score:${own.id}`, value: { points: Object.fromEntries(defaultRubric.map(({ id }, nth) => [id, 3 + ((place + at + nth) % 3)])), comment: at === 0 ? (comments[place % 2] ?? '') : '' } })
    }
  }
  await camera.shoot('share-console', consolePath, [...laptops, sizes.phone], trainer, async (page, size) => {
    if (size === sizes.phone) await page.getByRole('navigation', { name: desk[locale].parts.label }).getByRole('button', { name: desk[locale].parts.control }).click()
    await run(page)
  })
  await camera.shoot('share-console-rubric', consolePath, [sizes.laptop], trainer, async (page) => {
    await run(page)
    const rubric = page.getByText(console.rubric, { exact: true })
    await rubric.click()
    await rubric.scrollIntoViewIfNeeded()
  })
  // The projector shows them once the stage is clear.
  await control.send('share:scores', { groupId: own.id, shown: true })
  await camera.shoot('share-result', path, devices, seat, open)
  await control.send('share:present', { groupId: null })
  await camera.shoot('share-projector-between', projectorPath, beamers)
  await control.send('projector:set', { theme: 'dark' })
  await camera.shoot('share-projector-between-dark', projectorPath, [sizes.beamer])
  await control.send('share:present', { groupId: own.id })
  await camera.shoot('share-projector-map-dark', projectorPath, [sizes.beamer])
  await control.send('projector:set', { theme: 'light' })
  for (const group of groups) await control.send('share:present', { groupId: group.id })
  await control.send('share:present', { groupId: null })
  await camera.shoot('share-projector-thanks', projectorPath, beamers)
  await camera.shoot('share-after', path, [sizes.phone, sizes.tablet], seat, open)
  hand.close()
}
