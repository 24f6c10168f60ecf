import { rowLimit, textLimit } from '../../../shared/groupwork/cells.ts'
import { isBlank, nameKey, truncateCodePoints, wellFormed } from '../../../shared/text/sanitise.ts'
import { isNameTitle } from './import/columns.ts'

export interface NameLines {
  /** To be added, in the order of the lines. */
  readonly names: readonly string[]
  /** What the first row calls the column of names, where it does: that row is no customer. */
  readonly title: string | null
  /** Left out because they stand on the list already. */
  readonly duplicates: number
  /** Left out because they stood on an earlier line. */
  readonly repeated: number
  /** Left out because the list is full. */
  readonly tooMany: number
  /** Cut to the longest name that is allowed. */
  readonly shortened: number
}

/** Numbers and bullets of a copied list; "3.5寸" and "3M" are no numbering. */
const numbering = /^\s*(?:\d{1,3}(?:[、)）]|\.(?!\d))|[•·●▪*-](?=\s))\s*/u

/** The columns of which most cells have letters: the title above a column of numbers does not make it one of words. */
function wordedColumns(rows: readonly (readonly string[])[]): { has(column: number): boolean } {
  const surplus = new Map<number, number>()
  for (const cells of rows) for (const [at, cell] of cells.entries()) if (!isBlank(cell)) surplus.set(at, (surplus.get(at) ?? 0) + (/\p{L}/u.test(cell) ? 1 : -1))
  return { has: (column) => (surplus.get(column) ?? 0) > 0 }
}

/**
 * Customers out of pasted lines: one a line, of a copied table the column that its first row calls so, else the first
 * filled cell of a column with words in it, for lists begin with numbers. Blanks around are dropped, and names that differ only in width, case or blanks count as the same.
 */
export function readNameLines(text: string, existing: readonly string[]): NameLines {
  const rows = wellFormed(text).split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => !isBlank(line)).map((line) => line.split('\t'))
  const column = rows.length > 1 ? (rows[0]?.findIndex(isNameTitle) ?? -1) : -1
  const title = rows[0]?.[column]?.trim() ?? null
  const worded = wordedColumns(rows)
  const nameIn = (cells: readonly string[]): string => cells.find((cell, at) => !isBlank(cell) && worded.has(at)) ?? cells.find((cell) => !isBlank(cell)) ?? ''
  const onList = new Set(existing.map(nameKey))
  const above = new Set<string>()
  const room = Math.max(0, rowLimit.customers - existing.length)
  const names: string[] = []
  let [duplicates, repeated, tooMany, shortened] = [0, 0, 0, 0]
  for (const cells of title === null ? rows : rows.slice(1)) {
    const cell = title === null ? nameIn(cells) : (cells[column] ?? '')
    const written = cell.replace(numbering, '').replace(/\s+/gu, ' ').trim()
    if (isBlank(written)) continue
    const name = truncateCodePoints(written, textLimit.name).trim()
    if (onList.has(nameKey(name))) duplicates++
    else if (above.has(nameKey(name))) repeated++
    else if (names.length >= room) tooMany++
    else {
      above.add(nameKey(name))
      names.push(name)
      if (name.length < written.length) shortened++
    }
  }
  return { names, title, duplicates, repeated, tooMany, shortened }
}
