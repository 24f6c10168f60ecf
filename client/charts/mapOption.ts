import type { CustomSeriesOption } from 'echarts/charts'
import { groupIdentity } from '../../shared/group/identity.ts'
import type { Quadrant } from '../../shared/map/model.ts'
import { shapePath } from '../../shared/group/shapes.ts'
import { cornerBox, type LabelRequest, MUST_SHOW, type PlacedLabel, fitText, placeLabels } from '../../shared/map/labelPlacement.ts'
import { type Box, cutLines, type Spot, toX, toY } from '../../shared/map/layout.ts'
import { type DrawnMapPoint as DrawnPoint, quadrantOrder, quadrantPlace } from './mapModel.ts'
import type { MapPalette } from './mapPalette.ts'

export interface MapWords {
  readonly quadrants: Readonly<Record<Quadrant, string>>
  readonly potential: string
  readonly relationship: string
  /** Of customers whose names found no room. */
  readonly unlabelled: (count: number) => string
}
export interface MapPicture {
  readonly plot: Box
  readonly fontPx: number
  readonly cutX: number
  readonly cutY: number
  readonly points: readonly DrawnPoint[]
  /** Many groups on one map: labels take their group's colour. */
  readonly manyGroups: boolean
  readonly showLabels: boolean
  readonly lit: string | null
  readonly selected: string | null
  readonly highlighted: ReadonlySet<string>
  /** Ringed: their quadrant hangs on little. */
  readonly fragile: ReadonlySet<string>
  /** Where points came from, by key; an arrow leads from there. */
  readonly origins: ReadonlyMap<string, Spot>
  /** Beside the name of each quadrant; null shows none. */
  readonly counts: Readonly<Record<Quadrant, number>> | null
  /** The figures of the cut lines are drawn unless handles show them. */
  readonly cutFigures: boolean
  readonly words: MapWords
  readonly palette: MapPalette
  /** Width in px of a text in `labelFont`. */
  readonly measure: (text: string) => number
  /** Width in px of a quadrant's name, in `nameFont`. */
  readonly measureName: (text: string) => number
}

type Item = Extract<NonNullable<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>>, { type: 'group' }>
type Child = Item['children'][number]

export const GLIDE_MS = 600

/** The layers of one drawing: ground, ranges, ways, markers, labels; each point glides alike in all of them. */
export function mapSeries(picture: MapPicture): CustomSeriesOption[] {
  const names = quadrantNames(picture)
  const labels = picture.showLabels || picture.selected ? labelsOf(picture, names.map(({ box }) => box)) : []
  const wanted = picture.points.filter(({ point }) => wantsLabel(picture, point)).length
  const drawn = [...picture.points].sort((one, other) => rank(picture, one) - rank(picture, other) || other.radius - one.radius || (one.point.key < other.point.key ? -1 : 1))
  const byKey = new Map(drawn.map((point) => [point.point.key, point]))
  return [
    layer('ground', 1, ['ground'], () => ({ type: 'group', children: ground(picture, names, wanted - labels.length) }), false),
    layer('ranges', 2, drawn.filter(({ point }) => !point.complete).map(({ point }) => point.key), (key) => at(byKey.get(key), (point) => range(picture, point))),
    layer('ways', 3, drawn.filter(({ point }) => picture.origins.has(point.key)).map(({ point }) => point.key), (key) => at(byKey.get(key), (point) => way(picture, point))),
    layer('markers', 4, drawn.map(({ point }) => point.key), (key) => at(byKey.get(key), (point) => marker(picture, point))),
    layer('labels', 5, labels.map(({ key }) => key), (key) => {
      const label = labels.find((one) => one.key === key)
      return at(byKey.get(key), (point) => (label ? labelShapes(picture, point, label) : []))
    }),
  ]
}

function layer(id: string, z: number, keys: readonly string[], draw: (key: string) => Item, glides = true): CustomSeriesOption {
  return {
    type: 'custom', id, z, coordinateSystem: 'none', silent: true, animation: glides,
    animationDuration: 300, animationDurationUpdate: GLIDE_MS, animationEasingUpdate: 'cubicInOut',
    data: keys.map((key) => ({ id: key, name: key, value: [0] })),
    renderItem: (params) => draw(keys[params.dataIndex] ?? ''),
  }
}

function at(drawn: DrawnPoint | undefined, children: (drawn: DrawnPoint) => Child[]): Item {
  if (!drawn) return { type: 'group', children: [] }
  return { type: 'group', x: drawn.x, y: drawn.y, transition: ['x', 'y'], enterFrom: { scaleX: 0, scaleY: 0 }, children: children(drawn) }
}

