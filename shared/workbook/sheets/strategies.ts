import { leverPairs, type Strategy } from '../../strategy/model.ts'
import { colour } from '../ooxml/palette.ts'
import { cellAt } from '../ooxml/reference.ts'
import { SheetCells } from '../ooxml/sheet.ts'
import type { Style } from '../ooxml/styles.ts'
import { claimsOf, stanceText, subjectText } from '../subjects.ts'
import { fill } from '../words.ts'
import { heightOf, look } from './looks.ts'
import type { SheetPart, SheetSource } from './sheetPart.ts'

const widths = { margin: 3, name: 22, ours: 48, right: 22, theirs: 48 } as const
const [NAME, OURS, RIGHT, THEIRS] = [2, 3, 4, 5] as const

/** One block for each strategy: whom it is for, 4P beside 4C, and the steps; the plan itself is on a sheet of its own. */
export function strategiesSheet(source: SheetSource): SheetPart {
  const { work, words, groupTitle } = source
  const cells = new SheetCells()
  const merged: string[] = []
  const { strategies } = work.parts.strategies
  cells.put(2, NAME, `${groupTitle} · ${words.sheets.strategies}`, look.title)
  cells.shape(2, { height: 30 })
  let at = 4
  if (strategies.length === 0) cells.put(at, NAME, words.strategy.none, { ...look.hint, wrap: false })
  for (const strategy of strategies) at = writeStrategy({ cells, merged, source }, strategy, at) + 2
  return {
    sheet: { name: words.sheets.strategies, seen: 'shown', tab: colour.orange, landscape: true, cells, merged, rules: [], validations: [], footer: groupTitle, columns: Object.values(widths).map((width) => ({ width })) },
  }
}

interface Writing {
  readonly cells: SheetCells
  readonly merged: string[]
  readonly source: SheetSource
}

/** @returns the row of its last line */
function writeStrategy({ cells, merged, source }: Writing, strategy: Strategy, start: number): number {
  const { work, words } = source
  const { strategy: say } = words
  let at = start
  const wide = (name: string, text: string, style: Style = look.text): void => {
    cells.put(at, NAME, name, { ...look.words, bold: true })
    for (const column of [OURS, RIGHT, THEIRS]) cells.put(at, column, column === OURS ? text : null, style)
    merged.push(`${cellAt(at, OURS)}:${cellAt(at, THEIRS)}`)
    cells.shape(at, { height: heightOf(text, widths.ours + widths.right + widths.theirs, 24) })
    at += 1
  }
  for (const column of [NAME, OURS, RIGHT, THEIRS]) cells.put(at, column, column === NAME ? subjectText(strategy, work, words) : null, { ...look.heading, across: 'left', indent: 1, size: 13, text: true })
  merged.push(`${cellAt(at, NAME)}:${cellAt(at, THEIRS)}`)
  cells.shape(at, { height: 30 })
  at += 1
  wide(say.stance, [stanceText(strategy, work, words), strategy.generic ? say.generics[strategy.generic] : ''].filter(Boolean).join(' · '))
  wide(say.steps.goal, strategy.goalBy ? fill(say.by, { text: strategy.goal, day: strategy.goalBy }) : strategy.goal)
  wide(say.steps.analysis, strategy.analysis)
  wide(say.steps.approach, strategy.approach)
  wide(say.usps, claimsOf(strategy, work.parts.usps.usps).join('\n'))
  for (const [column, text] of [[NAME, say.ours], [RIGHT, say.theirs]] as const) {
    cells.put(at, column, text, { ...look.words, bold: true, fill: colour.sunken })
    cells.put(at, column + 1, null, { ...look.words, fill: colour.sunken })
    merged.push(`${cellAt(at, column)}:${cellAt(at, column + 1)}`)
  }
  cells.shape(at, { height: 24 })
  at += 1
  for (const [ours, theirs] of leverPairs) {
    cells.put(at, NAME, say.levers[ours], look.words)
    cells.put(at, OURS, strategy.notes[ours], look.text)
    cells.put(at, RIGHT, say.levers[theirs], look.words)
    cells.put(at, THEIRS, strategy.notes[theirs], look.text)
    cells.shape(at, { height: Math.max(heightOf(strategy.notes[ours], widths.ours, 24), heightOf(strategy.notes[theirs], widths.theirs)) })
    at += 1
  }
  wide(`${say.steps.plan}, ${say.steps.monitor}`, fill(say.inPlans, { sheet: words.sheets.plans }), { ...look.words, colour: colour.inkSoft })
  wide(say.steps.improve, strategy.improve)
  return at - 1
}
