import { describe, expect, it } from 'vitest'
import { fromX, fromY, layOutPoints, markerRadius, plotBox, pointAt, toX, toY } from '../../../shared/map/layout.ts'
import { countQuadrants, pointsOf } from '../../../client/charts/mapModel.ts'
import { buildPoint, buildSeries } from './mapMakers.ts'

const plot = plotBox(1000, 800, 14)

describe('places on the map', () => {
  it('relationship runs to the right, potential upwards, and both come back from pixels', () => {
    expect(toX(plot, 100)).toBeGreaterThan(toX(plot, 0))
    expect(toY(plot, 100)).toBeLessThan(toY(plot, 0))
    for (const value of [0, 12.5, 50, 100]) {
      expect(fromX(plot, toX(plot, value))).toBeCloseTo(value)
      expect(fromY(plot, toY(plot, value))).toBeCloseTo(value)
    }
    expect(fromX(plot, -500)).toBe(0)
    expect(fromY(plot, -500)).toBe(100)
  })

  it('a point on a cut line belongs to the upper and right side', () => {
    expect(countQuadrants([{ x: 50, y: 50 }, { x: 49.9, y: 50 }, { x: 50, y: 49.9 }, { x: 0, y: 0 }], 50, 50)).toEqual({ deepen: 1, attack: 1, maintain: 1, release: 1 })
  })

  it('P1.12: what is no place between 0 and 100 is left out', () => {
    const series = buildSeries([buildPoint({ id: 'ok' }), buildPoint({ id: 'nan', x: Number.NaN }), buildPoint({ id: 'far', y: 1e9 })])
    expect(pointsOf([series]).map(({ id }) => id)).toEqual(['ok'])
  })
})

describe('markers', () => {
  it('area grows with the share of effort, up to a cap; no effort known is the plain size', () => {
    expect(markerRadius(0.2, 14) / markerRadius(0.1, 14)).toBeCloseTo(Math.SQRT2)
    expect(markerRadius(null, 14)).toBe(markerRadius(0.1, 14))
    expect(markerRadius(0, 14)).toBeGreaterThan(0)
    expect(markerRadius(1, 14)).toBeLessThanOrEqual(14 * 1.7)
  })

  it('on one spot are fanned out alike each time, and keep the place that was measured', () => {
    const points = pointsOf([buildSeries(['a', 'b', 'c'].map((id) => buildPoint({ id, x: 30, y: 70 })))])
    const drawn = layOutPoints(points, plot, 14, true)
    for (const [index, one] of drawn.entries()) {
      expect([one.trueX, one.trueY]).toEqual([toX(plot, 30), toY(plot, 70)])
      for (const other of drawn.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius)
    }
    const again = layOutPoints([...points].reverse(), plot, 14, true)
    expect(new Map(again.map((one) => [one.point.id, [one.x, one.y]]))).toEqual(new Map(drawn.map((one) => [one.point.id, [one.x, one.y]])))
  })

  it('P8.4: a finger beside a small marker still means it; far away it means none', () => {
    const drawn = layOutPoints(pointsOf([buildSeries([buildPoint({ id: 'a', x: 20, y: 20 }), buildPoint({ id: 'b', x: 80, y: 80 })])]), plot, 14, true)
    expect(pointAt(drawn, { x: toX(plot, 20) + 18, y: toY(plot, 20) }, 26)?.point.id).toBe('a')
    expect(pointAt(drawn, { x: toX(plot, 50), y: toY(plot, 50) }, 26)).toBeNull()
  })
})
