/** As long as one turn may take: letters of 300 devices wait meanwhile. */
const TURN_MS = 8

/** Runs the steps, and lets everything else have its turn in between. @param monotonic ms, from any beginning */
export async function inSlices<T>(steps: Generator<void, T>, monotonic: () => number): Promise<T> {
  let began = monotonic()
  let step = steps.next()
  while (!step.done) {
    if (monotonic() - began >= TURN_MS) {
      await new Promise((resolve) => setImmediate(resolve))
      began = monotonic()
    }
    step = steps.next()
  }
  return step.value
}