/** Back to front: what is not lit, what is, what is pointed out, what is chosen. */
const rank = (picture: MapPicture, { point }: DrawnPoint): number =>
  point.key === picture.selected ? 3 : picture.highlighted.has(point.key) ? 2 : isDim(picture, point) ? 0 : 1
const isDim = (picture: MapPicture, point: DrawnPoint['point']): boolean =>
  (picture.lit !== null && picture.lit !== point.groupId) || (picture.highlighted.size > 0 && !picture.highlighted.has(point.key) && point.key !== picture.selected)
const opacityOf = (picture: MapPicture, point: DrawnPoint['point']): number => (isDim(picture, point) ? 0.22 : 1)
const colourOf = (picture: MapPicture, point: DrawnPoint['point']): string => picture.palette.group[groupIdentity(point.groupIndex).colour] ?? picture.palette.ink

function marker(picture: MapPicture, drawn: DrawnPoint): Child[] {
  const { point, radius, trueX, trueY, x, y } = drawn
  const { palette, fontPx } = picture
  const colour = colourOf(picture, point)
  const opacity = opacityOf(picture, point)
  const outline = Math.max(1.2, fontPx / 12)
  const shape = { pathData: shapePath(groupIdentity(point.groupIndex).shape), x: -radius, y: -radius, width: radius * 2, height: radius * 2, layout: 'center' as const }
  const children: Child[] = []
  if (Math.hypot(trueX - x, trueY - y) > 1) {
    children.push({ type: 'line', name: 'spoke', shape: { x1: 0, y1: 0, x2: trueX - x, y2: trueY - y }, style: { stroke: colour, lineWidth: 1, opacity: opacity * 0.6 } })
  }
  if (picture.fragile.has(point.key)) {
    children.push({ type: 'circle', name: 'ring', shape: { cx: 0, cy: 0, r: radius + fontPx * RING }, style: { fill: 'none', stroke: palette.inkSoft, lineWidth: outline, lineDash: [fontPx * 0.22, fontPx * 0.18], opacity: opacity * 0.9 } })
  }
  if (point.key === picture.selected || picture.highlighted.has(point.key)) {
    children.push({ type: 'circle', name: 'halo', shape: { cx: 0, cy: 0, r: radius + fontPx * HALO }, style: { fill: 'none', stroke: palette.ink, lineWidth: point.key === picture.selected ? outline * 1.8 : outline } })
  }
  // The rim in the colour of the ground keeps markers that touch apart.
  children.push({ type: 'path', name: 'rim', shape, style: { fill: palette.ground, stroke: palette.ground, lineWidth: outline * 2.4, opacity } })
  children.push(point.complete
    ? { type: 'path', name: 'shape', shape, style: { fill: colour, opacity } }
    : { type: 'path', name: 'shape', shape, style: { fill: palette.ground, stroke: colour, lineWidth: outline * 1.5, opacity } })
  return children
}

/** Where the missing grades could still move the customer: a whisker on each axis, and the whole field when it is chosen. */
function range(picture: MapPicture, { point, x, y }: DrawnPoint): Child[] {
  const { plot, fontPx } = picture
  const [left, right] = [toX(plot, point.xLow) - x, toX(plot, point.xHigh) - x]
  const [bottom, top] = [toY(plot, point.yLow) - y, toY(plot, point.yHigh) - y]
  const stroke = colourOf(picture, point)
  const full = point.key === picture.selected || picture.highlighted.has(point.key)
  const opacity = opacityOf(picture, point) * (full ? 0.9 : picture.manyGroups ? 0.3 : 0.45)
  const cap = fontPx * 0.3
  const line = (name: string, x1: number, y1: number, x2: number, y2: number): Child =>
    ({ type: 'line', name, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: Math.max(1, fontPx / 13), opacity } })
  const children: Child[] = []
  // Many fields over each other would say nothing.
  if (point.key === picture.selected || (full && picture.highlighted.size === 1)) {
    children.push({ type: 'rect', name: 'field', shape: { x: left, y: top, width: right - left, height: bottom - top, r: fontPx * 0.3 }, style: { fill: stroke, opacity: 0.1 } })
  }
  if (right - left > 1) children.push(line('x', left, 0, right, 0), line('x-low', left, -cap, left, cap), line('x-high', right, -cap, right, cap))
  if (bottom - top > 1) children.push(line('y', 0, top, 0, bottom), line('y-low', -cap, bottom, cap, bottom), line('y-high', -cap, top, cap, top))
  return children
}

