import type { Box, Spot } from './layout.ts'

/** A label to be placed beside its marker. Pixels. */
export interface LabelRequest {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
  readonly height: number
  /** Higher is placed first; at or above `MUST_SHOW` it is shown even where it covers something. */
  readonly priority: number
}
export const MUST_SHOW = 100

export interface PlacedLabel {
  readonly key: string
  readonly left: number
  readonly top: number
  /** From the marker's edge to the label, when they are apart. */
  readonly leader: readonly [Spot, Spot] | null
}
export interface Marker {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** To the right is where one looks first; the diagonals come last. Angles count clockwise from the right. */
const directions = Array.from({ length: 16 }, (_, step) => {
  const angle = (step * Math.PI) / 8
  return { x: Math.cos(angle), y: Math.sin(angle), dislike: step === 0 ? 0 : step === 8 ? 0.2 : step % 4 === 0 ? 0.35 : step % 2 === 0 ? 0.5 : 0.6 }
})
/** Few labels may stand far from their markers; among many, long leaders would be a thicket. */
const rings = (count: number): number => (count <= 24 ? 11 : count <= 60 ? 6 : 4)

/**
 * Finds each label a place that covers no other label and no marker, inside `bounds`; the label is left out where there
 * is none. Greedy, the important and the most crowded first, so that it is stable and quick.
 * @param avoid boxes that labels must not cover, such as the names of the quadrants
 * @param lines that labels should rather not stand on, such as the cut lines: on one it looks as if the customer did
 */
export function placeLabels(requests: readonly LabelRequest[], markers: readonly Marker[], bounds: Box, avoid: readonly Box[] = [], lines: readonly (readonly [Spot, Spot])[] = []): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const boxes: Box[] = []
  const leaders: (readonly [Spot, Spot])[] = []
  const reach = rings(requests.length)
  for (const request of inOrder(requests)) {
    const { near, labels } = around(request)
    let best: { box: Box; leader: readonly [Spot, Spot] | null; cost: number } | null = null
    for (let ring = 0; ring <= reach && !(best && best.cost < ring * RING_COST); ring++) {
      for (const direction of directions) {
        const { box, leader } = candidate(request, direction, ring)
        const cost = costOf(request, near, labels, box, leader, ring * RING_COST + direction.dislike)
        if (cost !== null && (!best || cost < best.cost)) best = { box, leader, cost }
      }
    }
    const found = best ?? (request.priority >= MUST_SHOW ? { ...candidate(request, beside(request), 0) } : null)
    if (!found) continue
    boxes.push(found.box)
    if (found.leader) leaders.push(found.leader)
    placed.push({ key: request.key, left: found.box.left, top: found.box.top, leader: found.leader })
  }
  return placed

  /** The markers and labels that any place of this label could touch. */
  function around({ x, y, radius, width, height }: LabelRequest): { near: readonly Marker[]; labels: readonly Box[] } {
    const [wide, high] = [radius + GAP_PX + (reach + 1) * height + width, radius + GAP_PX + (reach + 2) * height]
    return {
      near: markers.filter((marker) => Math.abs(marker.x - x) < wide + marker.radius && Math.abs(marker.y - y) < high + marker.radius),
      labels: boxes.filter((box) => box.left < x + wide && box.left + box.width > x - wide && box.top < y + high && box.top + box.height > y - high),
    }
  }

  /** null where the label cannot stand. */
  function costOf(request: LabelRequest, near: readonly Marker[], labels: readonly Box[], box: Box, leader: readonly [Spot, Spot] | null, base: number): number | null {
    if (!inside(box, bounds) || labels.some((other) => overlap(box, other))) return null
    if (near.some((marker) => covers(box, marker)) || avoid.some((other) => overlap(box, other))) return null
    let cost = base
    for (const line of lines) {
      if (cuts(line, box)) cost += LINE_COST
      if (leader && crosses(leader, line)) cost += CROSSING_COST
    }
    if (near.some((marker) => !(marker.x === request.x && marker.y === request.y) && covers(box, { ...marker, radius: marker.radius + request.height * TOUCHING }))) cost += TOUCHING_COST
    for (const other of leaders) {
      if (cuts(other, box)) cost += 4
      if (leader && crosses(leader, other)) cost += 3
    }
    if (leader) {
      for (const other of labels) if (cuts(leader, other)) cost += 4
      for (const marker of near) if (!(marker.x === request.x && marker.y === request.y) && passes(leader, marker)) cost += 0.5
    }
    return cost
  }

  function beside(request: LabelRequest): { x: number; y: number } {
    return { x: request.x + request.radius + request.width + 4 > bounds.left + bounds.width ? -1 : 1, y: 0 }
  }
}

