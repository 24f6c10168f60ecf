import { textWidth } from '../../charts/poll/wordCloud.ts'

/** Rows that a text takes when a row is `rowEm` wide, in shares of the letters' height. */
export const rowsOf = (text: string, rowEm: number): number => Math.max(1, Math.ceil(textWidth(text) / rowEm))

/** Lines in pages of at most `most` rows each: what is long fills a page sooner, and is never set smaller. */
export function linePages<T>(lines: readonly T[], rows: (line: T) => number, most: number): readonly (readonly T[])[] {
  const pages: T[][] = [[]]
  let used = 0
  for (const line of lines) {
    const taken = rows(line)
    if (used > 0 && used + taken > most) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(line)
    used += taken
  }
  return pages
}
