import type { AttendanceRow } from '../../../../shared/attendance/model.ts'

export interface Crowd {
  readonly key: string
  /** The minute from which on they joined; null: those who never came. */
  readonly since: string | null
  readonly ids: readonly string[]
}
const NEVER_HERE = 'never'
/** Of the latest minutes in which anybody joined. */
const MOST_MINUTES = 30

/** Whom a trainer may want to remove together, the latest first. */
export function crowds(rows: readonly AttendanceRow[], time: (at: number) => string): readonly Crowd[] {
  const present = rows.filter(({ removedAt }) => removedAt === null).toSorted((one, other) => other.joinedAt - one.joinedAt)
  const idsOf = (some: readonly AttendanceRow[]): string[] => some.map(({ participantId }) => participantId)
  const neverHere = present.filter((row) => row.neverHere)
  const ends = present.flatMap((row, place) => {
    const next = present[place + 1]
    return next && time(next.joinedAt) === time(row.joinedAt) ? [] : [place]
  })
  const since = ends.slice(0, MOST_MINUTES).map((place): Crowd => {
    const minute = time(present[place]?.joinedAt ?? 0)
    return { key: minute, since: minute, ids: idsOf(present.slice(0, place + 1)) }
  })
  return neverHere.length > 0 ? [{ key: NEVER_HERE, since: null, ids: idsOf(neverHere) }, ...since] : since
}
