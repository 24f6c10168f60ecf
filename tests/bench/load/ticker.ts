interface Due {
  at: number
  readonly everyMs: number
  readonly run: (dueAt: number) => void
}

/** One timer for thousands of regular things, each with a phase of its own. */
export class Ticker {
  private readonly heap: Due[] = []
  private timer: NodeJS.Timeout | null = null
  private stopped = false

  /** Runs at `everyMs`, for the first time within it. */
  add(everyMs: number, run: (dueAt: number) => void): void {
    this.heap.push({ at: performance.now() + Math.random() * everyMs, everyMs, run })
  }
  start(): void {
    this.stopped = false
    this.heap.sort((one, other) => one.at - other.at)
    this.wait()
  }
  stop(): void {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
    this.heap.length = 0
  }
  private wait(): void {
    const first = this.heap[0]
    if (first && !this.stopped) this.timer = setTimeout(() => this.run(), Math.max(0, first.at - performance.now()))
  }
  private run(): void {
    for (let first = this.heap[0]; first && !this.stopped && first.at <= performance.now(); first = this.heap[0]) {
      const { at } = first
      first.at += first.everyMs
      this.sink()
      first.run(at)
    }
    this.wait()
  }
  /** The first has a later time now. */
  private sink(): void {
    const { heap } = this
    let place = 0
    for (;;) {
      const left = heap[2 * place + 1]
      const right = heap[2 * place + 2]
      const here = heap[place]
      if (!here || !left) return
      const child = right && right.at < left.at ? 2 * place + 2 : 2 * place + 1
      const lower = heap[child]
      if (!lower || lower.at >= here.at) return
      heap[place] = lower
      heap[child] = here
      place = child
    }
  }
}
