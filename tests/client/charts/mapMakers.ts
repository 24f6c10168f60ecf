import type { MapSeries } from '../../../client/charts/mapModel.ts'
import { pointsOf } from '../../../client/charts/mapModel.ts'
import { layOutPoints, plotBox } from '../../../shared/map/layout.ts'
import type { MapPicture } from '../../../client/charts/mapOption.ts'
import type { MapPalette } from '../../../client/charts/mapPalette.ts'
import type { PlacedPoint } from '../../../shared/protocol/views.ts'

export const buildPoint = (change: Partial<PlacedPoint> & { readonly id: string }): PlacedPoint => {
  const { x = 50, y = 50 } = change
  return { label: change.id, x, y, xLow: x, xHigh: x, yLow: y, yHigh: y, complete: true, effortShare: null, quadrant: 'deepen', ...change }
}
export const buildSeries = (points: readonly PlacedPoint[], index = 0): MapSeries => ({ groupId: `g${index}`, index, name: `Group ${index}`, points })

const palette: MapPalette = {
  ground: 'rgb(255,255,255)', ink: 'rgb(0,0,0)', inkSoft: 'rgb(60,60,60)', line: 'rgb(90,90,90)', font: 'sans-serif',
  tint: { attack: 't1', deepen: 't2', release: 't3', maintain: 't4' }, name: { attack: 'n1', deepen: 'n2', release: 'n3', maintain: 'n4' },
  group: Array.from({ length: 13 }, (_, colour) => `group-${colour}`),
}
/** A font in which every character is as wide as high. */
const FONT_PX = 20

export function buildPicture(series: readonly MapSeries[], change: Partial<MapPicture> = {}): MapPicture {
  const plot = plotBox(1000, 800, FONT_PX)
  return {
    plot, fontPx: FONT_PX, cutX: 50, cutY: 50, points: layOutPoints(pointsOf(series), plot, FONT_PX, true), manyGroups: series.length > 1, showLabels: true,
    lit: null, selected: null, highlighted: new Set(), fragile: new Set(), origins: new Map(), counts: null, cutFigures: true, palette,
    words: { quadrants: { attack: '进攻', deepen: '深耕', release: '放弃', maintain: '维持' }, potential: '购买潜力', relationship: '业务关系', unlabelled: (count) => `另有 ${count} 家` },
    measure: (text) => Array.from(text).length * FONT_PX, measureName: (text) => Array.from(text).length * FONT_PX * 1.35,
    ...change,
  }
}
