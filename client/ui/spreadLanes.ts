/** On the line, above it, below it. */
const lanes = [0, -1, 1] as const
export type Lane = (typeof lanes)[number]

/** Which lane each dot stands in so that none hides another; from left to right, places and widths in one unit. */
export function lanesOf(dots: readonly { readonly place: number; readonly width: number }[]): Lane[] {
  const ends = new Map<Lane, number>()
  const endOf = (lane: Lane): number => ends.get(lane) ?? -Infinity
  return dots.map(({ place, width }) => {
    const lane = lanes.find((one) => endOf(one) <= place - width / 2) ?? lanes.reduce<Lane>((best, one) => (endOf(one) < endOf(best) ? one : best), 0)
    ends.set(lane, place + width / 2)
    return lane
  })
}
