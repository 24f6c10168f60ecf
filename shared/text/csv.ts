/** Spreadsheets run a cell that begins with one of these as a formula; full-width ones too in Chinese editions (P5.7). */
const risky = /^[=+\-@\t\r\n\0＝＋－＠]/u

/** A text as one cell, never a formula. */
export function csvText(text: string): string {
  const safe = risky.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Opens in Excel with its Chinese characters: a byte order mark first, CRLF between the lines. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(csvText).join(',')).join('\r\n')}\r\n`
