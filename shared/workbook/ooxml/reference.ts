/** "A", "B", … "AA"; from 1. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** "B3" */
export const cellAt = (row: number, column: number): string => `${columnName(column)}${row}`
/** "$B$3" */
export const fixedCell = (row: number, column: number): string => `$${columnName(column)}$${row}`
/** "B$3": stays in its row when a formula is copied down. */
export const inRow = (row: number, column: number): string => `${columnName(column)}$${row}`
/** "$B$3:$B$9" */
export const columnRange = (column: number, from: number, to: number): string => `${fixedCell(from, column)}:${fixedCell(to, column)}`
/** "B$3:B$9" */
export const rowsOf = (column: number, from: number, to: number): string => `${inRow(from, column)}:${inRow(to, column)}`

/** A sheet's name as formulas write it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`
export const on = (sheet: string, reference: string): string => `${quoted(sheet)}!${reference}`
/** A text inside a formula. */
export const formulaText = (text: string): string => `"${text.replaceAll('"', '""')}"`
