import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Customer } from '../../../shared/customer/model.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { framesOf, INSTANT_MS, instantsOf, journeysOf, mapAt, maskFrames, placeOf, recordMap, spread } from '../../../shared/map/replay.ts'
import { buildCustomer, buildWork } from '../scoring/build.ts'

const state = (at: number, customers: readonly Customer[], settings: Partial<GroupWork['settings']> = {}) => {
  const work = buildWork(customers)
  return recordMap('A', at, { ...work, settings: { ...work.settings, ...settings } })
}
const place = (id: string, potential: number, relationship: number, effort: number | null = null): Customer => buildCustomer(id, { p: potential, r: relationship }, { effort, name: `客户${id}` })

describe('the map from morning to afternoon', () => {
  it('begins where the first customer is on the map, with everything; then only what changed', () => {
    const frames = framesOf([
      state(1, [buildCustomer('a')]),
      state(2, [place('a', 1, 1), place('b', 3, 3)]),
      state(3, [place('a', 5, 1), place('b', 3, 3)]),
    ])
    expect(frames.map(({ at, points, gone }) => [at, points.map(({ id, y }) => [id, y]), gone])).toEqual([[2, [['a', 0], ['b', 50]], []], [3, [['a', 100]], []]])
  })
  it('a state that looks like the one before is no frame; a moved cut line or a share of effort makes one', () => {
    const same = [place('a', 1, 1, 10), place('b', 3, 5, 10)]
    const frames = framesOf([state(1, same), state(2, same), state(3, same, { cutX: 60 }), state(4, [place('a', 1, 1, 30), place('b', 3, 5, 10)], { cutX: 60 })])
    expect(frames.map(({ at, cutX, points }) => [at, cutX, points.map(({ effortShare }) => effortShare)])).toEqual([[1, 50, [0.5, 0.5]], [3, 60, []], [4, 60, [0.75, 0.25]]])
  })
  it('who leaves the map is gone, and may come back', () => {
    const frames = framesOf([state(1, [place('a', 1, 1), place('b', 3, 3)]), state(2, [place('b', 3, 3)]), state(3, [place('a', 2, 2), place('b', 3, 3)])])
    expect(frames.map(({ gone }) => gone)).toEqual([[], ['a'], []])
    expect([1, 2, 3].map((at) => mapAt(frames, at)?.points.map(({ id }) => id).sort())).toEqual([['a', 'b'], ['b'], ['a', 'b']])
  })
  it('a customer is called all day what it is called at the end; "A1" is nobody else in the morning', () => {
    const frames = framesOf([state(1, [place('old', 1, 1), place('b', 3, 3)]), state(2, [{ ...place('b', 4, 3), name: '改名' }])])
    expect(frames[0]?.points.map(({ label, mask }) => [label, mask])).toEqual([['客户old', ''], ['改名', 'A1']])
    expect(JSON.stringify(maskFrames(frames))).not.toMatch(/客户|改名/)
    expect(maskFrames(frames)[1]?.points.map(({ label }) => label)).toEqual(['A1'])
  })
  it('the map at any instant is the last state before it, whatever changed how often', () => {
    const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
    const scene = fc.array(fc.tuple(level, level, level), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(scene, (levels) => {
      const states = levels.map((row, index) => state(index * 10, row.flatMap((one, id) => (one === null ? [] : [place(String(id), one, 3)]))))
      const frames = framesOf(states)
      for (const one of states) {
        const found = mapAt(frames, one.at + 5)
        const sorted = (points: readonly { id: string; x: number; y: number }[] | undefined) => (points ?? []).map(({ id, x, y }) => [id, x, y]).sort()
        expect(sorted(found?.points)).toEqual(sorted(one.points))
      }
      expect(mapAt(frames, -1)).toBeNull()
    }))
  })

  it('morning against afternoon: from where a customer first was to where it is; who is gone has no journey', () => {
    const frames = framesOf([state(1, [place('a', 1, 1), place('gone', 1, 1)]), state(2, [place('a', 3, 1), place('late', 5, 5)]), state(3, [place('a', 5, 3), place('late', 5, 5)])])
    expect(journeysOf(frames).map(({ from, to }) => [to.id, from.x, from.y, to.x, to.y, from.quadrant, to.quadrant])).toEqual([
      ['a', 0, 0, 50, 100, 'release', 'deepen'], ['late', 100, 100, 100, 100, 'deepen', 'deepen'],
    ])
  })

  it('all groups run on one clock: every instant at which one of them moved, or as many spread evenly with both ends', () => {
    const frames = (ats: readonly number[]) => framesOf(ats.map((at) => state(at, [place('a', 1 + (at % 5), 1)])))
    const replays = [{ groupId: 'a', frames: frames([1, 3, 7]) }, { groupId: 'b', frames: frames([2, 3]) }]
    expect(instantsOf(replays)).toEqual([1, 2, 3, 7])
    expect(instantsOf(replays, 3)).toEqual([1, 3, 7])
    expect(instantsOf([])).toEqual([])
    expect(spread([1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([1, 4, 6, 9])
  })

  it('plays from where it was left, stands when it is paused, and ends on the last instant', () => {
    const playing = { mode: 'playing', from: 2, since: 10_000 } as const
    expect([10_000, 10_000 + INSTANT_MS - 1, 10_000 + INSTANT_MS, 10_000 + 99 * INSTANT_MS].map((now) => placeOf(playing, now, 6))).toEqual([2, 2, 3, 5])
    expect(placeOf({ mode: 'paused', from: 4 }, 99_999, 6)).toBe(4)
    // A face whose clock is behind, and a film that has become shorter.
    expect(placeOf(playing, 9_000, 6)).toBe(2)
    expect(placeOf({ mode: 'paused', from: 4 }, 0, 3)).toBe(2)
  })
})
