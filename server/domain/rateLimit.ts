/**
 * A token bucket of which only the moment is kept when it will be full again (GCRA, ITU-T I.371): `burst` fit into it, and
 * `perSecond` flow in. Times are ms of a clock that never goes back. @returns that moment once `amount` was taken; null when
 * it does not hold so much
 */
export function take(fullAt: number, amount: number, burst: number, perSecond: number, nowMs: number): number | null {
  const next = Math.max(fullAt, nowMs) + (amount / perSecond) * 1_000
  return next - nowMs <= (burst / perSecond) * 1_000 ? next : null
}
