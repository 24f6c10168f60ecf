import { createI18n } from 'vue-i18n'
import { isLocale, type Locale, locales } from '../../shared/language/locale.ts'
import { readStored, writeStored } from '../api/storage.ts'
import { messages as common } from './messages.ts'

const KEY = 'ketu.locale'

/** What the person chose on this device, else what the browser asks for, else Chinese. */
function preferredLocale(): Locale {
  const stored = readStored('local', KEY)
  if (isLocale(stored)) return stored
  return navigator.languages.some((language) => language.startsWith('zh')) || !navigator.language.startsWith('en') ? 'zh-CN' : 'en'
}

export const i18n = createI18n({
  legacy: false,
  locale: preferredLocale() as string,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': { common: common['zh-CN'] }, en: { common: common.en } } as Record<string, Record<string, object>>,
})

/** The words of each feature, a chunk of its own: a phone that joins does not load the console's. */
const words = {
  check: () => import('../features/check/messages.ts'),
  case: () => import('../features/case/messages.ts'),
  collab: () => import('../collab/messages.ts'),
  console: () => import('../features/console/messages.ts'),
  courses: () => import('../features/courses/messages.ts'),
  join: () => import('../features/join/messages.ts'),
  joincard: () => import('../features/joincard/messages.ts'),
  map: () => import('../features/map/messages.ts'),
  measure: () => import('../features/measure/messages.ts'),
  review: () => import('../features/review/messages.ts'),
  projector: () => import('../features/projector/messages.ts'),
  report: () => import('../features/report/messages.ts'),
  scale: () => import('../features/scale/messages.ts'),
  strategy: () => import('../features/strategy/messages.ts'),
  takehome: () => import('../features/takehome/messages.ts'),
  trainer: () => import('../features/trainer/messages.ts'),
  usp: () => import('../features/usp/messages.ts'),
  workspace: () => import('../features/workspace/messages.ts'),
} satisfies Record<string, () => Promise<{ readonly messages: Readonly<Record<Locale, object>> }>>
export type Feature = keyof typeof words

/** Resolves with `page` when its words are there too, both languages at once: switching is instant. */
export async function withWords<T>(features: readonly Feature[], page: Promise<T>): Promise<T> {
  await Promise.all(features.map(async (feature) => {
    const { messages } = await words[feature]()
    for (const locale of locales) i18n.global.mergeLocaleMessage(locale, { [feature]: messages[locale] })
  }))
  return page
}

export function useLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}

export function chooseLocale(locale: Locale): void {
  writeStored('local', KEY, locale)
  useLocale(locale)
}

/** The language at the start. */
export function startingLocale(): Locale {
  const locale = i18n.global.locale.value
  return isLocale(locale) ? locale : 'zh-CN'
}