/** An arrow from where the customer was, drawn from the marker it leads to; nothing where it has hardly moved. */
function way(picture: MapPicture, { point, x, y, radius }: DrawnPoint): Child[] {
  const origin = picture.origins.get(point.key)
  if (!origin) return []
  const { plot, fontPx, palette } = picture
  const [dx, dy] = [toX(plot, origin.x) - x, toY(plot, origin.y) - y]
  const length = Math.hypot(dx, dy)
  const start = fontPx * 0.28
  if (length < radius + fontPx * 1.5) return []
  const [ux, uy] = [dx / length, dy / length]
  const tip = { x: ux * (radius + fontPx * 0.15), y: uy * (radius + fontPx * 0.15) }
  const head = fontPx * 0.6
  const wing = (side: 1 | -1): [number, number] => [tip.x + ux * head - side * uy * head * 0.45, tip.y + uy * head + side * ux * head * 0.45]
  const [stroke, opacity] = [colourOf(picture, point), opacityOf(picture, point)]
  return [
    { type: 'line', name: 'way', shape: { x1: dx - ux * start, y1: dy - uy * start, x2: tip.x + ux * head * 0.8, y2: tip.y + uy * head * 0.8 }, style: { stroke, lineWidth: Math.max(1.5, fontPx / 9), opacity: opacity * 0.75 } },
    { type: 'polygon', name: 'tip', shape: { points: [[tip.x, tip.y], wing(1), wing(-1)] }, style: { fill: stroke, opacity } },
    // Full, though small: hollow is who is not wholly graded.
    { type: 'circle', name: 'origin', shape: { cx: dx, cy: dy, r: start }, style: { fill: stroke, stroke: palette.ground, lineWidth: 1, opacity } },
  ]
}

/** The arrows as lines, on which no name should stand. */
const waysOf = ({ points, origins, plot }: MapPicture): (readonly [Spot, Spot])[] => points.flatMap(({ point, x, y }) => {
  const origin = origins.get(point.key)
  return origin ? [[{ x: toX(plot, origin.x), y: toY(plot, origin.y) }, { x, y }] as const] : []
})

/** Of the rings around a chosen and around a fragile marker, in font sizes. */
const HALO = 0.42
const RING = 0.26
const MAX_LABEL_EM = 11
/** Between a name and the markers around it; less than a name keeps from its own. */
const AIR_PX = 2

const isPointed = (picture: MapPicture, { key }: DrawnPoint['point']): boolean => key === picture.selected || picture.highlighted.has(key)
const wantsLabel = (picture: MapPicture, point: DrawnPoint['point']): boolean => point.label !== '' && (isPointed(picture, point) || (picture.showLabels && !isDim(picture, point)))

function labelsOf(picture: MapPicture, avoid: readonly Box[]): (PlacedLabel & { readonly text: string })[] {
  const { fontPx, plot, measure } = picture
  const widest = Math.min(fontPx * MAX_LABEL_EM, plot.width * 0.4)
  const texts = new Map<string, string>()
  const requests: LabelRequest[] = []
  for (const { point, x, y, radius } of picture.points) {
    if (!wantsLabel(picture, point)) continue
    const pointed = isPointed(picture, point)
    const text = fitText(point.label, widest, measure)
    texts.set(point.key, text)
    const priority = point.key === picture.selected ? MUST_SHOW : pointed ? MUST_SHOW - 1 : (point.effortShare ?? 0)
    requests.push({ key: point.key, x, y, radius: radius + Math.max(pointed ? fontPx * HALO + 1 : 0, picture.fragile.has(point.key) ? fontPx * RING + 1 : 0, fontPx / 12), width: measure(text) + fontPx * 0.2, height: fontPx * 1.2, priority })
  }
  const markers = picture.points.filter(({ point }) => !isDim(picture, point)).map(({ point, x, y, radius }) => ({ x, y, radius: radius + (picture.fragile.has(point.key) ? fontPx * RING : 0) + AIR_PX }))
  return placeLabels(requests, markers, plot, avoid, [...cutLines(plot, picture), ...waysOf(picture)]).map((label) => ({ ...label, text: texts.get(label.key) ?? '' }))
}

function labelShapes(picture: MapPicture, drawn: DrawnPoint, label: PlacedLabel & { readonly text: string }): Child[] {
  const { palette, fontPx } = picture
  const colour = picture.manyGroups ? colourOf(picture, drawn.point) : palette.ink
  const children: Child[] = []
  if (label.leader) {
    const [from, to] = label.leader
    children.push({ type: 'line', name: 'leader', shape: { x1: from.x - drawn.x, y1: from.y - drawn.y, x2: to.x - drawn.x, y2: to.y - drawn.y }, style: { stroke: palette.line, lineWidth: 1, opacity: 0.8 } })
  }
  children.push({
    type: 'text', name: 'label', x: label.left - drawn.x + fontPx * 0.1, y: label.top - drawn.y + fontPx * 0.6, transition: ['x', 'y'],
    style: { text: label.text, fill: colour, stroke: palette.ground, lineWidth: fontPx / 5, font: labelFont(picture), verticalAlign: 'middle' },
  })
  return children
}

