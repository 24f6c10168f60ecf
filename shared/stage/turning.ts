/** How the pages of what is on the projector turn: from the first one, since it was shown. Belongs to the server. */
export interface Turning {
  readonly since: number
  /** When the trainer stopped the page that was on; null: they turn. */
  readonly heldAt: number | null
}

export const turningFrom = (now: number): Turning => ({ since: now, heldAt: null })

/** Let go, the page that was held goes on for what was left of its time. */
export function holdPage(turning: Turning, held: boolean, now: number): Turning {
  const { since, heldAt } = turning
  if ((heldAt !== null) === held) return turning
  return held ? { since, heldAt: now } : { since: since + now - (heldAt ?? now), heldAt: null }
}

/** For how long the pages have turned, in ms. */
export const turnedFor = ({ since, heldAt }: Turning, now: number): number => Math.max(0, (heldAt ?? now) - since)