const RING_COST = 0.7
/** Any other side of the marker is better than a line, and a place one ring further out as well; a long leader is not. */
const LINE_COST = 1.3
/** On the other side of a cut line a label says the wrong quadrant. */
const CROSSING_COST = 2.8
/** Of its height: nearer to another marker, a label reads as that one's. */
const TOUCHING = 0.35
const TOUCHING_COST = 0.8
const GAP_PX = 3

/** The important first; then those with the most neighbours, which have the least choice. */
function inOrder(requests: readonly LabelRequest[]): LabelRequest[] {
  const crowd = new Map(requests.map((one) => [one.key, requests.filter((other) => Math.abs(one.x - other.x) < one.width && Math.abs(one.y - other.y) < one.height * 2).length]))
  return [...requests].sort((one, other) =>
    other.priority - one.priority || (crowd.get(other.key) ?? 0) - (crowd.get(one.key) ?? 0) || one.x - other.x || (one.key < other.key ? -1 : 1))
}

function candidate(request: LabelRequest, direction: { readonly x: number; readonly y: number }, ring: number): { box: Box; leader: readonly [Spot, Spot] | null } {
  const { x, y, radius, width, height } = request
  const away = radius + GAP_PX + ring * height * 0.85
  const [px, py] = [x + direction.x * away, y + direction.y * away]
  // The label hangs on the spot by the side or corner that looks at the marker.
  const left = px - width / 2 + (direction.x * width) / 2
  const top = py - height / 2 + (direction.y * height) / 2
  const box = { left, top, width, height }
  if (ring === 0) return { box, leader: null }
  const end = { x: Math.max(left, Math.min(x, left + width)), y: Math.max(top, Math.min(y, top + height)) }
  return { box, leader: [{ x: x + direction.x * radius, y: y + direction.y * radius }, end] }
}

const inside = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left && box.top >= bounds.top && box.left + box.width <= bounds.left + bounds.width && box.top + box.height <= bounds.top + bounds.height

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height && other.top < one.top + one.height

export function covers(box: Box, marker: Marker): boolean {
  const dx = marker.x - Math.max(box.left, Math.min(marker.x, box.left + box.width))
  const dy = marker.y - Math.max(box.top, Math.min(marker.y, box.top + box.height))
  return Math.hypot(dx, dy) < marker.radius
}

const side = (a: Spot, b: Spot, c: Spot): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
const crosses = ([a, b]: readonly [Spot, Spot], [c, d]: readonly [Spot, Spot]): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** Whether the line runs through the box. */
function cuts(line: readonly [Spot, Spot], { left, top, width, height }: Box): boolean {
  const [a, b] = line
  const within = (spot: Spot): boolean => spot.x > left && spot.x < left + width && spot.y > top && spot.y < top + height
  if (within(a) || within(b)) return true
  const corners: readonly [Spot, Spot][] = [
    [{ x: left, y: top }, { x: left + width, y: top + height }],
    [{ x: left + width, y: top }, { x: left, y: top + height }],
  ]
  return corners.some((diagonal) => crosses(line, diagonal))
}

function passes([a, b]: readonly [Spot, Spot], marker: Marker): boolean {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((marker.x - a.x) * (b.x - a.x) + (marker.y - a.y) * (b.y - a.y)) / length))
  return Math.hypot(a.x + along * (b.x - a.x) - marker.x, a.y + along * (b.y - a.y) - marker.y) < marker.radius
}

/** The text, or its beginning and an ellipsis, no wider than `maxWidth`. Never tears a character. */
export function fitText(text: string, maxWidth: number, measure: (text: string) => number): string {
  if (measure(text) <= maxWidth) return text
  const characters = Array.from(text)
  let [low, high] = [0, characters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(`${characters.slice(0, middle).join('').trimEnd()}…`) <= maxWidth) low = middle
    else high = middle - 1
  }
  return low === 0 ? '…' : `${characters.slice(0, low).join('').trimEnd()}…`
}

/** The name of a quadrant, to be placed in its outer corner. Pixels. */
export interface CornerName {
  readonly right: boolean
  readonly top: boolean
  readonly width: number
  readonly height: number
  /** Between the name and the edges of the plot. */
  readonly margin: number
}
/** Where the name of a quadrant stands: in its outer corner, or, where a marker stands there, further in along the edge, up to the cut line. */
export function cornerBox(plot: Box, lineX: number, { right, top, width, height, margin }: CornerName, markers: readonly Marker[]): Box {
  const corner: Box = { left: right ? plot.left + plot.width - margin - width : plot.left + margin, top: top ? plot.top + margin : plot.top + plot.height - margin - height, width, height }
  const room = right ? corner.left - lineX - margin : lineX - margin - width - corner.left
  for (let inwards = 0; inwards <= Math.max(0, room); inwards += height) {
    const box = { ...corner, left: corner.left + (right ? -inwards : inwards) }
    if (!markers.some((marker) => covers(box, marker))) return box
  }
  return corner
}
