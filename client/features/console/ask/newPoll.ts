import type { Localized } from '../../../../shared/language/locale.ts'
import { type PollDefinition, type PollKind, pollLimit } from '../../../../shared/poll/definition.ts'

/** What the trainer types into the form, kind by kind. */
export interface PollDraft {
  question: string
  /** Options or statements, one on each line. */
  rows: string
  low: string
  high: string
  most: number
  x: { name: string; low: string; high: string }
  y: { name: string; low: string; high: string }
}
export const emptyDraft = (): PollDraft => ({ question: '', rows: '', low: '', high: '', most: 3, x: { name: '', low: '', high: '' }, y: { name: '', low: '', high: '' } })

/** One on each line; blank lines and repetitions are none. */
export const rowsIn = (text: string): readonly string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))]

export type DraftProblem = 'missing' | 'wrong' | 'wrongStatements'
export function problemOf(kind: PollKind, draft: PollDraft): DraftProblem | null {
  if (draft.question.trim() === '') return 'missing'
  const rows = rowsIn(draft.rows)
  const tooLong = rows.some((row) => row.length > pollLimit.option)
  if (kind === 'single' || kind === 'multiple') return tooLong || rows.length < 2 || rows.length > pollLimit.options ? 'wrong' : null
  if (kind === 'scale') return tooLong || rows.length < 1 || rows.length > pollLimit.statements ? 'wrongStatements' : null
  return null
}

/** The poll that the form describes. `inOwn` puts a text into the trainer's language. */
export function pollFrom(kind: PollKind, draft: PollDraft, { id, live, inOwn }: { readonly id: string; readonly live: boolean; readonly inOwn: (text: string) => Localized }): PollDefinition {
  const shared = { id, live, comparedWith: null, question: inOwn(draft.question.trim()) }
  const rows = rowsIn(draft.rows).map((text, place) => ({ id: `r${place + 1}`, text: inOwn(text) }))
  const axis = ({ name, low, high }: PollDraft['x']) => ({ name: inOwn(name.trim()), low: inOwn(low.trim()), high: inOwn(high.trim()) })
  switch (kind) {
    case 'single':
    case 'multiple': return { ...shared, kind, options: rows }
    case 'scale': return { ...shared, kind, statements: rows, low: inOwn(draft.low.trim()), high: inOwn(draft.high.trim()) }
    case 'words': return { ...shared, kind, most: draft.most }
    case 'axes': return { ...shared, kind, x: axis(draft.x), y: axis(draft.y) }
  }
}
