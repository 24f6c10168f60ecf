import type { Customer } from '../customer/model.ts'
import type { MapPlace } from './axis.ts'

/** By customer id, each 0..1; together 1. Empty when there is nothing to share. */
export type Shares = ReadonlyMap<string, number>

/** Each customer's share of the effort that is known. A customer without a figure has no share, not the share 0. */
export const effortShares = (customers: readonly Customer[]): Shares =>
  sharesOf(customers.filter((customer) => !customer.removed).map((customer) => [customer.id, knownEffort(customer)]))

/** Each measured customer's share of the potential (y) on the map. */
export const potentialShares = (places: readonly MapPlace[]): Shares => sharesOf(places.map((place) => [place.customerId, place.y.value]))

/** Effort and potential this close are a trifle: with many small customers a ratio alone would make much of nothing. */
export const MIN_SHARE_GAP = 0.03
/** Fewer customers than this have no shares worth comparing. */
export const MIN_COMPARED = 3

export interface ShareComparison {
  readonly customerId: string
  readonly effortShare: number
  readonly potentialShare: number
}

/**
 * Effort share beside potential share for the customers of which both are known, and over these alone, so that each
 * side sums to 1 and one missing figure does not make the others look neglected. Empty while either side is all zero.
 */
export function compareShares(customers: readonly Customer[], places: readonly MapPlace[]): ShareComparison[] {
  const potentials = new Map(places.map((place) => [place.customerId, place.y.value]))
  const both = customers.filter((customer) => !customer.removed && knownEffort(customer) !== null && (potentials.get(customer.id) ?? null) !== null)
  const effort = sharesOf(both.map((customer) => [customer.id, knownEffort(customer)]))
  const potential = sharesOf(both.map((customer) => [customer.id, potentials.get(customer.id) ?? null]))
  return both.flatMap(({ id }) => {
    const [effortShare, potentialShare] = [effort.get(id), potential.get(id)]
    return effortShare === undefined || potentialShare === undefined ? [] : [{ customerId: id, effortShare, potentialShare }]
  })
}

/**
 * 1 − ½·Σ|effort share − potential share|: 1 when effort follows potential exactly, towards 0 the less it does. null
 * with fewer than two customers to compare, where it would say 1 and mean nothing.
 */
export function alignment(shares: readonly ShareComparison[]): number | null {
  if (shares.length < 2) return null
  const apart = shares.reduce((sum, share) => sum + Math.abs(share.effortShare - share.potentialShare), 0)
  return Math.min(1, Math.max(0, 1 - apart / 2))
}

const knownEffort = ({ effort }: Customer): number | null => (effort !== null && Number.isFinite(effort) && effort >= 0 ? effort : null)

function sharesOf(amounts: readonly (readonly [string, number | null])[]): Shares {
  const known = amounts.flatMap(([id, amount]) => (amount === null ? [] : [[id, amount] as const]))
  const total = known.reduce((sum, [, amount]) => sum + amount, 0)
  return new Map(total > 0 && Number.isFinite(total) ? known.map(([id, amount]) => [id, amount / total]) : [])
}
