import { inject, type InjectionKey } from 'vue'
import type { Locale } from '../../shared/language/locale.ts'

/** Sets this person's language and keeps it on the device; the app provides it. */
export const chooseLocaleKey: InjectionKey<(locale: Locale) => Promise<void>> = Symbol('chooseLocale')
export function useChooseLocale(): (locale: Locale) => Promise<void> {
  const choose = inject(chooseLocaleKey)
  if (!choose) throw new Error('chooseLocale is not provided')
  return choose
}

/** Resolves when the page's words are there in a language that somebody else chose: the projector's. Never fails. */
export const needLocaleKey: InjectionKey<(locale: Locale) => Promise<void>> = Symbol('needLocale')
export const useNeedLocale = (): ((locale: Locale) => Promise<void>) => inject(needLocaleKey, () => Promise.resolve())
