import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { workUpTo } from '../simulator/classPlay.ts'
import { expect, phone, test, type Classroom } from './classroom.ts'
import { openTask } from './scale.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tasks = ['任务', '潜力', '关系', '客户', '地图'] as const
/** In the order of the rail: the case is open by then, too. */
const railTasks = ['任务', '案例', '潜力', '关系', '客户', '地图'] as const

/** What axe finds, each with the elements it is about. Evaluated, as the content policy lets no script tag in. */
async function violations(page: Page): Promise<string[]> {
  // A text that is fading in has no contrast yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))))
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const { violations: found } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }))
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 5).map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n').at(1)?.trim() ?? ''}`).join('; ')}`)
}
const scrollsSideways = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Controls smaller than a finger: by what can be hit, so a field's label counts for it. Links inside a sentence may be as high as it is. */
const tooSmall = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [role="button"], [role="slider"], [role="tab"]')]
  .flatMap((control) => {
    const target = control.matches('input[type="radio"], input[type="checkbox"]') ? control.closest('label') ?? control : control
    const { width, height } = target.getBoundingClientRect()
    if (!target.checkVisibility({ checkVisibilityCSS: true }) || width <= 1 || (width >= 43.5 && height >= 43.5)) return []
    return [`${control.tagName.toLowerCase()} "${(control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 30)}" ${Math.round(width)}×${Math.round(height)}`]
  }))

/** A class that has done everything up to the findings. */
async function classAtWork(classroom: Classroom): Promise<void> {
  await workUpTo('findings', await classroom.simulate(2), Date.now())
  for (const number of ['3.2', '4.2', '5.2', '6.2']) await classroom.goTo(number)
  await classroom.control.send('timer:start', {})
}

const locales = ['zh-CN', 'en-US'] as const
type Tongue = (typeof locales)[number]

/** Two pages at a time: each has a process of its own. */
const inEither = (work: (locale: Tongue) => Promise<void>): Promise<unknown> => Promise.all(locales.map((locale) => test.step(locale, () => work(locale))))

