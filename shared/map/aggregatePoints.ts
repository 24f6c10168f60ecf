import { customerMask } from '../group/identity.ts'
import type { GroupWork } from '../groupwork/model.ts'
import type { AggregatePoint } from '../protocol/views.ts'
import { isMeasured, placeAll } from '../scoring/axis.ts'
import { effortShares } from '../scoring/effort.ts'
import { isBlank } from '../text/sanitise.ts'

/** What a customer is called where many look: by its name, and by its letter and number where names are hidden. */
export type PointName = Pick<AggregatePoint, 'label' | 'mask'>

/** Of all customers, on the map or not. @param letter the group's; one without a name is called by its mask. */
export const pointNames = (letter: string, { customers }: GroupWork): ReadonlyMap<string, PointName> =>
  new Map(customers.map(({ id, name }, place) => {
    const mask = customerMask(letter, place)
    return [id, { label: isBlank(name) ? mask : name, mask }]
  }))

/** The group's measured customers as points of a map of many groups. */
export function aggregatePoints(letter: string, work: GroupWork): AggregatePoint[] {
  const names = pointNames(letter, work)
  const effort = effortShares(work.customers)
  return placeAll(work.customers, work.scales, work.settings).filter(isMeasured).map(({ customerId, x, y, quadrant }) => ({
    id: customerId,
    label: names.get(customerId)?.label ?? '',
    mask: names.get(customerId)?.mask ?? '',
    x: x.value, y: y.value, xLow: x.low, xHigh: x.high, yLow: y.low, yHigh: y.high,
    complete: x.complete && y.complete,
    effortShare: effort.get(customerId) ?? null,
    quadrant,
  }))
}
