import { type Box, type Spot, toX, toY } from '../../shared/map/layout.ts'
import { fitText, type LabelRequest, type Marker, placeLabels } from '../../shared/map/labelPlacement.ts'

/** One customer's way over the map. A side without a place is null: it came later, or is gone. */
export interface Move {
  readonly key: string
  readonly label: string
  readonly from: { readonly x: number; readonly y: number } | null
  readonly to: { readonly x: number; readonly y: number } | null
  /** changed: into another quadrant. */
  readonly kind: 'changed' | 'moved' | 'stayed' | 'new' | 'gone'
}
export interface DrawnMove {
  readonly move: Move
  readonly from: Spot | null
  readonly to: Spot | null
  /** From the edge of the one marker to the point of the arrow; null where there is no way, or too short a one to show. */
  readonly line: readonly [Spot, Spot] | null
  readonly label: { readonly left: number; readonly baseline: number; readonly text: string; readonly leader: readonly [Spot, Spot] | null } | null
}

const markerRadius = (fontPx: number): number => fontPx * 0.5
export const markersOf = (moves: readonly Move[], plot: Box, fontPx: number): Marker[] =>
  moves.flatMap(({ from, to }) => [from, to]).flatMap((spot) => (spot === null ? [] : [{ x: toX(plot, spot.x), y: toY(plot, spot.y), radius: markerRadius(fontPx) }]))

/** Longer names are cut: the list beside the map has them whole. */
const LABEL_EMS = 9

/** @param avoid what labels keep off, by where the markers are: the names of the quadrants */
export function layOutMoves(moves: readonly Move[], plot: Box, fontPx: number, measure: (text: string) => number, avoid: readonly Box[] = []): DrawnMove[] {
  const radius = markerRadius(fontPx)
  const place = (spot: { readonly x: number; readonly y: number } | null): Spot | null => spot && { x: toX(plot, spot.x), y: toY(plot, spot.y) }
  const drawn = moves.map((move) => {
    const [from, to] = [place(move.from), place(move.to)]
    return { move, from, to, line: from && to ? between(from, to, radius) : null }
  })
  const spots = drawn.flatMap(({ from, to }) => [from, to]).filter((spot) => spot !== null)
  const texts = new Map(moves.map(({ key, label }) => [key, fitText(label, fontPx * LABEL_EMS, measure)]))
  const requests = drawn.flatMap(({ move, from, to }): LabelRequest[] => {
    const [spot, text] = [to ?? from, texts.get(move.key) ?? '']
    return spot === null || text === '' ? [] : [{ key: move.key, ...spot, radius, width: measure(text), height: fontPx * 1.25, priority: move.kind === 'changed' ? 3 : move.kind === 'new' ? 2 : move.kind === 'moved' ? 1 : 0 }]
  })
  const labels = new Map(placeLabels(requests, spots.map((spot) => ({ ...spot, radius })), plot, avoid).map((label) => [label.key, label]))
  return drawn.map((one) => {
    const found = labels.get(one.move.key)
    return { ...one, label: found ? { left: found.left, baseline: found.top + fontPx, text: texts.get(one.move.key) ?? '', leader: found.leader } : null }
  })
}

function between(from: Spot, to: Spot, radius: number): readonly [Spot, Spot] | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length < radius * 3) return null
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  return [{ x: from.x + dx * radius, y: from.y + dy * radius }, { x: to.x - dx * radius * 1.2, y: to.y - dy * radius * 1.2 }]
}

/** The two sides of an arrow's point, as a path. */
export function arrowPoint([from, to]: readonly [Spot, Spot], size: number): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const wing = (turn: number): string => `${(to.x - size * Math.cos(angle + turn)).toFixed(1)} ${(to.y - size * Math.sin(angle + turn)).toFixed(1)}`
  return `M${wing(0.45)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}L${wing(-0.45)}`
}