test('axe finds nothing on the way in and on the group\'s faces, in either language', async ({ classroom }) => {
  await classAtWork(classroom)
  await inEither(async (locale) => {
    const door = await classroom.visit(`/j/${classroom.code}`, { locale })
    await expect(door.getByRole('radio')).toHaveCount(3)
    expect(await violations(door)).toEqual([])
    const start = await classroom.visit('/', { locale })
    await expect(start.getByRole('textbox')).toBeVisible()
    expect(await violations(start)).toEqual([])

    const page = await classroom.join(locale, 0, { locale })
    const rail = page.getByRole('navigation').first().getByRole('button')
    for (const [index, task] of railTasks.entries()) {
      await rail.nth(index).click()
      await expect(rail.nth(index)).toHaveAttribute('aria-current', 'page')
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      expect.soft(await violations(page), `${task} ${locale}`).toEqual([])
    }
    await page.getByRole('button', { name: /更多|More/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
})

async function auditConsole(classroom: Classroom, locale: Tongue): Promise<void> {
  const desk = await classroom.console({ locale })
  await expect(desk.getByRole('timer')).toBeVisible()
  expect(await violations(desk)).toEqual([])
  await desk.getByRole('button', { name: /查看 A 组|Open Group A/ }).click()
  for (const tab of await desk.getByRole('tab').all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await expect(desk.getByRole('tabpanel')).not.toHaveAttribute('aria-busy', 'true')
    expect.soft(await violations(desk), await tab.innerText()).toEqual([])
  }
}

async function auditScenes(classroom: Classroom, locale: Tongue, themes: readonly ('light' | 'dark')[]): Promise<void> {
  await classroom.control.send('projector:set', { locale: locale === 'zh-CN' ? 'zh-CN' : 'en' })
  const screen = await classroom.projector({ locale })
  const groupId = classroom.groupId(0)
  for (const [scene, drawn] of [
    [{ kind: 'lobby' }, 'lobby'], [{ kind: 'agenda' }, 'card'], [{ kind: 'timer' }, 'timer'], [{ kind: 'progress' }, 'progress'],
    [{ kind: 'map', mode: 'all' }, 'maps'], [{ kind: 'map', mode: 'multiples' }, 'maps.is-multiples'], [{ kind: 'map', mode: 'lit', groupId }, 'maps:not(.is-multiples)'],
    [{ kind: 'spotlight', groupId, part: 'potential' }, 'spot:has(.board)'], [{ kind: 'spotlight', groupId, part: 'map' }, 'spot:has(.spot-map)'],
  ] as const) {
    for (const theme of themes) {
      await classroom.control.send('projector:set', { theme })
      await classroom.control.send('projector:show', { scene })
      // One scene makes way for the next.
      await expect(screen.locator(`.stage-scene.${drawn}`)).toHaveCount(1)
      await expect(screen.locator('.stage-scene')).toHaveCount(1)
      await expect(screen.locator('.projector-dark')).toHaveCount(theme === 'dark' ? 1 : 0)
      expect.soft(await violations(screen), `${JSON.stringify(scene)} ${theme} ${locale}`).toEqual([])
    }
  }
}

test('axe finds nothing on the console, in either language', async ({ classroom }) => {
  await classAtWork(classroom)
  await inEither((locale) => auditConsole(classroom, locale))
})

test('axe finds nothing on the projector, in either language', async ({ classroom }) => {
  await classAtWork(classroom)
  // It has one language for all; its colours don't depend on it.
  await test.step('zh-CN', () => auditScenes(classroom, 'zh-CN', ['light', 'dark']))
  await test.step('en-US', () => auditScenes(classroom, 'en-US', ['light']))
})

test('by keyboard alone: in by the code, to the scale, a factor with its words and its weight', async ({ classroom }) => {
  await classroom.goTo('3.2')
  const page = await classroom.visit('/')
  await expect(page.getByRole('textbox', { name: '六位课堂号码' })).toBeFocused()
  await page.keyboard.type(classroom.code)
  await expect(page.getByRole('textbox', { name: '你的名字' })).toBeFocused()
  await page.keyboard.type('Ada')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^B/ })).toBeVisible()

  const reach = async (name: string | RegExp): Promise<void> => {
    const wanted = page.getByRole('button', { name }).first()
    await expect(wanted).toBeVisible()
    for (let pressed = 0; pressed < 60 && !(await wanted.evaluate((element) => element === document.activeElement)); pressed++) await page.keyboard.press('Tab')
    await expect(wanted).toBeFocused()
  }
  await reach(/^潜力/)
  await page.keyboard.press('Enter')
  await reach('添加因素')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '名称', exact: true })).toBeFocused()
  await page.keyboard.type('年采购额')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: '权重', exact: true })).toBeFocused()
  await page.keyboard.type('30')
  await page.keyboard.press('Tab')
  await page.keyboard.type('含税')
  await expect(page.getByRole('textbox', { name: '定义', exact: true })).toHaveValue('含税')
  await expect(page.getByRole('textbox', { name: '“年采购额”的权重' })).toHaveValue('30')
})

test('on a phone nothing scrolls sideways, and everything that is tapped has the size of a finger', async ({ classroom }) => {
  await classAtWork(classroom)
  const door = await classroom.visit(`/j/${classroom.code}`, { viewport: phone, touch: true })
  await expect(door.getByRole('radio')).toHaveCount(3)
  expect(await tooSmall(door)).toEqual([])
  const page = await classroom.join('王小明', 0, { viewport: phone, touch: true })
  const desk = await classroom.console({ viewport: phone, touch: true })
  const start = await classroom.visit('/', { viewport: phone, touch: true })
  for (const task of tasks) {
    await openTask(page, task)
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    expect(await scrollsSideways(page), task).toBe(false)
    expect(await tooSmall(page), task).toEqual([])
  }
  await openTask(page, '潜力')
  await page.getByRole('button', { name: /^编辑/ }).first().tap()
  await expect(page.getByRole('textbox', { name: '定义', exact: true })).toBeVisible()
  expect(await scrollsSideways(page)).toBe(false)
  expect(await tooSmall(page)).toEqual([])
  for (const face of [door, start, desk]) expect(await scrollsSideways(face)).toBe(false)
  for (const part of ['课堂', '小组', '日程', '投影']) {
    await desk.getByRole('navigation', { name: '控制台的部分' }).getByRole('button', { name: part }).tap()
    expect(await scrollsSideways(desk), part).toBe(false)
  }
})

test('on a tablet in the hand, both ways up, everything that is tapped has the size of a finger', async ({ classroom }) => {
  await classAtWork(classroom)
  const page = await classroom.join('王小明', 0, { viewport: { width: 768, height: 1024 }, touch: true })
  for (const viewport of [{ width: 768, height: 1024 }, { width: 1180, height: 820 }]) {
    await page.setViewportSize(viewport)
    for (const task of tasks) {
      await openTask(page, task)
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      expect(await scrollsSideways(page), task).toBe(false)
      expect(await tooSmall(page), task).toEqual([])
    }
  }
})
