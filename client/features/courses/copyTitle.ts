import { type Localized, locales } from '../../../shared/language/locale.ts'

type Translate = (key: string, named: Record<string, unknown>, options: { readonly locale: string }) => string

/** "… (copy)", in every language that the title is written in. */
export const copyTitle = (t: Translate, title: Localized): Localized =>
  locales.reduce<Localized>((copied, locale) => (title[locale] ? { ...copied, [locale]: t('courses.copyOf', { title: title[locale] }, { locale }) } : copied), title)
