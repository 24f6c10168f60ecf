import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { messages as commonWords } from '../../client/app/messages.ts'
import { messages as mapWords } from '../../client/features/map/messages.ts'
import { messages as scaleWords } from '../../client/features/scale/messages.ts'
import { messages as strategyWords } from '../../client/features/strategy/messages.ts'
import { messages as uspWords } from '../../client/features/usp/messages.ts'
import { sampleGroups } from '../../shared/course/samples.ts'
import { inLanguage, isLocale, type Locale, locales } from '../../shared/language/locale.ts'
import type { ProjectorScene } from '../../shared/protocol/commands.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { type ControlLine, openControl, signInTrainer, trainerAuth } from '../simulator/api.ts'
import { joinClass, workUpTo } from '../simulator/classPlay.ts'
import { listUsps, writeStrategies } from '../simulator/groupPlay.ts'
import { startBuiltServer } from '../support/builtServer.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { chromiumArguments, findChromium, howToInstall, installChromium } from '../support/chromium.mjs'
import { photographFiles } from './files.ts'
import { photographAlone } from './alone.ts'
import { photographAsking } from './asking.ts'
import { photographComparison } from './comparison.ts'
import { photographCourses } from './courses.ts'
import { beamers, type Camera, createCamera, devices, laptops, type Size, sizes, type Visitor } from './camera.ts'
import { photographEnded } from './ended.ts'
import { photographLastTime } from './lastTime.ts'
import { moveCustomers } from './moveCustomers.ts'
import { photographSharing } from './sharing.ts'
import { desk, goTo, openPlace, type Studio, workspace } from './studio.ts'
import { photographTakeHome } from './takeHome.ts'
import { photographTimer } from './timer.ts'
import { photographTools, photographWipe } from './tools.ts'

/**
 * Every face and state in the sizes of the rooms, in each language, to `screenshots/<language>/`. A word on the command
 * line takes only the shots whose names contain it, `usp|strateg` those with either; a language, only those in it; `390x844`,
 * only those of that size.
 */
const given = process.argv.slice(2)
const chosen = given.filter(isLocale)
const sizesGiven = given.filter((word) => /^\d+x\d+$/.test(word))
const only = given.find((word) => !isLocale(word) && !sizesGiven.includes(word)) ?? ''
const wanted = new RegExp(only)
const isWantedSize = ({ width, height }: Size): boolean => sizesGiven.length === 0 || sizesGiven.includes(`${width}x${height}`)
const common = inEveryLanguage(commonWords)
const map = inEveryLanguage(mapWords)
const scale = inEveryLanguage(scaleWords)
const strategy = inEveryLanguage(strategyWords)
const usp = inEveryLanguage(uspWords)
const root = fileURLToPath(new URL('../../screenshots/', import.meta.url))
installChromium()
const executablePath = findChromium()
if (!executablePath) throw new Error(howToInstall)
const browser = await chromium.launch({ executablePath, args: chromiumArguments })
if (given.length === 0) await rm(root, { recursive: true, force: true })
for (const locale of chosen.length > 0 ? chosen : locales) await photograph(browser, locale)
await browser.close()

