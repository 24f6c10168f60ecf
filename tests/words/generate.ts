import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hanScripts } from './hanScripts.ts'
import { toTraditional, traditionalTree } from './traditional.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface WordFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
}

type Exports = Readonly<Record<string, unknown>>
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`).filter((file) => !file.includes('node_modules')).sort()
const load = async (file: string): Promise<Exports> => await import(pathToFileURL(join(root, file)).href) as Exports
const isRecord = (value: unknown): value is Exports => typeof value === 'object' && value !== null
/** What is made by a class, such as a schema, holds no words and often itself. */
const isPlain = (value: unknown): value is Exports => isRecord(value) && Object.getPrototypeOf(value) === Object.prototype
const asFile = (path: string, words: object): WordFile => ({ path, text: `${JSON.stringify(words, null, 2)}\n` })

/**
 * Everything that is said in Traditional Chinese, as files, and the characters by which both scripts are compared. Words of a face (`messages.ts`, a tree) become the same tree
 * beside it; material (texts with 'zh-CN' and en in the exports of `x.ts`) becomes a dictionary, where `x.zh-TW.json` asks for one.
 */
export async function generateWords(): Promise<readonly WordFile[]> {
  const files = ['client', 'server', 'shared'].flatMap(filesOf)
  const trees = files.filter((file) => file.endsWith('/messages.ts')).map(async (file) => {
    const { messages } = await load(file)
    return isRecord(messages) && isRecord(messages['zh-CN']) ? [asFile(file.replace(/\.ts$/, '.zh-TW.json'), traditionalTree(messages['zh-CN']))] : []
  })
  const dictionaries = files.filter((file) => file.endsWith('.zh-TW.json') && !file.endsWith('/messages.zh-TW.json')).map(async (path) => {
    // By name: the order of a module's exports is not the same wherever it is loaded.
    const exported = Object.entries(await load(path.replace(/\.zh-TW\.json$/, '.ts'))).sort(([one], [other]) => (one < other ? -1 : 1))
    const texts = localizedTexts(exported.map(([, value]) => value))
    return [asFile(path, Object.fromEntries([...new Set(texts.map((text) => text.simplified))].map((simplified) => [simplified, toTraditional(simplified)])))]
  })
  return [...(await Promise.all([...trees, ...dictionaries])).flat(), asFile('shared/text/hanScripts.json', hanScripts())]
}

export interface FoundText {
  readonly simplified: string
  readonly traditional: string | undefined
}

/** The texts in several languages anywhere in a value, in its order. */
export function localizedTexts(value: unknown): readonly FoundText[] {
  if (Array.isArray(value)) return value.flatMap(localizedTexts)
  if (!isPlain(value)) return []
  const { 'zh-CN': simplified, 'zh-TW': traditional } = value
  if (typeof simplified !== 'string') return Object.values(value).flatMap(localizedTexts)
  return simplified === '' ? [] : [{ simplified, traditional: typeof traditional === 'string' ? traditional : undefined }]
}

/** All texts of the program's own material: what the modules of `shared` export. */
export async function allMaterial(): Promise<readonly FoundText[]> {
  const modules = filesOf('shared').filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  return (await Promise.all(modules.map(async (file) => localizedTexts({ ...await load(file) })))).flat()
}