const NAME_SIZE = 1.35
export const labelFont = ({ fontPx, palette }: Pick<MapPicture, 'fontPx' | 'palette'>): string => `500 ${fontPx}px ${palette.font}`
export const nameFont = ({ fontPx, palette }: Pick<MapPicture, 'fontPx' | 'palette'>): string => `700 ${fontPx * NAME_SIZE}px ${palette.font}`

interface QuadrantName {
  readonly quadrant: Quadrant
  readonly text: string
  readonly box: Box
}

function quadrantNames({ plot, fontPx, words, counts, measureName, cutX, points }: MapPicture): QuadrantName[] {
  return quadrantOrder.map((quadrant) => {
    const text = counts ? `${words.quadrants[quadrant]} ${counts[quadrant]}` : words.quadrants[quadrant]
    return { quadrant, text, box: cornerBox(plot, toX(plot, cutX), { ...quadrantPlace[quadrant], width: measureName(text), height: fontPx * NAME_SIZE, margin: fontPx * 0.6 }, points) }
  })
}

function ground(picture: MapPicture, names: readonly QuadrantName[], unlabelled: number): Child[] {
  const { plot, fontPx, palette, words, cutX, cutY } = picture
  const [lineX, lineY] = [toX(plot, cutX), toY(plot, cutY)]
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height]
  const children: Child[] = names.map(({ quadrant }) => {
    const place = quadrantPlace[quadrant]
    const [x, y] = [place.right ? lineX : plot.left, place.top ? plot.top : lineY]
    return { type: 'rect', name: `tint-${quadrant}`, shape: { x, y, width: (place.right ? right : lineX) - x, height: (place.top ? lineY : bottom) - y }, style: { fill: palette.tint[quadrant] } }
  })
  const line = (name: string, x1: number, y1: number, x2: number, y2: number): Child =>
    ({ type: 'line', name, shape: { x1, y1, x2, y2 }, style: { stroke: palette.line, lineWidth: Math.max(1.5, fontPx / 10) } })
  children.push(line('cut-x', lineX, plot.top, lineX, bottom), line('cut-y', plot.left, lineY, right, lineY))
  for (const { quadrant, text, box } of names) {
    children.push({ type: 'text', name: `name-${quadrant}`, style: { text, x: box.left, y: box.top, fill: palette.name[quadrant], font: nameFont(picture) } })
  }
  const caption = (name: string, text: string, x: number, y: number, align: 'left' | 'center' | 'right'): Child =>
    ({ type: 'text', name, style: { text, x, y, align, verticalAlign: 'middle', fill: palette.inkSoft, font: `400 ${fontPx}px ${palette.font}` } })
  // Below the handle of the cut line, which would lie on a long name.
  const [axisX, axisY] = [plot.left - fontPx * 0.4, bottom + fontPx * (picture.cutFigures ? 1.05 : 1.55)]
  const nameEnd = toX(plot, 100) - picture.measure('100') / 2 - fontPx * 0.6
  children.push(
    caption('potential', `↑ ${words.potential}`, plot.left, plot.top - fontPx * 0.95, 'left'),
    caption('relationship', `${words.relationship} →`, nameEnd, axisY, 'right'),
    caption('zero-y', '0', axisX, toY(plot, 0), 'right'), caption('hundred-y', '100', axisX, toY(plot, 100), 'right'),
    caption('zero-x', '0', toX(plot, 0), axisY, 'center'), caption('hundred-x', '100', toX(plot, 100), axisY, 'center'),
  )
  if (unlabelled > 0) children.push(caption('unlabelled', words.unlabelled(unlabelled), right, plot.top - fontPx * 0.95, 'right'))
  if (picture.cutFigures) {
    // The axis names have the corners; a line that stands there is told by its place alone.
    if (lineX + fontPx * 2 < nameEnd - picture.measure(`${words.relationship} →`) && cutX > 3) children.push(caption('figure-x', String(Math.round(cutX)), lineX, axisY, 'center'))
    if (cutY > 5 && cutY < 95) children.push(caption('figure-y', String(Math.round(cutY)), axisX, lineY, 'right'))
  }
  return children
}
