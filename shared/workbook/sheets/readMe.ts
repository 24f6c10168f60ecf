import { colour } from '../ooxml/palette.ts'
import { cellAt } from '../ooxml/reference.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import type { Style } from '../ooxml/styles.ts'
import { dateText, fill } from '../words.ts'
import { heightOf, look } from './looks.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const widths = { margin: 3, name: 22, about: 82 } as const
const NAME = 2
const ABOUT = 3

/** How to go on with it at work. */
export function readMeSheet({ words, groupTitle, classTitle, madeAt, zoneMinutes }: SheetSource, contents: readonly { readonly name: string; readonly about: string }[]): SheetPart {
  const { readMe } = words
  const cells = new SheetCells()
  const merged: string[] = []
  let at = 2
  /** Over the whole width. */
  const line = (text: string, style: Style, least = 22): void => {
    cells.put(at, NAME, text, style)
    cells.shape(at, { height: heightOf(text, widths.name + widths.about, least) })
    merged.push(`${cellAt(at, NAME)}:${cellAt(at, ABOUT)}`)
    at += 1
  }
  const pair = (name: string, about: string, style: Style): void => {
    cells.put(at, NAME, name, style)
    cells.put(at, ABOUT, about, look.words)
    cells.shape(at, { height: heightOf(about, widths.about, 26) })
    at += 1
  }
  line(fill(words.title, { group: groupTitle }), look.title, 36)
  line(fill(words.madeAt, { date: dateText(madeAt, zoneMinutes) }), look.hint)
  at += 1
  line(fill(readMe.lead, { group: groupTitle, class: classTitle }), { ...look.hint, colour: colour.ink, bold: true })
  readMe.steps.forEach((step, index) => line(`${index + 1}. ${step}`, { wrap: true, indent: 1 }, 26))
  at += 1
  line(readMe.contents, look.section, 28)
  for (const { name, about } of contents) pair(name, about, { ...look.words, bold: true })
  at += 1
  pair(readMe.input, readMe.keep, look.input)
  pair(readMe.computed, '', look.computed)
  return {
    sheet: { name: words.sheets.readMe, seen: 'shown', tab: colour.tealStrong, cells, merged, rules: [], validations: [], columns: Object.values(widths).map((width) => ({ width })), footer: groupTitle },
  }
}
