import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as collab } from '../../../client/collab/messages.ts'
import { messages as cases } from '../../../client/features/case/messages.ts'
import { messages as console } from '../../../client/features/console/messages.ts'
import { messages as courses } from '../../../client/features/courses/messages.ts'
import { messages as joining } from '../../../client/features/join/messages.ts'
import { messages as map } from '../../../client/features/map/messages.ts'
import { messages as measure } from '../../../client/features/measure/messages.ts'
import { messages as projector } from '../../../client/features/projector/messages.ts'
import { messages as review } from '../../../client/features/review/messages.ts'
import { messages as scale } from '../../../client/features/scale/messages.ts'
import { messages as strategy } from '../../../client/features/strategy/messages.ts'
import { messages as trainer } from '../../../client/features/trainer/messages.ts'
import { messages as usp } from '../../../client/features/usp/messages.ts'
import { messages as workspace } from '../../../client/features/workspace/messages.ts'
import { emptyParts, partProgress, parts, summariseParts } from '../../../shared/groupwork/parts.ts'

interface Words {
  readonly [key: string]: string | readonly string[] | Words
}
const all = { common, collab, case: cases, console, courses, join: joining, map, measure, projector, review, scale, strategy, trainer, usp, workspace }
const wordsOf = (locale: 'zh-CN' | 'en'): Words => Object.fromEntries(Object.entries(all).map(([feature, words]) => [feature, words[locale]]))
const flat = (words: Words | readonly string[], path = ''): readonly (readonly [key: string, text: string])[] =>
  Object.entries<string | readonly string[] | Words>(words as Words).flatMap(([key, one]) => (typeof one === 'string' ? [[`${path}${key}`, one] as const] : flat(one, `${path}${key}.`)))
const zh = new Map(flat(wordsOf('zh-CN')))
const en = new Map(flat(wordsOf('en')))

/** Parts of the document name the words of their progress, so `shared` is read too. */
const source = ['client', 'shared'].map((name) => fileURLToPath(new URL(`../../../${name}`, import.meta.url)))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.(?:ts|vue)$/.test(file) && !file.endsWith('messages.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
/** Whole keys, as they stand in quotes. */
const named = new Set([...source.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key))
/** `a.b.${…}.c`: any one word may stand for each part that is computed. */
const computed = [...source.matchAll(/`([a-z]\w*\.(?:[\w.-]|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\})*)`/g)]
  .flatMap(([, pattern = '']) => (pattern.includes('${') ? [new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}/g, '[\\w-]+')}$`)] : []))

const isUsed = (key: string): boolean => {
  const isNamed = (one: string): boolean => named.has(one) || computed.some((pattern) => pattern.test(one))
  const [feature = '', ...rest] = key.split('.')
  // A face that has its words chosen for it elsewhere asks for t(`feature.${key}`).
  return isNamed(key) || isNamed(key.replace(/\.\d+$/, '')) || (rest.length > 1 && source.includes(`t(\`${feature}.${'${'}`) && isNamed(rest.join('.')))
}

/** Never said of one: by their rules, or because one has words of its own. */
const alwaysSeveral = new Set([
  'console.signal.hands', 'console.finding.customers', 'map.finding.nonSeparating', 'map.finding.allHigh', 'scale.row.levels', 'scale.check.one-side-high', 'scale.check.one-side-low',
])

describe('the words of the faces', () => {
  it('are there in both languages, with the same figures in them, and none is empty', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    const holes = (text: string | undefined): string[] => [...new Set((text ?? '').match(/\{\w+\}/g))].filter((hole) => hole !== '{n}' && hole !== '{count}').sort()
    for (const [key, text] of zh) {
      expect(text.trim(), key).not.toBe('')
      expect(en.get(key)?.trim(), key).not.toBe('')
      expect(holes(en.get(key)), key).toEqual(holes(text))
    }
  })

  it('are all used', () => {
    expect(computed.length).toBeGreaterThan(10)
    expect([...zh.keys()].filter((key) => !isUsed(key))).toEqual([])
  })

  it('every check and fact of a part of the document has words', () => {
    const progress = Object.values(parts).map((part) => partProgress(part.activities[0] ?? null, summariseParts(emptyParts())))
    const keys = progress.flatMap((one) => [...(one?.checks ?? []), ...(one?.facts ?? [])].map(({ key }) => key))
    expect(keys.length).toBeGreaterThan(0)
    expect(keys.filter((key) => !zh.has(key))).toEqual([])
  })

  it('every key that is named exists', () => {
    const branches = new Set([...zh.keys()].flatMap((key) => key.split('.').map((_, end, parts) => parts.slice(0, end + 1).join('.'))))
    const asked = [...source.matchAll(/\bt\(\s*['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g)].map(([, key = '']) => key)
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter((key) => !branches.has(key))).toEqual([])
  })

  it('English has a form for one where a noun is counted', () => {
    const counted = /\{(?:n|count|waiting|total|left|open)\} (?:more |open |new |other |missing )?[a-z]+s\b/
    const oneForm = [...en].filter(([key, text]) => !alwaysSeveral.has(key) && !text.includes(' | ') && counted.test(text))
    expect(oneForm).toEqual([])
    // A figure that was written out already, as by n(count), chooses no form.
    const writtenOut = [...source.matchAll(/\bt\(\s*'([\w.-]+)', \{[^}]*\b(?:n|count): n\([^}]*\}\)/g)].map(([, key = '']) => key)
    expect(writtenOut.filter((key) => en.get(key)?.includes(' | '))).toEqual([])
  })
})
