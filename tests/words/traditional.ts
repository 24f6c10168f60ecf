import OpenCC from 'opencc-js'
import { glossary } from './glossary.ts'

const convert = OpenCC.Converter({ from: 'cn', to: 'twp' })
const terms = new Map(glossary)
const longestFirst = [...terms.keys()].sort((one, other) => other.length - one.length)
// A term may begin with a hole, so the holes come last.
const termOrHole = new RegExp([...longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), '\\{\\w+\\}'].map((one) => `(?:${one})`).join('|'), 'g')

/** The Simplified text as it is written in Taiwan: our terms by the glossary, the rest by the converter. Holes stay. */
export function toTraditional(simplified: string): string {
  let [traditional, end] = ['', 0]
  for (const { 0: term, index } of simplified.matchAll(termOrHole)) {
    traditional += convert(simplified.slice(end, index)) + (terms.get(term) ?? term)
    end = index + term.length
  }
  return apart(traditional + convert(simplified.slice(end)))
}

/** Where a term became Latin words, a blank on either side, as everywhere between Latin words and Chinese. */
const apart = (text: string): string => text.replace(/(\p{Script=Han})(?=QR Code|Enter 鍵|CP 值|Android)/gu, '$1 ').replace(/(QR Code|Android)(?=\p{Script=Han})/gu, '$1 ')

/** The same tree of words, each text in Traditional Chinese. The languages' own names stay as they are. */
export function traditionalTree<T>(tree: T): T {
  // The shape is kept; the compiler can't follow a walk over unknown keys.
  return copy(tree) as T
}
function copy(value: unknown): unknown {
  if (typeof value === 'string') return toTraditional(value)
  if (Array.isArray(value)) return value.map(copy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'language' && isNames(one) ? { ...one, choose: toTraditional(String(one.choose)) } : copy(one)]))
}

/** A feature's words in every language of the product, for tests that look for what a face says. */
export const inEveryLanguage = <T>(messages: Readonly<Record<'zh-CN' | 'en', T>>): Readonly<Record<'zh-CN' | 'zh-TW' | 'en', T>> =>
  ({ ...messages, 'zh-TW': traditionalTree(messages['zh-CN']) })

/** The languages' own names, with the word for choosing among them. */
const isNames = (value: unknown): value is { readonly choose: string } => typeof value === 'object' && value !== null && 'choose' in value
