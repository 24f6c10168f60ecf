import type { Customer } from '../customer/model.ts'
import type { GroupWork } from '../groupwork/model.ts'
import type { Quadrant } from '../map/model.ts'
import { isMeasured, type MapPlace, type MeasuredPlace, placeCustomer } from '../scoring/axis.ts'
import type { Review, ReviewedCustomer } from './model.ts'

export interface Spot {
  /** Business relationship and purchase potential, 0..100. */
  readonly x: number
  readonly y: number
  readonly quadrant: Quadrant
}
/** One customer then and now; a side is null where it has no place on the map. */
export interface Movement {
  /** The customer's id, or the row's place in the review for one who is new. */
  readonly key: string
  readonly name: string
  readonly from: Spot | null
  readonly to: Spot | null
  readonly kind: 'changed' | 'moved' | 'stayed' | 'new' | 'gone' | 'unmeasured'
}

/** Less than this on the map is no movement. */
const STILL = 0.5

/**
 * Where each customer stood on the day and stands in the review, both by the group's own scales and cut lines as they are
 * now: so a customer moves because its grades do, and not because a weight does. Those who changed quadrant come first.
 */
export function movements(work: GroupWork, review: Review): Movement[] {
  const place = (customer: Customer): Spot | null => spotOf(placeCustomer(customer, work.scales, work.settings))
  const then = new Map(work.customers.map((customer) => [customer.id, customer]))
  const found = review.customers.map((reviewed, at): Movement => {
    const before = reviewed.customerId === null ? undefined : then.get(reviewed.customerId)
    const from = before ? place(before) : null
    const to = place(asCustomer(reviewed))
    return { key: before?.id ?? `new-${at}`, name: reviewed.name || (before?.name ?? ''), from, to, kind: before ? kindOf(from, to) : 'new' }
  })
  const seen = new Set(review.customers.map(({ customerId }) => customerId))
  const gone = work.customers.filter(({ id }) => !seen.has(id)).map((customer): Movement => ({ key: customer.id, name: customer.name, from: place(customer), to: null, kind: 'gone' }))
  return [...found, ...gone].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || distance(other) - distance(one))
}
const order: readonly Movement['kind'][] = ['changed', 'new', 'moved', 'stayed', 'gone', 'unmeasured']

const spotOf = (place: MapPlace): Spot | null => (isMeasured(place) ? spot(place) : null)
const spot = ({ x, y, quadrant }: MeasuredPlace): Spot => ({ x: x.value, y: y.value, quadrant })

function kindOf(from: Spot | null, to: Spot | null): Movement['kind'] {
  if (!from || !to) return 'unmeasured'
  if (from.quadrant !== to.quadrant) return 'changed'
  return Math.hypot(to.x - from.x, to.y - from.y) < STILL ? 'stayed' : 'moved'
}

/** How far it went, in points of the map. */
export const distance = ({ from, to }: Movement): number => (from && to ? Math.hypot(to.x - from.x, to.y - from.y) : 0)

function asCustomer({ customerId, name, effort, revenue, grades }: ReviewedCustomer): Customer {
  return { id: customerId ?? 'new', order: '', gutOrder: '', name, note: '', effort, revenue, grades: new Map(grades), removed: null }
}

export const countKinds = (all: readonly Movement[]): Readonly<Record<Movement['kind'], number>> => {
  const counts = { changed: 0, moved: 0, stayed: 0, new: 0, gone: 0, unmeasured: 0 }
  for (const { kind } of all) counts[kind]++
  return counts
}
