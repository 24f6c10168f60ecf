/** Points given to a group, or taken from it when negative. */
export interface PointsEntry {
  readonly id: string
  readonly groupId: string
  readonly points: number
  /** For the trainer's eyes; may be empty. */
  readonly reason: string
  readonly at: number
}

export const MAX_POINTS_AT_ONCE = 100

export const totalOf = (entries: readonly PointsEntry[], groupId: string): number =>
  entries.reduce((sum, entry) => (entry.groupId === groupId ? sum + entry.points : sum), 0)

export interface Standing<G> {
  readonly group: G
  readonly points: number
  /** 1 for the first; groups with the same points share a place, and the next one is that much further back. */
  readonly place: number
}

/** Most points first; equal ones in the order of the groups. */
export function standings<G extends { readonly points: number }>(groups: readonly G[]): readonly Standing<G>[] {
  const sorted = groups.toSorted((one, other) => other.points - one.points)
  return sorted.map((group) => ({ group, points: group.points, place: 1 + sorted.findIndex(({ points }) => points === group.points) }))
}
