import { quadrants, type Quadrant } from '../../../shared/map/model.ts'
import type { Journey } from '../../../shared/map/replay.ts'

/** How many customers went from one quadrant to another. */
export interface QuadrantMove {
  readonly key: string
  readonly from: Quadrant
  readonly to: Quadrant
  readonly count: number
}

/** Of all changes of quadrant between the first and the last place, the most frequent first. */
export function movesOf(journeys: readonly Journey[]): QuadrantMove[] {
  return quadrants
    .flatMap((from) => quadrants.filter((to) => to !== from).map((to) => ({ key: `${from}-${to}`, from, to, count: journeys.filter((one) => one.from.quadrant === from && one.to.quadrant === to).length })))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
}

/** The most frequent moves, `most` lines at the most; the last line stands for the rest, so that the lines add up. */
export function movesWithin(moves: readonly QuadrantMove[], most: number): { readonly shown: readonly QuadrantMove[]; readonly others: number } {
  const shown = moves.length <= most ? moves : moves.slice(0, most - 1)
  return { shown, others: moves.slice(shown.length).reduce((sum, { count }) => sum + count, 0) }
}
