import { colour } from '../ooxml/palette.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import type { Style } from '../ooxml/styles.ts'
import { dateText, fill } from '../words.ts'
import { heightOf, look } from './looks.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const WIDTH = 84

/** How to go on with it at work. */
export function readMeSheet({ words, groupTitle, classTitle, madeAt, zoneMinutes }: SheetSource, contents: readonly { readonly name: string; readonly about: string }[]): SheetPart {
  const { readMe } = words
  const cells = new SheetCells()
  let at = 2
  const plain: Style = { ...look.hint, wrap: false }
  const line = (text: string, style: Style, indent = 2): void => {
    cells.put(at, indent, text, style)
    cells.shape(at, { height: style === look.title ? 34 : style === look.section ? 28 : heightOf(text, indent === 2 ? WIDTH + 20 : WIDTH, 22) })
    at += 1
  }
  line(fill(words.title, { group: groupTitle }), look.title)
  line(fill(words.madeAt, { date: dateText(madeAt, zoneMinutes) }), plain)
  at += 1
  line(fill(readMe.lead, { group: groupTitle, class: classTitle }), plain)
  at += 1
  readMe.steps.forEach((step, index) => {
    cells.put(at, 2, index + 1, { ...look.heading, border: false })
    line(step, look.hint, 3)
  })
  at += 1
  line(readMe.contents, look.section)
  for (const { name, about } of contents) {
    cells.put(at, 2, name, { ...look.words, bold: true })
    cells.put(at, 3, about, look.words)
    cells.shape(at, { height: heightOf(about, WIDTH, 24) })
    at += 1
  }
  at += 1
  cells.put(at, 2, readMe.input, look.input)
  cells.put(at, 3, readMe.keep, look.hint)
  cells.shape(at, { height: heightOf(readMe.keep, WIDTH, 36) })
  cells.put(at + 1, 2, readMe.computed, look.computed)
  return {
    sheet: { name: words.sheets.readMe, seen: 'shown', tab: colour.tealStrong, cells, merged: [], rules: [], validations: [], columns: [{ width: 3 }, { width: 20 }, { width: WIDTH }], footer: groupTitle },
  }
}
