import { getCurrentInstance, provide, watch } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Locale } from '../../../shared/language/locale.ts'
import { useNeedLocale } from '../../ui/chooseLocale.ts'

/**
 * Gives everything below the calling component the projector's language, whatever the person at the device reads: the
 * trainer's console shows the stage in miniature. `useI18n()` finds its instance by injection, so an instance of its own,
 * with the same messages, is provided under the same key.
 */
export function provideLanguage(locale: () => Locale): void {
  const { messages, fallbackLocale } = useI18n({ useScope: 'global' })
  const own = createI18n({ legacy: false, locale: locale(), fallbackLocale: fallbackLocale.value, messages: messages.value })
  const need = useNeedLocale()
  watch(locale, async (now) => {
    own.global.locale.value = now
    await need(now)
    const loaded: Readonly<Record<string, Record<string, string>>> = messages.value
    own.global.setLocaleMessage(now, loaded[now] ?? {})
  }, { immediate: true })
  const key: unknown = Reflect.get(getCurrentInstance()?.appContext.app ?? {}, '__VUE_I18N_SYMBOL__')
  if (typeof key === 'symbol' || typeof key === 'string') provide(key, own)
}
