import { findingsOf } from '../../map/findings.ts'
import { findingText } from '../findingText.ts'
import { colour } from '../ooxml/palette.ts'
import { cellAt } from '../ooxml/reference.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import { isBlank } from '../../text/sanitise.ts'
import { type Words, dateText, fill } from '../words.ts'
import { heightOf, look } from './looks.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const column = { number: 2, rule: 3, text: 4, verdict: 5, reason: 6 } as const
const widths = [4, 6, 18, 52, 13, 44] as const

/** What the map showed by rule, with the group's verdicts, and what it found and decided itself. */
export function findingsSheet({ work, words, groupTitle, madeAt, zoneMinutes }: SheetSource): SheetPart {
  const { findings: say } = words
  const cells = new SheetCells()
  cells.put(2, column.number, `${groupTitle} · ${words.sheets.findings}`, look.title)
  cells.shape(2, { height: 30 })
  cells.put(3, column.number, fill(say.at, { date: dateText(madeAt, zoneMinutes) }), { ...look.hint, wrap: false })
  let at = 5
  for (const name of ['number', 'rule', 'text', 'verdict', 'reason'] as const) cells.put(at, column[name], say[name], look.heading)
  const found = findingsOf(work)
  found.forEach((finding, index) => {
    at += 1
    const judgement = work.judgements.get(finding.key)
    const texts = { rule: words.rule[finding.rule], text: findingText(finding, work, words), reason: judgement?.reason ?? '' }
    cells.put(at, column.number, index + 1, look.centred)
    cells.put(at, column.rule, texts.rule, look.centred)
    cells.put(at, column.text, texts.text, look.text)
    cells.put(at, column.verdict, judgement?.verdict ? say[judgement.verdict] : say.open, look.centred)
    cells.put(at, column.reason, texts.reason, look.text)
    cells.shape(at, { height: Math.max(heightOf(texts.text, widths[3], 24), heightOf(texts.reason, widths[5])) })
  })
  if (found.length === 0) cells.put(++at, column.number, say.none, { ...look.hint, wrap: false })
  const own = work.ownFindings.filter(({ removed, text }) => removed === null && !isBlank(text)).map(({ text }) => text)
  const merged = writeOwn(cells, at + 2, own, words)
  return {
    sheet: {
      name: words.sheets.findings, seen: 'shown', tab: colour.warm, landscape: true, cells, merged, footer: groupTitle, rules: [], validations: [],
      columns: widths.map((width, index) => ({ width, hidden: index === 0 })),
    },
  }
}

/** @returns the cells to merge: each finding runs over all columns */
function writeOwn(cells: SheetCells, start: number, texts: readonly string[], { findings: say }: Words): string[] {
  cells.put(start, column.number, say.own, look.section)
  if (texts.length === 0) cells.put(start + 1, column.number, say.noOwn, { ...look.hint, wrap: false })
  return texts.map((text, index) => {
    const at = start + 1 + index
    cells.put(at, column.number, index + 1, look.centred)
    for (const each of [column.rule, column.text, column.verdict, column.reason]) cells.put(at, each, each === column.rule ? text : null, look.text)
    cells.shape(at, { height: heightOf(text, widths[2] + widths[3] + widths[4] + widths[5], 24) })
    return `${cellAt(at, column.rule)}:${cellAt(at, column.reason)}`
  })
}
