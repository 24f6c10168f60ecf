import { inject, type InjectionKey } from 'vue'
import type { Locale } from '../../shared/language/locale.ts'

/** Sets this person's language and keeps it on the device; the app provides it. */
export const chooseLocaleKey: InjectionKey<(locale: Locale) => void> = Symbol('chooseLocale')
export function useChooseLocale(): (locale: Locale) => void {
  const choose = inject(chooseLocaleKey)
  if (!choose) throw new Error('chooseLocale is not provided')
  return choose
}
