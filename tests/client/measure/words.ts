import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as collab } from '../../../client/collab/messages.ts'
import { messages as map } from '../../../client/features/map/messages.ts'
import { messages as measure } from '../../../client/features/measure/messages.ts'
import { messages as strategy } from '../../../client/features/strategy/messages.ts'
import { messages as usp } from '../../../client/features/usp/messages.ts'

const features = { common, collab, map, measure, strategy, usp }
const wordsIn = (locale: 'zh-CN' | 'en') => Object.fromEntries(Object.entries(features).map(([name, words]) => [name, words[locale]]))

/** The app's words, as far as the panels of a group need them. */
export const buildI18n = (locale: 'zh-CN' | 'en' = 'zh-CN') => createI18n({ legacy: false, locale, messages: { 'zh-CN': wordsIn('zh-CN'), en: wordsIn('en') } })
