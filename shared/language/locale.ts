/** The languages of the product. zh-CN is the default; every text exists in all of them. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export type Localized = Readonly<Record<Locale, string>>

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** The text in the asked language, or in the other one where the trainer left it empty. */
export function inLanguage(text: Localized, locale: Locale): string {
  return text[locale] || text['zh-CN'] || text.en
}
