import { findingsOf } from '../../map/findings.ts'
import { decisionLines } from '../decisionLines.ts'
import { findingText } from '../findingText.ts'
import { reasonLines } from '../reasonLines.ts'
import { colour } from '../ooxml/palette.ts'
import { cellAt } from '../ooxml/reference.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import { isBlank } from '../../text/sanitise.ts'
import { type Words, dateText, fill } from '../words.ts'
import { heightOf, look } from './looks.ts'
import { dayNumber } from './plans.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const column = { number: 2, rule: 3, text: 4, verdict: 5, reason: 6, who: 7, due: 8 } as const
const widths = [4, 6, 24, 46, 16, 44, 14, 13] as const

/** What the map showed by rule, with the group's verdicts; what it decided; what it found itself; and why it set figures of its own. */
export function findingsSheet(source: SheetSource): SheetPart {
  const { work, words, groupTitle, madeAt, zoneMinutes } = source
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
  const ownAt = writeDecisions(cells, at + 2, source) + 2
  const merged = writeOwn(cells, ownAt, own, words)
  writeReasons(cells, ownAt + Math.max(1, own.length) + 2, source)
  return {
    sheet: {
      name: words.sheets.findings, seen: 'shown', tab: colour.warm, landscape: true, cells, merged, footer: groupTitle, rules: [], validations: [],
      columns: widths.map((width, index) => ({ width, hidden: index === 0 })),
    },
  }
}

/** @returns the last row */
function writeDecisions(cells: SheetCells, start: number, { work, words }: SheetSource): number {
  const { findings: say } = words
  cells.put(start, column.number, say.decisions, look.section)
  const lines = decisionLines(work, words)
  if (lines.length === 0) {
    cells.put(start + 1, column.number, say.noDecisions, { ...look.hint, wrap: false })
    return start + 1
  }
  const headings = { number: say.number, rule: say.from, text: say.to, verdict: words.measuring.effort[work.settings.effortUnit], reason: say.why, who: say.who, due: say.due }
  cells.shape(start + 1, { height: 36 })
  for (const name of Object.keys(column) as (keyof typeof column)[]) cells.put(start + 1, column[name], headings[name], look.heading)
  lines.forEach((line, index) => {
    const at = start + 2 + index
    cells.put(at, column.number, index + 1, look.centred)
    cells.put(at, column.rule, line.from, look.text)
    cells.put(at, column.text, line.to, look.text)
    cells.put(at, column.verdict, line.amount, look.centred)
    cells.put(at, column.reason, line.reason, look.text)
    cells.put(at, column.who, line.who, look.text)
    cells.put(at, column.due, line.due === null ? null : dayNumber(line.due), { ...look.centred, format: 'yyyy-mm-dd' })
    cells.shape(at, { height: Math.max(heightOf(line.reason, widths[5], 24), heightOf(line.from, widths[2]), heightOf(line.to, widths[3]), heightOf(line.who, widths[6])) })
  })
  return start + 1 + lines.length
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

function writeReasons(cells: SheetCells, start: number, { work, letter, words }: SheetSource): void {
  const { findings: say } = words
  const lines = reasonLines(work, letter, words)
  if (lines.length === 0) return
  cells.put(start, column.number, say.reasons, look.section)
  const headings = { number: say.number, rule: words.scale.name, text: say.figureOf, verdict: say.figure, reason: say.why }
  for (const name of ['number', 'rule', 'text', 'verdict', 'reason'] as const) cells.put(start + 1, column[name], headings[name], look.heading)
  lines.forEach(({ factor, customer, figure, reason }, index) => {
    const at = start + 2 + index
    cells.put(at, column.number, index + 1, look.centred)
    cells.put(at, column.rule, factor, look.text)
    cells.put(at, column.text, customer ?? words.scale.weight, look.text)
    cells.put(at, column.verdict, figure, look.centred)
    cells.put(at, column.reason, reason, look.text)
    cells.shape(at, { height: Math.max(heightOf(reason, widths[5], 24), heightOf(factor, widths[2]), heightOf(customer ?? '', widths[3])) })
  })
}
