/** How long the groups' markers go round before one stands still: long enough to look up, not so long that it is a show. */
export const ROLL_MS = 2_400
const ROUNDS = 3

/**
 * Which of `count` places is lit `sinceMs` after the draw: quick at first, then slower, and `target` from ROLL_MS on.
 * A matter of the server's clock alone, so that every projector and the console's miniature show the same.
 */
export function litAt(sinceMs: number, count: number, target: number): number {
  if (count <= 1 || sinceMs >= ROLL_MS) return target
  const steps = ROUNDS * count + target
  const share = Math.max(0, sinceMs) / ROLL_MS
  return Math.floor((1 - (1 - share) ** 3) * steps) % count
}
