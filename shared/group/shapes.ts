import type { GroupShape } from './identity.ts'

const polygon = (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`
const regular = (corners: number, radius: number, turn = -90): string =>
  polygon(Array.from({ length: corners }, (_, corner) => {
    const angle = ((turn + (corner * 360) / corners) * Math.PI) / 180
    return [12 + radius * Math.cos(angle), 12 + radius * Math.sin(angle)] as const
  }))
const star = polygon(Array.from({ length: 10 }, (_, corner) => {
  const angle = ((-90 + corner * 36) * Math.PI) / 180
  const radius = corner % 2 ? 4.6 : 11
  return [12 + radius * Math.cos(angle), 12.6 + radius * Math.sin(angle)] as const
}))
const circle = (radius: number, sweep: 0 | 1 = 0): string => `M${12 - radius} 12a${radius} ${radius} 0 1 ${sweep} ${radius * 2} 0a${radius} ${radius} 0 1 ${sweep} ${-radius * 2} 0Z`
const plus = 'M9 2h6v7h7v6h-7v7H9v-7H2V9h7Z'
const cross = 'M6.300 2.500 12 8.200l5.700-5.700 3.800 3.800L15.800 12l5.700 5.700-3.800 3.800L12 15.800l-5.700 5.700-3.800-3.800L8.200 12 2.500 6.300Z'

/** Path of each shape in a 24 × 24 box, about the same area in all; for SVG and, as `path://`, for ECharts. */
const paths: Readonly<Record<GroupShape, string>> = {
  circle: circle(9),
  square: 'M4 4h16v16H4Z',
  triangle: polygon([[12, 2], [22.5, 20.5], [1.5, 20.5]]),
  diamond: polygon([[12, 1], [23, 12], [12, 23], [1, 12]]),
  pentagon: regular(5, 10.5),
  star,
  cross,
  hexagon: regular(6, 10.3, 0),
  down: polygon([[12, 22], [1.5, 3.5], [22.5, 3.5]]),
  plus,
  // The hole is drawn the other way round: a canvas fills by winding, not by even and odd.
  ring: `${circle(10)}${circle(4.6, 1)}`,
  bowtie: polygon([[1.5, 3], [12, 9], [22.5, 3], [22.5, 21], [12, 15], [1.5, 21]]),
}
export const shapePath = (shape: GroupShape): string => paths[shape]
