import type { Customer } from '../customer/model.ts'
import type { MapSettings } from '../map/model.ts'
import { byOrder } from '../order/order.ts'
import type { MapPlace } from './axis.ts'

const MIN_RANKED = 3

/**
 * Spearman's ρ of two lists of figures about the same things, −1..1: Pearson's r of their ranks, ties sharing the average
 * of their ranks. null for fewer than three pairs, for lists of unlike length, and where one side is all the same.
 */
export function spearman(ones: readonly number[], others: readonly number[]): number | null {
  if (ones.length !== others.length || ones.length < MIN_RANKED || ![...ones, ...others].every(Number.isFinite)) return null
  const [left, right] = [averageRanks(ones), averageRanks(others)]
  const middle = (ones.length + 1) / 2
  let [together, leftSquares, rightSquares] = [0, 0, 0]
  left.forEach((rank, index) => {
    const [dx, dy] = [rank - middle, (right[index] ?? middle) - middle]
    together += dx * dy
    leftSquares += dx * dx
    rightSquares += dy * dy
  })
  if (leftSquares === 0 || rightSquares === 0) return null
  return Math.min(1, Math.max(-1, together / Math.sqrt(leftSquares * rightSquares)))
}

/** Ranks from 1 for the lowest figure; equal figures share the average of the ranks they take up. */
export function averageRanks(values: readonly number[]): number[] {
  const places = values.map((value, index) => ({ value, index })).sort((one, other) => one.value - other.value)
  const ranks = new Array<number>(values.length).fill(0)
  for (let from = 0; from < places.length;) {
    let to = from
    while (to + 1 < places.length && places[to + 1]?.value === places[from]?.value) to++
    for (const { index } of places.slice(from, to + 1)) ranks[index] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/** The measured customers in the order in which the group would visit them by gut feeling. */
function byGut(customers: readonly Customer[], places: readonly MapPlace[]): { readonly id: string; readonly potential: number }[] {
  const potentials = new Map(places.map((place) => [place.customerId, place.y.value]))
  return customers
    .filter((customer) => !customer.removed)
    .sort((one, other) => byOrder({ id: one.id, order: one.gutOrder }, { id: other.id, order: other.gutOrder }))
    .flatMap(({ id }) => {
      const potential = potentials.get(id) ?? null
      return potential === null ? [] : [{ id, potential }]
    })
}

/** A group's customers, and whether their order by gut stands. */
interface Ordered {
  readonly customers: readonly Customer[]
  readonly settings: Pick<MapSettings, 'gutDoneAt'>
}

/**
 * How well the order of the gut agrees with the measured potential: ρ = 1 when the first to visit has the highest
 * potential and so on. Over the measured customers; null while that says nothing, and until the group has said that the order is its own.
 */
export function gutAgreement({ customers, settings }: Ordered, places: readonly MapPlace[]): number | null {
  if (settings.gutDoneAt === null) return null
  const ordered = byGut(customers, places)
  return spearman(ordered.map((_customer, index) => -index), ordered.map(({ potential }) => potential))
}

export interface RankChange {
  readonly customerId: string
  /** Places from 1; each is taken once. Those with the same potential keep the order of the gut. */
  readonly gut: number
  readonly measured: number
}

/** Both orders of the measured customers side by side, in the order of the gut: the place by feeling, and by measured potential. */
export function rankChanges(customers: readonly Customer[], places: readonly MapPlace[]): RankChange[] {
  const ordered = byGut(customers, places)
  const measured = [...ordered].sort((one, other) => other.potential - one.potential)
  return ordered.map((one, index) => ({ customerId: one.id, gut: index + 1, measured: measured.indexOf(one) + 1 }))
}
