const STEP_MS = 0.05
const STEPS = 400_000

/** Times up to 20 s in steps of 0.05 ms; longer ones count as 20 s. */
export class Histogram {
  private readonly counts = new Uint32Array(STEPS)
  private total = 0

  add(ms: number): void {
    this.total++
    const step = Math.min(STEPS - 1, Math.max(0, Math.floor(ms / STEP_MS)))
    this.counts[step] = (this.counts[step] ?? 0) + 1
  }
  get count(): number {
    return this.total
  }
  /** The time, ms, that `share` (0 to 1) of all did not exceed. NaN when there are none. */
  quantile(share: number): number {
    if (this.total === 0) return NaN
    let left = Math.ceil(share * this.total)
    for (let step = 0; step < STEPS; step++) {
      left -= this.counts[step] ?? 0
      if (left <= 0) return (step + 1) * STEP_MS
    }
    return STEPS * STEP_MS
  }
  clear(): void {
    this.counts.fill(0)
    this.total = 0
  }
}
