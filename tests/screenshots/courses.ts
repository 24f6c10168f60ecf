import { messages as deskWords } from '../../client/features/console/messages.ts'
import { messages as coursesWords } from '../../client/features/courses/messages.ts'
import { messages as frontWords } from '../../client/features/trainer/messages.ts'
import type { Locale } from '../../shared/language/locale.ts'
import type { CourseListing } from '../../shared/protocol/http.ts'
import type { TrainerApi } from '../simulator/api.ts'
import { inEveryLanguage } from '../words/traditional.ts'
import { type Camera, laptops, type Size, sizes, type Visitor } from './camera.ts'

const desk = inEveryLanguage(deskWords)
const courses = inEveryLanguage(coursesWords)
const front = inEveryLanguage(frontWords)
const faces: readonly Size[] = [...laptops, sizes.phone]

/** What classes are made from, the day's times, and what is done with a class afterwards. */
export async function photographCourses({ camera, locale, api, consolePath, trainer }: {
  readonly camera: Pick<Camera, 'shoot'>
  readonly locale: Locale
  readonly api: TrainerApi
  readonly consolePath: string
  readonly trainer: Visitor
}): Promise<void> {
  const words = courses[locale]
  const [builtIn] = await api.call<readonly CourseListing[]>('GET', '/api/courses')
  const title = locale === 'en' ? { 'zh-CN': '客户评估（一天）', en: 'Assessing customers, one day' } : { 'zh-CN': '客户评估（一天）', en: '' }
  const { id } = await api.call<{ readonly id: string }>('POST', `/api/courses/${builtIn?.id ?? ''}/duplicate`, { title })
  await camera.shoot('course-list', '/trainer/courses', faces, trainer)
  await camera.shoot('course-built-in', `/trainer/courses/${builtIn?.id ?? ''}`, faces, trainer)
  await camera.shoot('course-own', `/trainer/courses/${id}`, faces, trainer)
  await camera.shoot('course-item', `/trainer/courses/${id}`, faces, trainer, (page) => page.locator('[data-row]').nth(3).getByRole('button').first().click())
  await camera.shoot('course-new-item', `/trainer/courses/${id}`, [sizes.laptop, sizes.phone], trainer, (page) => page.getByRole('button', { name: new RegExp(`^(${words.add}|${words.addBehind})$`) }).first().click())
  await camera.shoot('course-console-add', consolePath, faces, trainer, async (page, size) => {
    if (size === sizes.phone) await page.getByRole('navigation', { name: desk[locale].parts.label }).getByRole('button', { name: desk[locale].parts.agenda }).click()
    await page.getByRole('button', { name: desk[locale].agenda.add }).click()
  })
  await camera.shoot('course-console-times', consolePath, faces, trainer, async (page, size) => {
    if (size === sizes.phone) await page.getByRole('navigation', { name: desk[locale].parts.label }).getByRole('button', { name: desk[locale].parts.agenda }).click()
    await page.getByRole('button', { name: desk[locale].day.open }).click()
  })
  await camera.shoot('course-console-times-paper', consolePath, [sizes.paper], trainer, async (page) => {
    await page.getByRole('navigation', { name: desk[locale].parts.label }).getByRole('button', { name: desk[locale].parts.agenda }).click()
    await page.getByRole('button', { name: desk[locale].day.open }).click()
    await page.emulateMedia({ media: 'print' })
  })
  await camera.shoot('course-class-menu', '/trainer', [sizes.laptop, sizes.phone], trainer, (page) => page.getByRole('button', { name: new RegExp(front[locale].more.replace('{title}', '')) }).first().click())
  await camera.shoot('course-create-class', '/trainer', faces, trainer, (page) => page.getByRole('button', { name: front[locale].create.button }).first().click())
}
