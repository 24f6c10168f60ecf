import { customerMask, groupIdentity } from '../group/identity.ts'
import { shapePath } from '../group/shapes.ts'
import type { GroupWork } from '../groupwork/model.ts'
import type { Locale } from '../language/locale.ts'
import { cornerBox, type LabelRequest, type Marker, fitText, placeLabels } from '../map/labelPlacement.ts'
import { type Box, cutLines, type DrawnPoint, layOutPoints, plotBox, toX, toY } from '../map/layout.ts'
import { type Quadrant, quadrants } from '../map/model.ts'
import { type AxisScore, isMeasured, placeAll } from '../scoring/axis.ts'
import { effortShares } from '../scoring/effort.ts'
import { isBlank } from '../text/sanitise.ts'
import { colour, groupColours } from './ooxml/palette.ts'
import { escapeXml } from './ooxml/xml.ts'
import { wordsOf } from './words.ts'

export interface PictureSource {
  readonly work: GroupWork
  /** Place of the group in the class. */
  readonly groupIndex: number
  /** Over the map; '' for none. */
  readonly title: string
  readonly locale: Locale
  readonly width: number
  readonly height: number
}

interface Point {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly effortShare: number | null
  readonly label: string
  readonly ranges: { readonly x: AxisScore; readonly y: AxisScore }
}
interface Drawing {
  readonly plot: Box
  readonly fontPx: number
  readonly ink: string
  readonly shape: string
}

const FONT = '&quot;PingFang SC&quot;,&quot;HarmonyOS Sans SC&quot;,&quot;Noto Sans CJK SC&quot;,&quot;Microsoft YaHei UI&quot;,&quot;Microsoft YaHei&quot;,system-ui,sans-serif'
const tints: Readonly<Record<Quadrant, string>> = { attack: 'FEEFE7', deepen: 'E4F4F2', release: 'F2F0EC', maintain: 'EBF0F7' }
const nameColours: Readonly<Record<Quadrant, string>> = { attack: colour.orange, deepen: colour.tealStrong, release: colour.warm, maintain: colour.slate }
const corners: Readonly<Record<Quadrant, { readonly right: boolean; readonly top: boolean }>> = {
  attack: { right: false, top: true }, deepen: { right: true, top: true }, release: { right: false, top: false }, maintain: { right: true, top: false },
}

/** The group's customer map as an SVG picture, drawn by the same rules as the one on the screen. It stands alone: no style sheet, no font file. */
export function mapPicture({ work, groupIndex, title, locale, width, height }: PictureSource): string {
  const fontPx = Math.max(11, Math.round(width / 60))
  const head = title === '' ? 0 : fontPx * 2.6
  const box = plotBox(width, height - head, fontPx)
  const identity = groupIdentity(groupIndex)
  const drawing: Drawing = { plot: { ...box, top: box.top + head }, fontPx, ink: groupColours[identity.colour] ?? colour.ink, shape: shapePath(identity.shape) }
  const drawn = layOutPoints(pointsOf(work, identity.letter), drawing.plot, fontPx, true).sort((one, other) => other.radius - one.radius)
  const names = namesOf(drawing, work, locale, drawn)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img" aria-label="${escapeXml(title)}">`,
    `<rect width="${width}" height="${height}" fill="#${colour.white}"/>`,
    title === '' ? '' : text(box.left, fontPx * 1.9, title, { size: fontPx * 1.4, fill: colour.ink, weight: 700 }),
    ...ground(drawing, work, locale, names),
    ...drawn.flatMap((point) => ranges(drawing, point)),
    ...drawn.flatMap((point) => marker(drawing, point)),
    ...labels(drawing, drawn, work, names),
    '</svg>',
  ].join('')
}

function pointsOf({ customers, scales, settings }: GroupWork, letter: string): Point[] {
  const shares = effortShares(customers)
  return placeAll(customers, scales, settings).flatMap((place, index): Point[] => {
    const name = customers[index]?.name ?? ''
    if (!isMeasured(place)) return []
    return [{ key: place.customerId, x: place.x.value, y: place.y.value, effortShare: shares.get(place.customerId) ?? null, label: isBlank(name) ? customerMask(letter, index) : name, ranges: place }]
  })
}

const n = (value: number): string => String(Math.round(value * 10) / 10)

interface Type {
  readonly size: number
  readonly fill: string
  readonly weight?: number
  readonly anchor?: 'start' | 'middle' | 'end'
}
const text = (x: number, y: number, words: string, { size, fill, weight = 400, anchor = 'start' }: Type): string =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" font-weight="${weight}" fill="#${fill}" text-anchor="${anchor}">${escapeXml(words)}</text>`
/** A name stays readable where a line runs behind it. Drawn twice, because not every program knows `paint-order`. */
const onLine = (x: number, y: number, words: string, type: Type): string[] =>
  [text(x, y, words, type).replace('<text ', `<text stroke="#${colour.white}" stroke-width="${n(type.size / 4)}" stroke-linejoin="round" aria-hidden="true" `), text(x, y, words, type)]
