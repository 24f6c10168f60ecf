import type { DrawnPoint } from '../../shared/map/layout.ts'
import { type Quadrant, quadrants } from '../../shared/map/model.ts'
import type { PlacedPoint } from '../../shared/protocol/views.ts'
import { quadrantOf } from '../../shared/scoring/axis.ts'

/** What the maps draw: one series for each group. The group's own map has one series, the projector's up to twelve. */
export interface MapSeries {
  readonly groupId: string
  /** Place of the group in the class: letter, colour and shape follow. */
  readonly index: number
  readonly name: string
  readonly points: readonly PlacedPoint[]
}
export type MapTheme = 'light' | 'dark' | 'paper'

/** A point is known on the whole map by its group and its own id: two groups may use one id. */
export const pointKey = (groupId: string, pointId: string): string => `${groupId}/${pointId}`

export interface MapPoint extends PlacedPoint {
  readonly key: string
  readonly groupId: string
  readonly groupIndex: number
}

export type DrawnMapPoint = DrawnPoint<MapPoint>

const isShare = (value: number): boolean => value >= 0 && value <= 100

/** All points of all series. A coordinate that is no number between 0 and 100 has no place on the map: the point is left out. */
export const pointsOf = (series: readonly MapSeries[]): MapPoint[] =>
  series.flatMap(({ groupId, index, points }) =>
    points
      .filter((point) => isShare(point.x) && isShare(point.y))
      .map((point) => ({ ...point, key: pointKey(groupId, point.id), groupId, groupIndex: index })))

/** How many points lie in each quadrant. */
export function countQuadrants(points: readonly { readonly x: number; readonly y: number }[], cutX: number, cutY: number): Record<Quadrant, number> {
  const counts: Record<Quadrant, number> = { attack: 0, deepen: 0, release: 0, maintain: 0 }
  for (const { x, y } of points) counts[quadrantOf(x, y, cutX, cutY)]++
  return counts
}

/** Where a quadrant lies: which side of the vertical and of the horizontal line. */
export const quadrantPlace: Readonly<Record<Quadrant, { readonly right: boolean; readonly top: boolean }>> = {
  attack: { right: false, top: true },
  deepen: { right: true, top: true },
  release: { right: false, top: false },
  maintain: { right: true, top: false },
}

/** In the order in which one reads the map: top row first. */
export const quadrantOrder: readonly Quadrant[] = quadrants
