/** An answer to a question of ours is overdue after this. */
const ANSWER_LATE_MS = 5_000
/** Two updates may overtake one another; a gap that stays is a loss. */
const GAP_MS = 1_000
const ASK_EVERY_MS = 10_000

export interface LineState {
  readonly synced: boolean
  /** The document holds updates that build on something it never got. */
  readonly gap: boolean
}

/**
 * Decides when to ask the server for what may have been lost on the way (P1.18): soon where the document shows that
 * something is missing, and now and then in any case, for a lost last word shows nowhere. It is told what happens and has
 * no clock, socket or document of its own.
 */
export interface MissedWatch {
  /** With every connection too, which begins with a question. */
  asked(now: number): void
  isDue(state: LineState, now: number): boolean
}

export function createMissedWatch(start: number): MissedWatch {
  let askedAt = start
  let gapSince: number | null = null
  return {
    asked(now) {
      askedAt = now
      gapSince = null
    },
    isDue({ synced, gap }, now) {
      gapSince = gap ? (gapSince ?? now) : null
      if (gapSince !== null && now - gapSince > GAP_MS) return true
      return now - askedAt > (synced ? ASK_EVERY_MS : ANSWER_LATE_MS)
    },
  }
}
