import type { Locale } from '../../shared/language/locale.ts'
import { messages } from './messages.ts'
import traditional from './messages.zh-TW.json' with { type: 'json' }

export type Words = (typeof messages)['zh-CN']

const all: Readonly<Record<Locale, Words>> = { ...messages, 'zh-TW': traditional }
export const wordsOf = (locale: Locale): Words => all[locale]

/** "端口 {port} 已被占用" with its figures in the holes. */
export const fill = (text: string, holes: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole))
