import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { archiveLimit } from '../../../server/domain/archive/ClassArchive.ts'
import { intakeLimit } from '../../../shared/intake/table.ts'
import { emptyParts, partProgress, parts, summariseParts } from '../../../shared/groupwork/parts.ts'

interface Words {
  readonly [key: string]: string | readonly string[] | Words
}
const clientFolder = fileURLToPath(new URL('../../../client', import.meta.url))
/** 'common', 'collab' and the features, each with the folder of its words. */
const folders = new Map([
  ['common', join(clientFolder, 'app')], ['collab', join(clientFolder, 'collab')],
  ...readdirSync(join(clientFolder, 'features')).map((feature) => [feature, join(clientFolder, 'features', feature)] as const),
].filter(([, folder = '']) => existsSync(join(folder, 'messages.ts'))) as [part: string, folder: string][])
const written = await Promise.all([...folders].map(async ([part, folder]) =>
  [part, (await import(pathToFileURL(join(folder, 'messages.ts')).href) as { messages: Readonly<Record<'zh-CN' | 'en', Words>> }).messages] as const))
const wordsOf = (locale: 'zh-CN' | 'en'): Words => Object.fromEntries(written.map(([part, words]) => [part, words[locale]]))
/** Generated from the Simplified words: the files that a phone loads. */
const traditionalWords = (): Words => Object.fromEntries([...folders].map(([part, folder]) => [part, JSON.parse(readFileSync(join(folder, 'messages.zh-TW.json'), 'utf8')) as Words]))

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
  it('say of a file that is too large how large it may be', () => {
    for (const words of [zh, en]) for (const { fileBytes } of [intakeLimit, archiveLimit]) expect(words.get('common.failure.file-too-large')).toMatch(new RegExp(`(?<!\\d)${fileBytes / 1_000_000} MB`))
  })
  it.each([['en', en], ['zh-TW', new Map(flat(traditionalWords()))]] as const)('are all there in %s, with the same figures in them, and none is empty', (_locale, translated) => {
    expect(zh.size).toBeGreaterThan(600)
    expect([...translated.keys()].sort()).toEqual([...zh.keys()].sort())
    const holes = (text: string | undefined): string[] => [...new Set((text ?? '').match(/\{\w+\}/g))].filter((hole) => hole !== '{n}' && hole !== '{count}').sort()
    for (const [key, text] of zh) {
      expect(text.trim(), key).not.toBe('')
      expect(translated.get(key)?.trim(), key).not.toBe('')
      expect(holes(translated.get(key)), key).toEqual(holes(text))
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
