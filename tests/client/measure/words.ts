import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as collab } from '../../../client/collab/messages.ts'
import { messages as map } from '../../../client/features/map/messages.ts'
import { messages as measure } from '../../../client/features/measure/messages.ts'
import { messages as strategy } from '../../../client/features/strategy/messages.ts'
import { messages as usp } from '../../../client/features/usp/messages.ts'

/** The app's Chinese words, as far as the panels of a group need them. */
export const buildI18n = () => createI18n({
  legacy: false, locale: 'zh-CN',
  messages: { 'zh-CN': { common: common['zh-CN'], collab: collab['zh-CN'], map: map['zh-CN'], measure: measure['zh-CN'], strategy: strategy['zh-CN'], usp: usp['zh-CN'] } },
})
