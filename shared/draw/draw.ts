/** What chance may choose among. */
export const drawKinds = ['person', 'group'] as const
export type DrawKind = (typeof drawKinds)[number]

/** Nobody is drawn twice in a round; when all had their turn the next one begins. */
export interface DrawRound {
  readonly number: number
  /** Oldest first. */
  readonly drawn: readonly string[]
}
export const firstRound: DrawRound = { number: 1, drawn: [] }

export interface Drawn {
  readonly round: DrawRound
  readonly pickedId: string
}

/**
 * One of `eligible` that has not been drawn in this round. A new round does not begin with the one who ended the last.
 * Null when there is nobody to draw. @param place chance: from 0 up to, not including, its argument.
 */
export function drawOne(round: DrawRound, eligible: readonly string[], place: (count: number) => number): Drawn | null {
  const left = eligible.filter((id) => !round.drawn.includes(id))
  if (left.length > 0) return taken(round, left, place)
  const last = round.drawn.at(-1)
  const others = eligible.filter((id) => id !== last)
  return taken({ number: round.number + 1, drawn: [] }, others.length > 0 ? others : eligible, place)
}

function taken(round: DrawRound, among: readonly string[], place: (count: number) => number): Drawn | null {
  const pickedId = among[place(among.length)]
  return pickedId === undefined ? null : { round: { ...round, drawn: [...round.drawn, pickedId] }, pickedId }
}

/** As if the id had not been drawn: it may be again in this round. */
export const putBack = (round: DrawRound, id: string): DrawRound => ({ ...round, drawn: round.drawn.filter((one) => one !== id) })
