/** The languages of the product, as they are offered. zh-CN is the default; every text of ours exists in all of them. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text of the course, or of the trainer, who may leave a language empty: another stands in for it. */
export interface Localized {
  readonly 'zh-CN': string
  readonly en: string
  readonly 'zh-TW'?: string | undefined
}

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

const standIns: Readonly<Record<Locale, readonly Locale[]>> = { 'zh-CN': ['zh-TW', 'en'], 'zh-TW': ['zh-CN', 'en'], en: ['zh-CN', 'zh-TW'] }

/** The text in the asked language, or in the nearest one where the trainer left it empty. */
export function inLanguage(text: Localized, locale: Locale): string {
  return [locale, ...standIns[locale]].map((one) => text[one]).find(Boolean) ?? ''
}

export const sameText = (one: Localized, other: Localized): boolean => locales.every((locale) => (one[locale] ?? '') === (other[locale] ?? ''))

/** Whether nobody would read anything, in whatever language. */
export const isUnsaid = (text: Localized): boolean => locales.every((locale) => (text[locale] ?? '').trim() === '')

/** "zh", "zh_CN.UTF-8", "zh-Hant-HK", "en-GB": which of our languages a browser or a computer asks for. */
export function localeOf(tag: string): Locale | undefined {
  const [language, ...rest] = tag.toLowerCase().replace(/\..*/, '').split(/[-_]/)
  if (language === 'en') return 'en'
  if (language !== 'zh') return undefined
  if (rest.includes('hans')) return 'zh-CN'
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-TW' : 'zh-CN'
}

/** Of what a browser asks for, the best first: Chinese where that is among it, else English where that comes first. */
export function askedLocale(tags: readonly string[]): Locale | undefined {
  const asked = tags.map(localeOf)
  return asked.find((one) => one !== undefined && one !== 'en') ?? asked[0]
}

/**
 * `after` without a Traditional text that only repeats what the Simplified one said before it was rewritten: the new words
 * stand in for it.
 */
export function dropOutdated(before: Localized, after: Localized): Localized {
  const outdated = (after['zh-TW'] ?? '') === (before['zh-TW'] ?? '') && after['zh-CN'] !== before['zh-CN']
  return outdated ? { ...after, 'zh-TW': undefined } : after
}
