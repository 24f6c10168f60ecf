import { isBlank } from '../../text/sanitise.ts'
import { byVotes, dotsOf, topUsps, uspTests, type Usp } from '../../usp/model.ts'
import { colour } from '../ooxml/palette.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import { forWhomText } from '../subjects.ts'
import { fill } from '../words.ts'
import { heightOf, look } from './looks.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const columns = ['number', 'source', 'claim', 'evidence', 'competitor', 'forWhom', 'unique', 'valued', 'provable', 'dots', 'contexts'] as const
const widths: Readonly<Record<(typeof columns)[number], number>> = { number: 7, source: 10, claim: 36, evidence: 36, competitor: 18, forWhom: 24, unique: 8, valued: 8, provable: 8, dots: 7, contexts: 34 }
const HEADER = 5

/** What only we have, the strongest first. */
export function uspsSheet({ work, words, groupTitle }: SheetSource): SheetPart {
  const { usp: say } = words
  const cells = new SheetCells()
  const usps = byVotes(work.parts.usps.usps)
  const top = new Set(topUsps(usps))
  cells.put(2, 2, `${groupTitle} · ${words.sheets.usps}`, look.title)
  cells.shape(2, { height: 30 })
  cells.put(3, 2, usps.length === 0 ? say.none : say.top, { ...look.hint, wrap: false })
  cells.shape(HEADER, { height: 26 })
  columns.forEach((name, place) => cells.put(HEADER, place + 2, say[name], look.heading))
  const contextsOf = ({ contexts }: Usp): string =>
    contexts.filter(({ text }) => !isBlank(text)).map(({ text, holds }) => fill(holds ? say.holds : say.fails, { text })).join('\n')
  usps.forEach((usp, index) => {
    const at = HEADER + 1 + index
    const texts = { claim: usp.claim, evidence: usp.evidence, competitor: usp.competitor, forWhom: forWhomText(usp, work, words), contexts: contextsOf(usp) }
    const style = top.has(usp) ? { ...look.text, fill: colour.tealSoft } : look.text
    columns.forEach((name, place) => {
      const test = uspTests.find((one) => one === name)
      if (name === 'number') cells.put(at, place + 2, index + 1, look.centred)
      else if (name === 'source') cells.put(at, place + 2, say.sources[usp.source], look.centred)
      else if (name === 'dots') cells.put(at, place + 2, dotsOf(usp), look.centred)
      else if (test) cells.put(at, place + 2, say.answers[usp.tests[test] ?? 'open'], look.centred)
      else if (name in texts) cells.put(at, place + 2, texts[name as keyof typeof texts], name === 'claim' ? { ...style, bold: true } : style)
    })
    cells.shape(at, { height: Math.max(...Object.entries(texts).map(([name, text]) => heightOf(text, widths[name as keyof typeof texts], 24))) })
  })
  return {
    sheet: {
      name: words.sheets.usps, seen: 'shown', tab: colour.teal, landscape: true, cells, merged: [], rules: [], validations: [], footer: groupTitle,
      columns: [{ width: 3 }, ...columns.map((name) => ({ width: widths[name] }))], frozen: { rows: HEADER, columns: 0 }, titleRows: [HEADER, HEADER],
    },
  }
}
