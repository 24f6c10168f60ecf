import { createI18n } from 'vue-i18n'
import { askedLocale, isLocale, type Locale } from '../../shared/language/locale.ts'
import { readStored, writeStored } from '../api/storage.ts'
import { messages as common } from './messages.ts'

const KEY = 'ketu.locale'

/** What the person chose on this device, else what the browser asks for. */
function preferredLocale(): Locale {
  const stored = readStored('local', KEY)
  if (isLocale(stored)) return stored
  return askedLocale(navigator.languages) ?? 'zh-CN'
}

export const i18n = createI18n({
  legacy: false,
  locale: preferredLocale() as string,
  fallbackLocale: 'zh-CN', // also for Traditional words that are still on their way
  messages: { 'zh-CN': { common: common['zh-CN'] }, en: { common: common.en } } as Record<string, Record<string, object>>,
})

/** The words of each feature, a chunk of its own: a phone that joins does not load the console's. */
const words = {
  alone: () => import('../features/alone/messages.ts'),
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
  followup: () => import('../features/followup/messages.ts'),
  scale: () => import('../features/scale/messages.ts'),
  sharing: () => import('../features/sharing/messages.ts'),
  strategy: () => import('../features/strategy/messages.ts'),
  takehome: () => import('../features/takehome/messages.ts'),
  trainer: () => import('../features/trainer/messages.ts'),
  usp: () => import('../features/usp/messages.ts'),
  workspace: () => import('../features/workspace/messages.ts'),
} satisfies Record<string, () => Promise<{ readonly messages: Readonly<Record<'zh-CN' | 'en', object>> }>>
export type Feature = keyof typeof words

/** Traditional Chinese is generated (`npm run words`) and comes as files of its own: who reads another language loads none of it. */
const traditional = import.meta.glob<object>(['./messages.zh-TW.json', '../collab/messages.zh-TW.json', '../features/*/messages.zh-TW.json'], { import: 'default' })
const fileOf = (part: Feature | 'common'): string => (part === 'common' ? './' : part === 'collab' ? '../collab/' : `../features/${part}/`) + 'messages.zh-TW.json'

const parts = new Set<Feature | 'common'>(['common'])
const needed = new Set<string>([i18n.global.locale.value])

async function loadTraditional(part: Feature | 'common'): Promise<void> {
  const words = await traditional[fileOf(part)]?.()
  if (words) i18n.global.mergeLocaleMessage('zh-TW', { [part]: words })
}

/** Resolves when all that this page says is there in `locale` too. Off the line Simplified words stand in until the next start. */
export async function needLocale(locale: Locale): Promise<void> {
  needed.add(locale)
  if (locale === 'zh-TW') await Promise.allSettled([...parts].map(loadTraditional))
}

/** Resolves with `page` when its words are there too, in every language that this page is read in. */
export async function withWords<T>(features: readonly Feature[], page: Promise<T>): Promise<T> {
  await Promise.all(features.map(async (feature) => {
    const { messages } = await words[feature]()
    i18n.global.mergeLocaleMessage('zh-CN', { [feature]: messages['zh-CN'] })
    i18n.global.mergeLocaleMessage('en', { [feature]: messages.en })
    parts.add(feature)
  }))
  if (needed.has('zh-TW')) await needLocale('zh-TW')
  return page
}

export function useLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}

export async function chooseLocale(locale: Locale): Promise<void> {
  writeStored('local', KEY, locale)
  await needLocale(locale)
  useLocale(locale)
}

/** The language at the start. */
export function startingLocale(): Locale {
  const locale = i18n.global.locale.value
  return isLocale(locale) ? locale : 'zh-CN'
}
