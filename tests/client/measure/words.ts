import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as collab } from '../../../client/collab/messages.ts'
import { messages as map } from '../../../client/features/map/messages.ts'
import { messages as measure } from '../../../client/features/measure/messages.ts'

/** The app's Chinese words, as far as measuring and the map need them. */
export const buildI18n = () => createI18n({
  legacy: false, locale: 'zh-CN',
  messages: { 'zh-CN': { common: common['zh-CN'], collab: collab['zh-CN'], map: map['zh-CN'], measure: measure['zh-CN'] } },
})