async function photograph(using: Browser, locale: Locale): Promise<void> {
  const server = await startBuiltServer({ locale })
  const all = createCamera(using, server, locale, `${root}${locale}`)
  const camera: typeof all = { ...all, shoot: async (name, path, at, ...rest) => { if (wanted.test(name)) await all.shoot(name, path, at.filter(isWantedSize), ...rest) } }
  const trainer = await signInTrainer(server.localUrl, server.trainerKey)
  await camera.shoot('trainer-signed-out', '/trainer', [sizes.laptop, sizes.phone])
  await camera.shoot('trainer-no-classes', '/trainer', [sizes.laptop], { cookie: trainer.cookie })
  const classId = await trainer.createClass({ groups: 6, trainerName: locale === 'en' ? 'Ms Li' : '李老师' })
  const control = openControl<TrainerView>(server.localUrl, trainerAuth(classId), trainer.cookie)
  const { groups, class: { code } } = await control.view()
  for (const group of groups) {
    const sample = sampleGroups[group.index]
    if (sample) await control.send('group:rename', { groupId: group.id, name: inLanguage(sample.name, locale) })
  }
  await control.send('projector:set', { locale, showPeople: true })
  const projectorPath = `/projector#token=${await trainer.projectorToken(classId)}`
  const show = (scene: ProjectorScene): Promise<unknown> => control.send('projector:show', { scene })

  // The doors open.
  await camera.shoot('join-code', '/', devices)
  await camera.shoot('join-wrong-code', '/j/000000', [sizes.phone])
  await camera.shoot('join', `/j/${code}`, devices)
  await camera.shoot('projector-lobby-empty', projectorPath, beamers)
  const simulated = await joinClass({ baseUrl: server.localUrl, code, locale, speed: Infinity, seed: 7 })
  const tablet = simulated.plays[0]?.tablets[0]
  if (!tablet) throw new Error('nobody came')
  const seat = { seat: { tablet, classId, code, readUntil: 0 } }
  const path = `/class/${classId}`
  await camera.shoot('join-again', `/j/${code}`, [sizes.phone], seat)
  await camera.shoot('projector-lobby', projectorPath, beamers)
  await camera.shoot('workspace-before', path, devices, seat)
  await camera.shoot('console-before', `/trainer/${classId}`, laptops, { cookie: trainer.cookie })

  // The first exercise, nothing written yet.
  await goTo({ control }, 'potential')
  await control.send('timer:start', {})
  await camera.shoot('workspace-scale-empty', path, devices, seat, (page) => openTask(page, locale, 'potential'))
  const openCheckpoints = async (page: Page, size?: Size): Promise<void> => {
    if (size === sizes.phone) await page.getByRole('navigation', { name: desk[locale].parts.label }).getByRole('button', { name: desk[locale].parts.groups }).click()
    await page.getByRole('button', { name: new RegExp(inLanguage(sampleGroups[0]?.name ?? { 'zh-CN': '', en: '' }, locale)) }).first().click()
    await page.getByRole('tab', { name: desk[locale].tab.checkpoints }).click()
  }
  await camera.shoot('console-checkpoints-empty', `/trainer/${classId}`, [sizes.laptop], { cookie: trainer.cookie }, openCheckpoints)
  await workUpTo('findings', simulated, Date.now())
  for (const activity of ['relationship', 'measure', 'map', 'findings']) await goTo({ control }, activity)
  await control.send('timer:start', {})
  await simulated.plays[3]?.tablets[1]?.control.send('hand:raise', {})
  await control.send('message:send', { to: { kind: 'group', groupId: groups[1]?.id ?? '' }, text: locale === 'en' ? 'Ten minutes left.' : '还有十分钟。' })

  for (const task of ['task', 'potential', 'relationship', 'customers', 'map'] as const) {
    await camera.shoot(`workspace-${task}`, path, task === 'customers' ? [...devices, sizes.smallTablet] : devices, seat, (page) => openTask(page, locale, task))
  }
  const openView = async (page: Page, view: keyof (typeof map)['zh-CN']['views']): Promise<void> => {
    await openTask(page, locale, 'map')
    await page.getByRole('radio', { name: map[locale].views[view] }).click()
  }
  await camera.shoot('workspace-map-places', path, devices, seat, (page) => openView(page, 'map'))
  await camera.shoot('workspace-map-findings', path, devices, seat, (page) => openView(page, 'findings'))
  for (const part of ['moves', 'decisions'] as const) {
    await camera.shoot(`workspace-map-${part}`, path, devices, seat, async (page) => {
      await openView(page, 'findings')
      await page.getByRole('region', { name: map[locale][part].title }).evaluate((section) => window.scrollTo({ top: section.getBoundingClientRect().top + window.scrollY - 130 }))
    })
  }
  await camera.shoot('workspace-map-checks', path, devices, seat, (page) => openView(page, 'checks'))
  await camera.shoot('workspace-map-fragile', path, [sizes.phone], seat, async (page) => {
    await openView(page, 'checks')
    await page.getByRole('region', { name: map[locale].firm.title }).evaluate((section) => window.scrollTo({ top: section.getBoundingClientRect().top + window.scrollY - 130 }))
  })
  await camera.shoot('workspace-map-on-sheet', path, [sizes.phone], seat, async (page) => {
    await openView(page, 'findings')
    await page.getByRole('button', { name: map[locale].onMap }).first().click()
  })
  const factorName = tablet.work().scales.potential.factors[0]?.name ?? ''
  await camera.shoot('workspace-factor', path, devices, seat, async (page) => {
    await openTask(page, locale, 'potential')
    await page.getByRole('button', { name: scale[locale].row.open.replace('{name}', factorName) }).click()
  })
  await camera.shoot('workspace-library', path, devices, seat, async (page) => {
    await openTask(page, locale, 'relationship')
    await page.getByRole('button', { name: scale[locale].borrow }).first().click()
  })

  for (const round of [1, 2]) {
    await moveCustomers(simulated, round)
    await goTo({ control }, round === 1 ? 'map' : 'findings')
  }
  const film = { kind: 'replay', groupId: groups[0]?.id ?? '' } as const
  for (const theme of ['light', 'dark'] as const) {
    await control.send('projector:set', { theme })
    const scenes: Record<string, ProjectorScene> = {
      agenda: { kind: 'agenda' }, timer: { kind: 'timer' }, progress: { kind: 'progress' }, map: { kind: 'map', mode: 'all' },
      'map-multiples': { kind: 'map', mode: 'multiples' }, 'map-lit': { kind: 'map', mode: 'lit', groupId: groups[0]?.id ?? '' },
      'spotlight-scale': { kind: 'spotlight', groupId: groups[0]?.id ?? '', part: 'potential' }, 'spotlight-map': { kind: 'spotlight', groupId: groups[4]?.id ?? '', part: 'map' }, lobby: { kind: 'lobby' }, blank: { kind: 'blank' },
      comparison: { kind: 'comparison', axis: 'potential' }, findings: { kind: 'findings' }, 'spotlight-findings': { kind: 'spotlight', groupId: groups[0]?.id ?? '', part: 'findings' }, 'spotlight-gut': { kind: 'spotlight', groupId: groups[0]?.id ?? '', part: 'gut' },
      'replay': { ...film, mode: 'paused', from: 1 }, 'replay-all': { ...film, groupId: null, mode: 'paused', from: 1 }, 'replay-still': { ...film, mode: 'still' }, 'replay-all-still': { ...film, groupId: null, mode: 'still' },
    }
    for (const [name, scene] of Object.entries(scenes)) {
      await show(scene)
      await camera.shoot(`projector-${name}-${theme}`, projectorPath, theme === 'light' ? beamers : [sizes.beamer])
    }
  }
  await control.send('projector:set', { theme: 'light', showCustomers: true })
  if (wanted.test('projector-timer')) await photographTimer({ camera, control, locale, projectorPath })
  await show({ kind: 'map', mode: 'all' })
  await camera.shoot('projector-map-names', projectorPath, beamers)
  await show({ kind: 'spotlight', groupId: groups[0]?.id ?? '', part: 'findings' })
  await camera.shoot('projector-spotlight-findings-names', projectorPath, beamers)
  await show({ ...film, mode: 'paused', from: 1 })
  await camera.shoot('console-replay', `/trainer/${classId}`, laptops, { cookie: trainer.cookie }, (page) => page.getByRole('group', { name: desk[locale].replay.label }).scrollIntoViewIfNeeded())
  await show({ kind: 'map', mode: 'all' })

  const cookie = { cookie: trainer.cookie }
  await camera.shoot('trainer-classes', '/trainer', [...laptops, sizes.phone], cookie)
  await camera.shoot('console', `/trainer/${classId}`, [...laptops, sizes.phone], cookie)
  await camera.shoot('console-group', `/trainer/${classId}`, laptops, cookie, async (page) => {
    await page.getByRole('button', { name: new RegExp(inLanguage(sampleGroups[0]?.name ?? { 'zh-CN': '', en: '' }, locale)) }).first().click()
  })
  // Something to go back from.
  await tablet.typeFactor('potential', locale === 'en' ? 'Speed of payment' : '付款速度')
  await tablet.addCustomer(locale === 'en' ? 'Harbour Works' : '港口机械厂')
  tablet.weigh('relationship', new Map(tablet.work().scales.relationship.factors.slice(0, 2).map(({ id }, place) => [id, 10 + place])))
  const { checkpoints: words } = desk[locale]
  const compare = async (page: Page, size?: Size): Promise<void> => {
    await openCheckpoints(page, size)
    await page.getByRole('button', { name: new RegExp(words.reason['exercise-end']) }).last().click()
    await page.getByRole('button', { name: words.goBack }).waitFor()
  }
  await camera.shoot('console-checkpoints', `/trainer/${classId}`, [...laptops, sizes.phone], cookie, compare)
  await camera.shoot('console-checkpoints-confirm', `/trainer/${classId}`, [sizes.laptop], cookie, async (page) => {
    await compare(page)
    await page.getByRole('button', { name: words.goBack }).click()
  })
  await camera.shoot('console-checkpoints-restored', `/trainer/${classId}`, [sizes.laptop], cookie, async (page) => {
    await compare(page)
    await page.getByRole('button', { name: words.goBack }).click()
    await page.getByRole('button', { name: words.confirm.go, exact: true }).click()
    await page.getByRole('button', { name: words.goBack }).waitFor({ state: 'hidden' })
  })
  await camera.shoot('workspace-checkpoints-restored', path, [sizes.tablet, sizes.phone], seat, (page) => openTask(page, locale, 'potential'))
  seat.seat.readUntil = Date.now()
  await camera.shoot('console-shortcuts', `/trainer/${classId}`, [sizes.laptop], cookie, (page) => page.keyboard.press('?'))

  const studio: Studio = { camera, locale, url: server.localUrl, api: trainer, control, classId, simulated, path, seat, consolePath: `/trainer/${classId}`, trainer: cookie, projectorPath }
  if (only === '' || only.includes('alone')) await photographAlone(studio)
  await photographTools({ camera, control, locale, classId, code, projectorPath, trainer: cookie, participant: seat })
  await photographStrategies(camera, { control, simulated, locale, path, seat, cookie, classId, projectorPath })
  if (wanted.test('share-')) await photographSharing(studio)
  await photographAsking(studio)
  await photographTakeHome({ camera, control, locale, classId, groupIds: groups.map(({ id }) => id), path, trainer: cookie, participant: seat })
  await photographFiles(studio)

  await photographCourses({ camera, locale, api: trainer, consolePath: `/trainer/${classId}`, trainer: cookie })

  // Locked, then gone.
  await control.send('lock:close', { groupIds: null, inMs: 0 })
  await camera.shoot('workspace-locked', path, devices, seat, (page) => openTask(page, locale, 'potential'))
  const openStrategy = async (page: Page): Promise<void> => {
    await page.getByRole('navigation', { name: workspace[locale].rail }).getByRole('button', { name: new RegExp(`^${strategy[locale].place}`) }).click()
  }
  const openPlan = async (page: Page): Promise<void> => {
    await openStrategy(page)
    await page.getByRole('button', { name: new RegExp(strategy[locale].subject.quadrant.replace('{quadrant}', common[locale].quadrant.attack)) }).first().click()
    await page.getByRole('tab', { name: new RegExp(strategy[locale].check.plan) }).click()
  }
  await camera.shoot('workspace-strategy-locked', path, devices, seat, openStrategy)
  await camera.shoot('workspace-strategy-plan-locked', path, devices, seat, openPlan)
  await camera.shoot('console-locked', `/trainer/${classId}`, [sizes.laptop], cookie)
  await control.send('lock:open', { groupIds: null })
  const left = await Promise.all([
    camera.open(path, sizes.phone, seat), camera.open(path, sizes.tablet, seat), camera.open(`/trainer/${classId}`, sizes.laptop, cookie), camera.open(projectorPath, sizes.beamer), camera.open(`/j/${code}`, sizes.phone),
  ])
  if (wanted.test('workspace-strategy-offline')) for (const size of [sizes.phone, sizes.tablet]) {
    const page = await camera.open(path, size, seat)
    await openPlan(page)
    left.push(page)
  }
  control.close()
  simulated.leave()
  if (wanted.test('ended') || wanted.test('archive')) await photographEnded({ camera, url: server.localUrl, locale, trainer })
  if (wanted.test('comparison')) await photographComparison({ camera, url: server.localUrl, trainer, locale })
  await photographWipe({ camera, locale, trainer: cookie })
  await server.kill()
  for (const [index, name] of ['workspace-offline', 'workspace-offline', 'console-offline', 'projector-offline', 'join-offline', 'workspace-strategy-offline', 'workspace-strategy-offline'].entries()) {
    const page = left[index]
    if (!page) continue
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 6_000)))
    if (wanted.test(name)) await all.snap(page, name)
    await page.context().close()
  }
  if (wanted.test('last-time')) await photographLastTime({ camera, server, locale })
  await server.dispose()
  console.log(`${locale}: ${root}${locale}`)
}

