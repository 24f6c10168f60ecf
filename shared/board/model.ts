import { caseKey } from '../case/model.ts'

/**
 * What the trainer picked for the projector out of what people wrote, in order: by board the refs of its lines. A board is
 * a question of a case (`case/<item>/<question>`) or the commitments.
 */
export type Picks = Readonly<Record<string, readonly string[]>>
export const COMMITMENTS_BOARD = 'commitments'
export const caseBoard = (itemId: string, questionId: string): string => `case/${caseKey(itemId, questionId)}`
export const boardPattern = /^(commitments|case\/[a-z0-9-]{1,40}\/[a-z0-9-]{1,40})$/
/** `<participant>` or `<participant>/<line>`. */
export const refPattern = /^[a-z0-9-]{1,40}(\/[a-z0-9-]{1,40})?$/
export const MAX_PICKS = 40

/** The line at this place (from 0) of the board, wherever it was before; null takes it off. */
export function pick(picked: readonly string[], ref: string, place: number | null): readonly string[] {
  const others = picked.filter((one) => one !== ref)
  return place === null ? others : others.toSpliced(place, 0, ref)
}
/** What was picked, in its order; what is no longer there is left out. */
export const inOrder = <T>(lines: readonly T[], picked: readonly string[], refOf: (line: T) => string): readonly T[] => {
  const byRef = new Map(lines.map((line) => [refOf(line), line]))
  return picked.flatMap((ref) => byRef.get(ref) ?? [])
}
