import { rowLimit, textLimit } from '../../../shared/groupwork/cells.ts'
import { isBlank, nameKey, truncateCodePoints, wellFormed } from '../../../shared/text/sanitise.ts'

export interface NameLines {
  /** To be added, in the order of the lines. */
  readonly names: readonly string[]
  /** Left out because they stand on the list already, or stood on an earlier line. */
  readonly duplicates: number
  /** Left out because the list is full. */
  readonly tooMany: number
  /** Cut to the longest name that is allowed. */
  readonly shortened: number
}

/** Numbers and bullets of a copied list; "3.5寸" and "3M" are no numbering. */
const numbering = /^\s*(?:\d{1,3}(?:[、)）]|\.(?!\d))|[•·●▪*-](?=\s))\s*/u

/**
 * Customers out of pasted lines: one a line, of a copied table the first filled cell. Blanks around are dropped, and names
 * that differ only in width, case or blanks count as the same.
 */
export function readNameLines(text: string, existing: readonly string[]): NameLines {
  const seen = new Set(existing.map(nameKey))
  const room = Math.max(0, rowLimit.customers - existing.length)
  const names: string[] = []
  let [duplicates, tooMany, shortened] = [0, 0, 0]
  for (const line of wellFormed(text).split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const cell = line.split('\t').find((one) => !isBlank(one)) ?? ''
    const written = cell.replace(numbering, '').replace(/\s+/gu, ' ').trim()
    if (isBlank(written)) continue
    const name = truncateCodePoints(written, textLimit.name).trim()
    if (seen.has(nameKey(name))) duplicates++
    else if (names.length >= room) tooMany++
    else {
      seen.add(nameKey(name))
      names.push(name)
      if (name.length < written.length) shortened++
    }
  }
  return { names, duplicates, tooMany, shortened }
}
