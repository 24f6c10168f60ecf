/** Pixels of the canvas, from its top left. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export interface Spot {
  readonly x: number
  readonly y: number
}

/** The map shows a little more than 0..100, so that a marker on the edge is seen whole. */
const PAD = 4
const SPAN = 100 + 2 * PAD

/** The plot inside a canvas of this size; the margins hold the axis figures and the handles of the cut lines. */
export function plotBox(width: number, height: number, fontPx: number): Box {
  const left = fontPx * 2.6
  const top = fontPx * 1.9
  const bottom = fontPx * 2.1
  return { left, top, width: Math.max(1, width - left - fontPx * 0.6), height: Math.max(1, height - top - bottom) }
}

export const toX = (plot: Box, x: number): number => plot.left + ((x + PAD) / SPAN) * plot.width
export const toY = (plot: Box, y: number): number => plot.top + plot.height - ((y + PAD) / SPAN) * plot.height

export function cutLines(plot: Box, { cutX, cutY }: { readonly cutX: number; readonly cutY: number }): readonly (readonly [Spot, Spot])[] {
  const [x, y, right, bottom] = [toX(plot, cutX), toY(plot, cutY), plot.left + plot.width, plot.top + plot.height]
  return [[{ x, y: plot.top }, { x, y: bottom }], [{ x: plot.left, y }, { x: right, y }]]
}

/** The figure 0..100 under a pixel; beyond the edge it is 0 or 100. */
export const fromX = (plot: Box, px: number): number => clamp(((px - plot.left) / plot.width) * SPAN - PAD)
export const fromY = (plot: Box, py: number): number => clamp(((plot.top + plot.height - py) / plot.height) * SPAN - PAD)
const clamp = (value: number): number => Math.max(0, Math.min(100, value))

/**
 * Radius of a marker: its *area* is in proportion to the share of effort. A tenth of the effort has the area of a marker
 * without effort, so that switching the bubbles on does not change the look of an even spread. Floor and cap keep the
 * smallest visible and the largest from hiding its neighbours.
 */
export function markerRadius(effortShare: number | null, fontPx: number): number {
  const plain = fontPx * 0.55
  if (effortShare === null) return plain
  return Math.min(fontPx * 1.7, Math.max(fontPx * 0.3, plain * Math.sqrt(Math.max(0, effortShare) / 0.1)))
}

/** What the layout needs to know of a point: a name for it, its place 0..100, and how much effort it gets. */
export interface LayablePoint {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly effortShare: number | null
}
/** A point as it is drawn. `x`, `y` is where the marker stands; `trueX`, `trueY` what was measured. */
export interface DrawnPoint<P extends LayablePoint> {
  readonly point: P
  readonly x: number
  readonly y: number
  readonly trueX: number
  readonly trueY: number
  readonly radius: number
}

export function layOutPoints<P extends LayablePoint>(points: readonly P[], plot: Box, fontPx: number, bubbles: boolean): DrawnPoint<P>[] {
  const placed = points.map((point) => {
    const [trueX, trueY] = [toX(plot, point.x), toY(plot, point.y)]
    return { point, x: trueX, y: trueY, trueX, trueY, radius: markerRadius(bubbles ? point.effortShare : null, fontPx) }
  })
  return fanOut(placed)
}

/** Closer than this two markers would look like one. */
const SAME_SPOT_PX = 3

/**
 * Markers on the very same spot are set around it on a ring, in the order of their keys, the first one to the right; a
 * spoke shows the spot that was measured. What was measured is not changed, and the same points always fan out alike.
 */
export function fanOut<P extends LayablePoint>(points: readonly DrawnPoint<P>[]): DrawnPoint<P>[] {
  const byKey = [...points].sort((one, other) => (one.point.key < other.point.key ? -1 : 1))
  const stacks: DrawnPoint<P>[][] = []
  for (const point of byKey) {
    const stack = stacks.find(([first]) => first && Math.hypot(first.trueX - point.trueX, first.trueY - point.trueY) < SAME_SPOT_PX)
    if (stack) stack.push(point)
    else stacks.push([point])
  }
  const spots = new Map<string, Spot>()
  for (const stack of stacks) {
    if (stack.length < 2) continue
    const widest = Math.max(...stack.map(({ radius }) => radius))
    const ring = Math.max(widest * 0.95, (widest * 1.9 * stack.length) / (2 * Math.PI))
    stack.forEach(({ point, trueX, trueY }, place) => {
      const angle = (2 * Math.PI * place) / stack.length
      spots.set(point.key, { x: trueX + ring * Math.cos(angle), y: trueY - ring * Math.sin(angle) })
    })
  }
  return points.map((point) => ({ ...point, ...spots.get(point.point.key) }))
}

/** The point that a tap means: the nearest marker within reach of a finger, the smaller one when two are as near. */
export function pointAt<P extends LayablePoint>(points: readonly DrawnPoint<P>[], spot: Spot, reachPx: number): DrawnPoint<P> | null {
  let best: DrawnPoint<P> | null = null
  let nearest = Infinity
  for (const point of points) {
    const distance = Math.hypot(point.x - spot.x, point.y - spot.y)
    if (distance > Math.max(reachPx, point.radius)) continue
    const beyond = Math.max(0, distance - point.radius) + point.radius / 100
    if (beyond < nearest) [best, nearest] = [point, beyond]
  }
  return best
}