const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, wide: number, opacity = 1): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="#${stroke}" stroke-width="${n(wide)}" opacity="${opacity}"/>`

function ground({ plot, fontPx }: Drawing, { settings }: GroupWork, locale: Locale, names: Names): string[] {
  const words = wordsOf(locale)
  const [cutX, cutY, right, bottom] = [toX(plot, settings.cutX), toY(plot, settings.cutY), plot.left + plot.width, plot.top + plot.height]
  const soft = { size: fontPx, fill: colour.inkSoft }
  return [
    ...quadrants.flatMap((quadrant) => {
      const place = corners[quadrant]
      const [x, y] = [place.right ? cutX : plot.left, place.top ? plot.top : cutY]
      return [
        `<rect x="${n(x)}" y="${n(y)}" width="${n((place.right ? right : cutX) - x)}" height="${n((place.top ? cutY : bottom) - y)}" fill="#${tints[quadrant]}"/>`,
        text(names[quadrant].left + (place.right ? names[quadrant].width : 0), names[quadrant].top + fontPx * 1.2, words.quadrant[quadrant], { size: fontPx * NAME_SIZE, fill: nameColours[quadrant], weight: 700, anchor: place.right ? 'end' : 'start' }),
      ]
    }),
    line(cutX, plot.top, cutX, bottom, colour.inkFaint, 1.5), line(plot.left, cutY, right, cutY, colour.inkFaint, 1.5),
    text(plot.left, plot.top - fontPx * 0.6, `↑ ${words.axis.potential}`, soft),
    text(right, bottom + fontPx * 1.4, `${words.axis.relationship} →`, { ...soft, anchor: 'end' }),
    ...[0, 100].map((value) => text(plot.left - fontPx * 0.4, toY(plot, value) + fontPx * 0.35, String(value), { ...soft, anchor: 'end' })),
    text(toX(plot, 0), bottom + fontPx * 1.4, '0', { ...soft, anchor: 'middle' }),
    cutX < right - fontPx * 9 ? text(cutX, bottom + fontPx * 1.4, String(Math.round(settings.cutX)), { ...soft, anchor: 'middle' }) : '',
    settings.cutY > 5 && settings.cutY < 95 ? text(plot.left - fontPx * 0.4, cutY + fontPx * 0.35, String(Math.round(settings.cutY)), { ...soft, anchor: 'end' }) : '',
  ]
}

const isComplete = ({ ranges }: Point): boolean => ranges.x.complete && ranges.y.complete

/** Where the missing grades could still move the customer. */
function ranges({ plot, ink }: Drawing, { point, x, y }: DrawnPoint<Point>): string[] {
  if (isComplete(point)) return []
  const { ranges: at } = point
  return [line(toX(plot, at.x.low), y, toX(plot, at.x.high), y, ink, 1.2, 0.45), line(x, toY(plot, at.y.low), x, toY(plot, at.y.high), ink, 1.2, 0.45)]
}

function marker({ ink, shape, fontPx }: Drawing, { point, x, y, trueX, trueY, radius }: DrawnPoint<Point>): string[] {
  const scale = (radius * 2) / 24
  const rim = Math.max(1.2, fontPx / 12) / scale
  const look = isComplete(point) ? `fill="#${ink}" stroke="#${colour.white}" stroke-width="${n(rim)}"` : `fill="#${colour.white}" stroke="#${ink}" stroke-width="${n(rim * 1.5)}"`
  return [
    Math.hypot(trueX - x, trueY - y) > 1 ? line(x, y, trueX, trueY, ink, 1, 0.6) : '',
    `<path d="${shape}" transform="translate(${n(x - radius)} ${n(y - radius)}) scale(${Math.round(scale * 1000) / 1000})" ${look}/>`,
  ]
}

/** No font is at hand where this is drawn: hanzi are as wide as they are high, other signs a little more than half. */
const widthOf = (words: string, size: number): number => Array.from(words).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.56), 0) * size

function labels({ plot, fontPx }: Drawing, drawn: readonly DrawnPoint<Point>[], { settings }: GroupWork, names: Names): string[] {
  const measure = (words: string): number => widthOf(words, fontPx)
  const texts = new Map(drawn.map(({ point }) => [point.key, fitText(point.label, Math.min(fontPx * 11, plot.width * 0.4), measure)]))
  const requests = drawn.map(({ point, x, y, radius }): LabelRequest =>
    ({ key: point.key, x, y, radius: radius + fontPx / 12, width: measure(texts.get(point.key) ?? '') + fontPx * 0.2, height: fontPx * 1.2, priority: point.effortShare ?? 0 }))
  return placeLabels(requests, drawn, plot, Object.values(names), cutLines(plot, settings)).flatMap(({ key, left, top, leader }) => [
    leader ? line(leader[0].x, leader[0].y, leader[1].x, leader[1].y, colour.inkFaint, 1, 0.8) : '',
    ...onLine(left + fontPx * 0.1, top + fontPx * 0.95, texts.get(key) ?? '', { size: fontPx, fill: colour.ink, weight: 500 }),
  ])
}

type Names = Readonly<Record<Quadrant, Box>>
const NAME_SIZE = 1.35
/** Where the quadrants' names stand: off the markers; and the labels keep off them. */
function namesOf({ plot, fontPx }: Drawing, { settings }: GroupWork, locale: Locale, markers: readonly Marker[]): Names {
  const words = wordsOf(locale).quadrant
  const boxOf = (quadrant: Quadrant): Box => cornerBox(plot, toX(plot, settings.cutX), { ...corners[quadrant], width: widthOf(words[quadrant], fontPx * NAME_SIZE), height: fontPx * NAME_SIZE, margin: fontPx * 0.6 }, markers)
  return { attack: boxOf('attack'), deepen: boxOf('deepen'), release: boxOf('release'), maintain: boxOf('maintain') }
}
