import type { Locale } from '../language/locale.ts'
import { messages } from './messages.ts'
import traditional from './messages.zh-TW.json' with { type: 'json' }

export type Words = (typeof messages)['zh-CN']

const all: Readonly<Record<Locale, Words>> = { ...messages, 'zh-TW': traditional }
export const wordsOf = (locale: Locale): Words => all[locale]

/** "{group} · 客户地图" with its holes filled. */
export const fill = (text: string, holes: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole))

/** "A 组 · 远航队", or without a name of its own "A 组". */
export function groupTitle({ group }: Words, letter: string, name: string): string {
  const plain = fill(group, { letter })
  return name === '' ? plain : `${plain} · ${name}`
}

/** A font that the language's computers have. */
const fonts: Readonly<Record<Locale, string>> = { 'zh-CN': 'Microsoft YaHei', 'zh-TW': 'Microsoft JhengHei', en: 'Calibri' }
export const fontOf = (locale: Locale): string => fonts[locale]

/** "2026-11-26 16:22", by the trainer's clock: `zoneMinutes` is what local time is ahead of UTC. */
export const dateText = (at: number, zoneMinutes: number): string => new Date(at + zoneMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')
