import { createI18n } from 'vue-i18n'
import { isLocale, type Locale } from '../../shared/language/locale.ts'
import { readStored, writeStored } from '../api/storage.ts'
import { messages as collabMessages } from '../collab/messages.ts'
import { messages as consoleMessages } from '../features/console/messages.ts'
import { messages as joinMessages } from '../features/join/messages.ts'
import { messages as mapMessages } from '../features/map/messages.ts'
import { messages as measureMessages } from '../features/measure/messages.ts'
import { messages as projectorMessages } from '../features/projector/messages.ts'
import { messages as scaleMessages } from '../features/scale/messages.ts'
import { messages as trainerMessages } from '../features/trainer/messages.ts'
import { messages as workspaceMessages } from '../features/workspace/messages.ts'
import { messages as commonMessages } from './messages.ts'

const forLocale = (locale: Locale) => ({
  common: commonMessages[locale],
  collab: collabMessages[locale],
  console: consoleMessages[locale],
  join: joinMessages[locale],
  map: mapMessages[locale],
  measure: measureMessages[locale],
  projector: projectorMessages[locale],
  scale: scaleMessages[locale],
  trainer: trainerMessages[locale],
  workspace: workspaceMessages[locale],
})

const KEY = 'ketu.locale'

/** What the person chose on this device, else what the browser asks for, else Chinese. */
function preferredLocale(): Locale {
  const stored = readStored('local', KEY)
  if (isLocale(stored)) return stored
  return navigator.languages.some((language) => language.startsWith('zh')) || !navigator.language.startsWith('en') ? 'zh-CN' : 'en'
}

export const i18n = createI18n({
  legacy: false,
  locale: preferredLocale() as Locale,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': forLocale('zh-CN'), en: forLocale('en') },
})

export function useLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}

export function chooseLocale(locale: Locale): void {
  writeStored('local', KEY, locale)
  useLocale(locale)
}
