import type { GroupWork } from '../../shared/groupwork/model.ts'
import type { PlacedPoint } from '../../shared/protocol/views.ts'
import { isMeasured, placeAll } from '../../shared/scoring/axis.ts'
import { effortShares } from '../../shared/scoring/effort.ts'
import type { MapSeries } from './mapModel.ts'

/** The group's own measured customers as points with their names; those without any grade on an axis have no place yet. */
export function groupSeries(group: Omit<MapSeries, 'points'>, work: GroupWork): MapSeries {
  const names = new Map(work.customers.map(({ id, name }) => [id, name]))
  const shares = effortShares(work.customers)
  const points = placeAll(work.customers, work.scales, work.settings).filter(isMeasured).map((place): PlacedPoint => ({
    id: place.customerId,
    label: names.get(place.customerId) ?? '',
    x: place.x.value, y: place.y.value,
    xLow: place.x.low, xHigh: place.x.high, yLow: place.y.low, yHigh: place.y.high,
    complete: place.x.complete && place.y.complete,
    effortShare: shares.get(place.customerId) ?? null,
    quadrant: place.quadrant,
  }))
  return { ...group, points }
}
