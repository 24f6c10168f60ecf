import { unzipSync, strFromU8, zipSync, strToU8 } from 'fflate'

export interface ReadCell {
  readonly value: string | number | null
  readonly formula: string | null
}
/** By sheet name, then by reference ("B3"). */
export type ReadBook = ReadonlyMap<string, ReadonlyMap<string, ReadCell>>

const unescape = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[0-9a-f]+);/gi, (_whole, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? String.fromCodePoint(name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1))))
const textOf = (xml: string): string => [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = '']) => unescape(text)).join('')

/** All parts of the file as text. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))

/** A plain reader for the tests: the cells of a workbook, with the values that stand in the file. */
export function readXlsx(bytes: Uint8Array): ReadBook {
  const parts = partsOf(bytes)
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml = '']) => textOf(xml))
  const targets = new Map([...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [/ Id="([^"]+)"/.exec(tag)?.[1] ?? '', /Target="([^"]+)"/.exec(tag)?.[1] ?? '']))
  const sheets = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*>/g)].map(([tag]) => ({ name: unescape(/ name="([^"]+)"/.exec(tag)?.[1] ?? ''), target: targets.get(/r:id="([^"]+)"/.exec(tag)?.[1] ?? '') ?? '' }))
  return new Map(sheets.map(({ name, target }) => [name, readCells(parts.get(`xl/${target.replace(/^\/xl\//, '')}`) ?? '', shared)]))
}

function readCells(xml: string, shared: readonly string[]): ReadonlyMap<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  for (const [, attributes = '', , body = ''] of xml.matchAll(/<c ([^>]*?)(\/>|>(.*?)<\/c>)/gs)) {
    const type = / t="(\w+)"/.exec(` ${attributes}`)?.[1]
    const raw = /<v(?: [^>]*)?>([^<]*)<\/v>/.exec(body)?.[1]
    const formula = /<f(?: [^>]*)?>([^<]*)<\/f>/.exec(body)?.[1]
    const value = type === 'inlineStr' ? textOf(body) : raw === undefined ? null : type === 's' ? (shared[Number(raw)] ?? '') : type === 'str' || type === 'e' ? unescape(raw) : Number(raw)
    cells.set(/r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '', { value, formula: formula === undefined ? null : unescape(formula) })
  }
  return cells
}

/** The same file without any calculated value: what stands there after it was opened, the program has calculated itself. */
export function withoutValues(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, content]) =>
    [path, path.startsWith('xl/worksheets/sheet') ? strToU8(strFromU8(content).replace(/( t="\w+")?><f>([^<]*)<\/f><v>[^<]*<\/v>/g, '><f>$2</f>')) : content])))
}
