import { describe, expect, it } from 'vitest'
import { groupMaps, sharedCuts } from '../../../client/features/projector/mapFacts.ts'
import type { GroupView } from '../../../shared/protocol/views.ts'

const group = (id: string, index: number): GroupView => ({ id, index, name: id, members: 0, online: 0, lock: { state: 'open' }, points: 0 })
const point = { id: 'p', label: 'A1', x: 1, y: 1, xLow: 1, xHigh: 1, yLow: 1, yHigh: 1, complete: true, effortShare: null, quadrant: 'release' as const }

describe('the maps of all groups', () => {
  it('every group of the class has its place, also before it has measured anything', () => {
    expect(groupMaps([group('a', 0), group('b', 1)], null).map((map) => [map.groupId, map.points.length, map.cutX])).toEqual([['a', 0, 50], ['b', 0, 50]])
  })
  it('the common lines are those of the groups when they agree, and the middle when they don’t', () => {
    const at = (cutX: number, points = [point]) => ({ cutX, cutY: 40, points })
    expect(sharedCuts([at(60), at(60)])).toEqual({ cutX: 60, cutY: 40 })
    expect(sharedCuts([at(60), at(45)])).toEqual({ cutX: 50, cutY: 40 })
    expect(sharedCuts([at(60), at(45, [])])).toEqual({ cutX: 60, cutY: 40 })
    expect(sharedCuts([])).toEqual({ cutX: 50, cutY: 50 })
  })
})
