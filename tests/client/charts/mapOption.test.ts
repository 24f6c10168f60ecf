import { describe, expect, it } from 'vitest'
import { mapSeries, type MapPicture } from '../../../client/charts/mapOption.ts'
import { buildPicture, buildPoint, buildSeries } from './mapMakers.ts'

interface Element { readonly type: string; readonly name?: string; readonly style?: Record<string, unknown>; readonly children?: readonly Element[] }

/** What a layer draws, element by element, as the engine would ask for it. */
function drawn(picture: MapPicture, layerId: string): Element[] {
  const layer = mapSeries(picture).find(({ id }) => id === layerId)
  const items = Array.isArray(layer?.data) ? layer.data : []
  return items.map((_item, dataIndex) => layer?.renderItem?.({ dataIndex } as never, {} as never) as unknown as Element)
}
const texts = (elements: readonly Element[]): unknown[] => elements.flatMap(({ type, style, children = [] }) => [...(type === 'text' ? [style?.['text']] : []), ...texts(children)])
const named = (element: Element | undefined, name: string): Element | undefined => element?.children?.find((child) => child.name === name)

const two = [
  buildSeries([buildPoint({ id: 'a', label: 'A1', x: 20, y: 80, quadrant: 'attack' })], 0),
  buildSeries([buildPoint({ id: 'b', label: 'B1', x: 80, y: 30, complete: false, xLow: 60, xHigh: 95, yLow: 20, yHigh: 44, quadrant: 'maintain' })], 1),
]

describe('what the map draws', () => {
  it('names the four quadrants and both axes, and counts when asked', () => {
    expect(texts(drawn(buildPicture(two), 'ground'))).toEqual(expect.arrayContaining(['进攻', '深耕', '放弃', '维持', '↑ 购买潜力', '业务关系 →']))
    const counted = buildPicture(two, { counts: { attack: 1, deepen: 0, release: 0, maintain: 1 } })
    expect(texts(drawn(counted, 'ground'))).toEqual(expect.arrayContaining(['进攻 1', '维持 1', '深耕 0']))
  })

  it('P8.1: each group has its own colour and its own shape', () => {
    const shapes = drawn(buildPicture(two), 'markers').map((item) => named(item, 'shape'))
    const looks = shapes.map((shape) => [shape?.style?.['fill'] === 'rgb(255,255,255)' ? shape.style['stroke'] : shape?.style?.['fill'], JSON.stringify((shape as { shape?: { pathData?: string } })?.shape?.pathData)])
    expect(new Set(looks.map(([colour]) => colour))).toEqual(new Set(['group-1', 'group-2']))
    expect(new Set(looks.map(([, path]) => path)).size).toBe(2)
  })

  it('an incomplete customer is hollow and shows its range; a complete one shows none', () => {
    const picture = buildPicture(two)
    expect(mapSeries(picture).find(({ id }) => id === 'ranges')?.data).toHaveLength(1)
    expect(drawn(picture, 'ranges')[0]?.children?.map(({ name }) => name)).toEqual(['x', 'x-low', 'x-high', 'y', 'y-low', 'y-high'])
    const fills = drawn(picture, 'markers').map((item) => named(item, 'shape')?.style?.['fill'])
    expect(fills.filter((fill) => fill === 'rgb(255,255,255)')).toHaveLength(1)
  })

  it('names that find no room are counted; what nobody wanted to name is not', () => {
    const crowd = [buildSeries(Array.from({ length: 300 }, (_, place) => buildPoint({ id: `${place}`, label: '一家名字很长的客户', x: 40 + (place % 20), y: 40 + place / 15, quadrant: 'attack' })), 0)]
    const shown = drawn(buildPicture(crowd), 'labels').length
    expect(shown).toBeLessThan(300)
    expect(texts(drawn(buildPicture(crowd), 'ground'))).toContain(`另有 ${300 - shown} 家`)
    expect(texts(drawn(buildPicture(crowd, { showLabels: false }), 'ground')).join()).not.toContain('另有')
    expect(texts(drawn(buildPicture(two), 'ground')).join()).not.toContain('另有')
  })

  it('one group lit: the others step back and lose their labels', () => {
    const picture = buildPicture(two, { lit: 'g0' })
    expect(texts(drawn(picture, 'labels'))).toEqual(['A1'])
    expect(drawn(picture, 'markers').map((item) => named(item, 'shape')?.style?.['opacity'])).toEqual([0.22, 1])
  })

  it('without labels the chosen customer is still named, with a ring around it', () => {
    const picture = buildPicture(two, { showLabels: false, selected: 'g1/b' })
    expect(texts(drawn(picture, 'labels'))).toEqual(['B1'])
    expect(drawn(picture, 'markers').filter((item) => named(item, 'halo'))).toHaveLength(1)
  })

  it('a fragile customer has a dashed ring, inside of the ring of being chosen', () => {
    const picture = buildPicture(two, { fragile: new Set(['g1/b']), selected: 'g1/b' })
    const [ring, halo] = drawn(picture, 'markers').flatMap((item) => ['ring', 'halo'].map((name) => named(item, name))).filter(Boolean)
    expect(ring?.style?.['lineDash']).toHaveLength(2)
    expect(Object(ring)['shape'].r).toBeLessThan(Object(halo)['shape'].r)
  })

  it('an arrow leads from where a customer was; one that has hardly moved has none', () => {
    const picture = buildPicture(two, { origins: new Map([['g0/a', { x: 60, y: 20 }], ['g1/b', { x: 80.2, y: 30 }]]) })
    const [moved, still] = drawn(picture, 'ways')
    expect(moved?.children?.map(({ name }) => name)).toEqual(['way', 'tip', 'origin'])
    expect(still?.children).toEqual([])
  })

  it('P5.1: a hostile name is drawn as text; there is no tooltip and no formatter that could take it for markup', () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const picture = buildPicture([buildSeries([buildPoint({ id: 'x', label: hostile })])], { measure: () => 10 })
    expect(texts(drawn(picture, 'labels'))).toEqual([hostile])
    for (const layer of mapSeries(picture)) {
      expect(layer).toMatchObject({ type: 'custom', silent: true })
      expect(layer).not.toHaveProperty('tooltip')
      expect(layer).not.toHaveProperty('label')
    }
  })

  it('points glide when they move, the ground does not', () => {
    expect(mapSeries(buildPicture(two)).map(({ id, animation, animationDurationUpdate }) => [id, animation, animationDurationUpdate])).toEqual([['ground', false, 600], ['ranges', true, 600], ['ways', true, 600], ['markers', true, 600], ['labels', true, 600]])
  })
})
