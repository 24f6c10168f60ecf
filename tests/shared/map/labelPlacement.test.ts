import { describe, expect, it } from 'vitest'
import { cornerBox, fitText, type LabelRequest, MUST_SHOW, overlap, placeLabels } from '../../../shared/map/labelPlacement.ts'
import { createRandom } from '../../support/random.ts'

const bounds = { left: 0, top: 0, width: 1800, height: 950 }
const request = (key: string, x: number, y: number, change: Partial<LabelRequest> = {}): LabelRequest => ({ key, x, y, radius: 9, width: 76, height: 19, priority: 0, ...change })

function collisions(requests: readonly LabelRequest[], placed: ReturnType<typeof placeLabels>): string[] {
  const boxes = placed.map((label) => {
    const { width = 0, height = 0 } = requests.find(({ key }) => key === label.key) ?? {}
    return { ...label, width, height }
  })
  const found: string[] = []
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) if (overlap(box, other)) found.push(`${box.key} covers ${other.key}`)
    for (const { key, x, y, radius } of requests) {
      const [dx, dy] = [x - Math.max(box.left, Math.min(x, box.left + box.width)), y - Math.max(box.top, Math.min(y, box.top + box.height))]
      if (Math.hypot(dx, dy) < radius) found.push(`${box.key} covers the marker of ${key}`)
    }
    if (box.left < 0 || box.top < 0 || box.left + box.width > bounds.width || box.top + box.height > bounds.height) found.push(`${box.key} is outside`)
  })
  return found
}

describe('labels beside their markers', () => {
  it('stand to the right of a marker that is alone', () => {
    expect(placeLabels([request('a', 500, 400)], [], bounds)).toEqual([{ key: 'a', left: 512, top: 390.5, leader: null }])
  })

  it('turn inwards at the edge', () => {
    const [label] = placeLabels([request('a', 1795, 400)], [], bounds)
    expect(label?.left).toBeLessThan(1795)
  })

  it('rather stand on another side than on a cut line, and never go far for that', () => {
    const cutX = [{ x: 560, y: 0 }, { x: 560, y: 950 }] as const
    const [label] = placeLabels([request('a', 500, 400)], [], bounds, [], [cutX])
    expect(label).toEqual({ key: 'a', left: 412, top: 390.5, leader: null })
    const narrow = { left: 460, top: 0, width: 1000, height: 950 }
    const [other] = placeLabels([request('a', 500, 400)], [], narrow, [], [cutX])
    expect(other && other.left + 76).toBeLessThanOrEqual(560)
  })

  it('ten customers in one corner are all named, and no label covers another or a marker', () => {
    const requests = Array.from({ length: 10 }, (_, index) => request(`c${index}`, 1700 + ((index * 37) % 80), 30 + ((index * 23) % 70)))
    const placed = placeLabels(requests, requests, bounds)
    expect(placed).toHaveLength(10)
    expect(collisions(requests, placed)).toEqual([])
  })

  for (const seed of [1, 2, 3, 20261123]) {
    it(`12 groups with ten customers each: nearly all are named, none collide (SEED=${seed})`, () => {
      const random = createRandom(seed)
      const requests = Array.from({ length: 120 }, (_, index) => request(`p${index}`, 60 + random.below(1680), 40 + random.below(860), { width: 42, height: 29, radius: 7 + random.below(12) }))
      const placed = placeLabels(requests, requests, bounds)
      expect(placed.length).toBeGreaterThan(110)
      expect(collisions(requests, placed)).toEqual([])
    })
  }

  it('none stands on a heading, however crowded its corner is', () => {
    const heading = { left: 20, top: 20, width: 120, height: 40 }
    const requests = Array.from({ length: 14 }, (_, index) => request(`c${index}`, 40 + ((index * 37) % 130), 70 + ((index * 23) % 50)))
    const placed = placeLabels(requests, requests, bounds, [heading])
    expect(placed.length).toBeGreaterThan(10)
    for (const { left, top } of placed) expect(overlap({ left, top, width: 76, height: 19 }, heading)).toBe(false)
  })

  it('a name that has room in its own quadrant does not go over the line into the next', () => {
    const line = [{ x: 0, y: 500 }, { x: 1800, y: 500 }] as const
    const requests = Array.from({ length: 9 }, (_, index) => request(`c${index}`, 800 + (index % 3) * 60, 390 + Math.floor(index / 3) * 36))
    for (const { top } of placeLabels(requests, requests, bounds, [], [line])) expect(top + 19).toBeLessThanOrEqual(500)
  })

  it('the same points give the same labels, whatever their order', () => {
    const requests = Array.from({ length: 12 }, (_, index) => request(`c${index}`, 300 + index * 9, 300 + (index % 4) * 11))
    const placed = placeLabels(requests, requests, bounds)
    const sorted = (labels: typeof placed) => [...labels].sort((one, other) => (one.key < other.key ? -1 : 1))
    expect(sorted(placeLabels([...requests].reverse(), requests, bounds))).toEqual(sorted(placed))
  })

  it('where there is no room a label is left out, but never that of the chosen customer', () => {
    const narrow = { left: 0, top: 0, width: 60, height: 60 }
    const crowd = [request('a', 30, 30, { radius: 29 }), request('b', 30, 30, { radius: 29, priority: MUST_SHOW })]
    expect(placeLabels(crowd, crowd, narrow).map(({ key }) => key)).toEqual(['b'])
  })

  it('keep off the names of the quadrants when there is room elsewhere', () => {
    const name = { left: 505, top: 380, width: 120, height: 40 }
    const [label] = placeLabels([request('a', 500, 400)], [], bounds, [name])
    expect(label && overlap({ ...label, width: 76, height: 19 }, name)).toBe(false)
  })
})

describe('a label that is too long', () => {
  const measure = (text: string): number => Array.from(text).length * 10
  it('is cut with an ellipsis, at whole characters', () => {
    expect(fitText('北斗七桥重工', 60, measure)).toBe('北斗七桥重工')
    expect(fitText('北斗七桥重工有限公司', 60, measure)).toBe('北斗七桥重…')
    expect(fitText('🐟🐟🐟🐟', 30, measure)).toBe('🐟🐟…')
    expect(fitText('北斗', 5, measure)).toBe('…')
  })
})

describe('the name of a quadrant', () => {
  const name = { right: true, top: true, width: 40, height: 20, margin: 10 }
  it('stands in its outer corner, and further in where a marker is there, as far as the cut line', () => {
    expect(cornerBox(bounds, 900, name, [])).toEqual({ left: 1750, top: 10, width: 40, height: 20 })
    const best = { x: 1780, y: 20, radius: 9 }
    const { left } = cornerBox(bounds, 900, name, [best])
    expect(left + name.width).toBeLessThan(best.x - best.radius)
    expect(cornerBox(bounds, 1740, name, [best]).left).toBe(1750)
    expect(cornerBox(bounds, 900, { ...name, right: false, top: false }, [{ x: 20, y: 930, radius: 9 }])).toEqual({ left: 30, top: 920, width: 40, height: 20 })
  })
})
