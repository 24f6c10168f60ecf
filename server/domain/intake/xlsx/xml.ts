import { Refusal } from '../../../../shared/protocol/reply.ts'

/** What a reader wants to hear. Names come without their prefix: `x:row` is `row`. */
export interface XmlListener {
  open?(name: string, attributes: string): void
  close?(name: string): void
  text?(text: string): void
  /** Asked before each tag: true ends the reading early. */
  done?(): boolean
}

const damaged = (why: string): Refusal => new Refusal('file-damaged', why)

/**
 * Walks XML once, from the front, without a tree. It knows what spreadsheets are written with and nothing more: a document
 * type, with which a file could define texts that grow without end, is refused. @throws Refusal 'file-damaged'
 */
export function readXml(source: string, on: XmlListener): void {
  let at = source.startsWith('\ufeff') ? 1 : 0
  let depth = 0
  const after = (end: string, from: number): number => {
    const found = source.indexOf(end, from)
    if (found < 0) throw damaged('the XML breaks off')
    return found + end.length
  }
  while (!on.done?.()) {
    const next = source.indexOf('<', at)
    if (next < 0) {
      if (depth !== 0) throw damaged('the XML breaks off')
      return
    }
    if (next > at && depth > 0) on.text?.(plain(source.slice(at, next)))
    if (source.startsWith('<!--', next)) at = after('-->', next + 4)
    else if (source.startsWith('<?', next)) at = after('?>', next + 2)
    else if (source.startsWith('<![CDATA[', next)) {
      at = after(']]>', next + 9)
      on.text?.(source.slice(next + 9, at - 3))
    } else if (source.startsWith('<!', next)) throw damaged('a document type')
    else {
      at = tagEnd(source, next)
      depth += readTag(source.slice(next + 1, at - 1), on)
      if (depth < 0 || depth > 100) throw damaged('tags that don’t match')
    }
  }
}

/** The place after the tag's `>`; one in an attribute's value is none. */
function tagEnd(source: string, from: number): number {
  let quote = 0
  for (let at = from + 1; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (quote !== 0) {
      if (unit === quote) quote = 0
    } else if (unit === 34 || unit === 39) quote = unit
    else if (unit === 62) return at + 1
  }
  throw damaged('the XML breaks off')
}

/** @returns how much deeper the reading is after the tag. */
function readTag(inside: string, on: XmlListener): -1 | 0 | 1 {
  const closes = inside.startsWith('/')
  const name = /^\/?(?:[^\s:/]*:)?([^\s:/]+)/.exec(inside)?.[1]
  if (name === undefined) throw damaged('a tag without a name')
  if (closes) {
    on.close?.(name)
    return -1
  }
  on.open?.(name, inside)
  if (!inside.endsWith('/')) return 1
  on.close?.(name)
  return 0
}

/** The value of an attribute, by its name without prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const match of attributes.matchAll(/\s(?:[\w-]+:)?([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (match[1] === name) return plain(match[2] ?? match[3] ?? '')
  }
  return undefined
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Without entities, and without Excel's own escapes (`_x000D_`). */
function plain(text: string): string {
  const resolved = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (_whole, hex?: string, decimal?: string, name?: string) =>
      name !== undefined ? (named[name.toLowerCase()] ?? '') : codePoint(hex !== undefined ? parseInt(hex, 16) : Number(decimal)))
    : text
  return resolved.includes('_x') ? resolved.replace(/_x([0-9A-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))) : resolved
}

const codePoint = (code: number): string => (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd')
