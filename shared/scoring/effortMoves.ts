import type { Customer } from '../customer/model.ts'
import type { MapPlace } from './axis.ts'
import { alignment, compareShares, MIN_COMPARED, MIN_SHARE_GAP, type ShareComparison } from './effort.ts'

/** A proposal: so much of the group's effort from one customer to another. */
export interface EffortMove {
  readonly fromId: string
  readonly toId: string
  /** In the group's unit; whole. */
  readonly amount: number
}
export interface EffortProposal {
  readonly moves: readonly EffortMove[]
  /** Alignment today, and after all moves. */
  readonly before: number
  readonly after: number
}

/** More than these nobody changes at once, nor more than half of what a customer gets today. */
export const MAX_MOVES = 4
const MOST_GIVEN = 0.5
/** Amounts are told in steps of about a fortieth of all effort: 1, 2, 5, 10, 20, 50 …, never less than 1. */
const STEPS = 40

/**
 * Which effort to move where, so that it follows potential. With E the known effort of the customers that are compared
 * and p the potential shares, a customer's fair effort is p·E; what it has beyond, but at most half of all it has, is its
 * surplus, what it lacks its deficit. Again and again the largest surplus gives to the largest deficit the smaller of the
 * two, rounded down to the step, until one side is below 3 % of E or one step, or there are four moves. Deficits count on
 * the high-potential side alone: who is let go or kept at low cost needs no more. Every move raises the alignment, by
 * amount / E. null where shares are not worth comparing (see `compareShares`).
 */
export function proposeMoves(customers: readonly Customer[], places: readonly MapPlace[], cutY: number): EffortProposal | null {
  const shares = compareShares(customers, places)
  const before = alignment(shares)
  if (before === null || shares.length < MIN_COMPARED) return null
  const effort = effortOf(customers, shares)
  const high = new Set(places.filter((place) => (place.y.value ?? -Infinity) >= cutY).map((place) => place.customerId))
  const gaps = shares.map((share) => ({ id: share.customerId, gap: Math.min(share.effortShare - share.potentialShare, share.effortShare * MOST_GIVEN) * effort }))
  const moves = passOn(gaps.filter(({ gap }) => gap > 0), gaps.filter(({ id, gap }) => gap < 0 && high.has(id)), effort)
  const after = alignment(afterMoves(shares, moves, effort)) ?? before
  return { moves, before, after }
}

interface Gap {
  readonly id: string
  readonly gap: number
}

function passOn(surpluses: readonly Gap[], deficits: readonly Gap[], effort: number): EffortMove[] {
  const step = stepOf(effort)
  const trifle = Math.max(step, MIN_SHARE_GAP * effort)
  const givers = new Map(surpluses.map(({ id, gap }) => [id, gap]))
  const takers = new Map(deficits.map(({ id, gap }) => [id, -gap]))
  const moves: EffortMove[] = []
  while (moves.length < MAX_MOVES) {
    const [giver, taker] = [largest(givers), largest(takers)]
    if (!giver || !taker || Math.min(giver.amount, taker.amount) < trifle - 1e-9) break
    const amount = Math.floor(Math.min(giver.amount, taker.amount) / step + 1e-9) * step
    moves.push({ fromId: giver.id, toId: taker.id, amount })
    givers.set(giver.id, giver.amount - amount)
    takers.set(taker.id, taker.amount - amount)
  }
  return moves
}

/** Of equal ones the first by id, so that every device proposes the same. */
function largest(amounts: ReadonlyMap<string, number>): { readonly id: string; readonly amount: number } | null {
  let best: { id: string; amount: number } | null = null
  for (const [id, amount] of amounts) {
    if (!best || amount > best.amount + 1e-9 || (amount > best.amount - 1e-9 && id < best.id)) best = { id, amount }
  }
  return best
}

/** 1, 2 or 5 times a power of ten. */
export function stepOf(effort: number): number {
  const wished = effort / STEPS
  if (!(wished > 1) || !Number.isFinite(wished)) return 1
  const ten = 10 ** Math.floor(Math.log10(wished))
  return (wished >= 5 * ten ? 5 : wished >= 2 * ten ? 2 : 1) * ten
}

/** The effort of the customers that are compared. */
function effortOf(customers: readonly Customer[], shares: readonly ShareComparison[]): number {
  const compared = new Set(shares.map((share) => share.customerId))
  return customers.reduce((sum, { id, effort }) => sum + (compared.has(id) ? (effort ?? 0) : 0), 0)
}

function afterMoves(shares: readonly ShareComparison[], moves: readonly EffortMove[], effort: number): ShareComparison[] {
  return shares.map((share) => {
    const gained = moves.reduce((sum, { fromId, toId, amount }) => sum + (toId === share.customerId ? amount : 0) - (fromId === share.customerId ? amount : 0), 0)
    return { ...share, effortShare: share.effortShare + gained / effort }
  })
}

/** The same pair of customers has the same key tomorrow, whatever the amount then; it is judged like a finding. */
export const moveKey = ({ fromId, toId }: Pick<EffortMove, 'fromId' | 'toId'>): string => `move:${fromId}:${toId}`