interface Afternoon {
  readonly control: ControlLine<TrainerView>
  readonly simulated: Awaited<ReturnType<typeof joinClass>>
  readonly locale: Locale
  readonly path: string
  readonly seat: Visitor
  readonly cookie: Visitor
  readonly classId: string
  readonly projectorPath: string
}
/** USPs and strategies: empty, then written, on every face. */
async function photographStrategies(camera: Camera, { control, simulated, locale, path, seat, cookie, classId, projectorPath }: Afternoon): Promise<void> {
  const { place: uspPlace } = usp[locale]
  const { place: strategyPlace } = strategy[locale]
  await goTo({ control }, 'usp')
  await camera.shoot('workspace-usp-empty', path, devices, seat, (page) => openPlace(page, locale, uspPlace))
  await goTo({ control }, 'strategy')
  await camera.shoot('workspace-strategy-empty', path, devices, seat, (page) => openPlace(page, locale, strategyPlace))
  await Promise.all(simulated.plays.map(async (play) => {
    await listUsps(play)
    await writeStrategies(play, Date.now())
  }))
  await camera.shoot('workspace-usp', path, devices, seat, (page) => openPlace(page, locale, uspPlace))
  await camera.shoot('workspace-usp-one', path, devices, seat, async (page) => {
    await openPlace(page, locale, uspPlace)
    await page.getByRole('region', { name: usp[locale].top.title }).getByRole('listitem').first().getByRole('button').click()
  })
  await camera.shoot('workspace-strategy', path, devices, seat, (page) => openPlace(page, locale, strategyPlace))
  for (const step of ['goal', 'analysis', 'approach', 'plan', 'monitor', 'improve'] as const) {
    await camera.shoot(`workspace-strategy-${step}`, path, devices, seat, async (page) => {
      await openPlace(page, locale, strategyPlace)
      await page.getByRole('button', { name: new RegExp(strategy[locale].subject.quadrant.replace('{quadrant}', common[locale].quadrant.attack)) }).first().click()
      await page.getByRole('tab', { name: new RegExp(strategy[locale].check[step]) }).click()
    })
  }
  const { groups } = await control.view()
  const groupId = groups[0]?.id ?? ''
  for (const shown of [false, true]) {
    await control.send('projector:set', { theme: 'light', showCustomers: shown })
    const scenes: Record<string, ProjectorScene> = {
      'usp-wall': { kind: 'usp-wall' }, 'spotlight-usp': { kind: 'spotlight', groupId, part: 'usp' }, 'spotlight-strategy': { kind: 'spotlight', groupId, part: 'strategy' }, 'spotlight-strategy-kept': { kind: 'spotlight', groupId: groups[2]?.id ?? '', part: 'strategy' }, 'progress-strategy': { kind: 'progress' },
    }
    for (const [name, scene] of Object.entries(scenes)) {
      await control.send('projector:show', { scene })
      await camera.shoot(`projector-${name}-${shown ? 'named' : 'masked'}`, projectorPath, beamers)
    }
  }
  await control.send('projector:show', { scene: { kind: 'spotlight', groupId, part: 'strategy' } })
  for (const tab of ['usps', 'strategies'] as const) {
    await camera.shoot(`console-${tab}`, `/trainer/${classId}`, laptops, cookie, async (page) => {
      await page.getByRole('button', { name: new RegExp(inLanguage(sampleGroups[0]?.name ?? { 'zh-CN': '', en: '' }, locale)) }).first().click()
      await page.getByRole('tab', { name: desk[locale].tab[tab] }).click()
    })
  }
  await camera.shoot('console-strategy-scene', `/trainer/${classId}`, [sizes.laptop], cookie)
}

// A declaration: the pictures are taken before this line is reached.
function openTask(page: Page, locale: Locale, task: keyof (typeof workspace)['zh-CN']['tasks']): Promise<void> {
  return openPlace(page, locale, workspace[locale].tasks[task])
}
