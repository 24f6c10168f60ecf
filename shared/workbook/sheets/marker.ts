import { MARKER, MARKER_SHEET, WORKBOOK_FORMAT } from '../layout.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

/** By this an import knows the file, and what its words mean. */
export function markerSheet({ classId, groupId, letter, locale, madeAt, words }: SheetSource): SheetPart {
  const cells = new SheetCells()
  const entries: readonly (readonly [string, string | number])[] = [
    [MARKER, WORKBOOK_FORMAT], ['class', classId], ['group', groupId], ['letter', letter], ['locale', locale], ['made', new Date(madeAt).toISOString()], ['dontKnow', words.measuring.dontKnow],
  ]
  entries.forEach(([key, value], index) => {
    cells.put(index + 1, 1, key)
    cells.put(index + 1, 2, value)
  })
  return { sheet: { name: MARKER_SHEET, seen: 'gone', cells, columns: [], merged: [], rules: [], validations: [] } }
}
