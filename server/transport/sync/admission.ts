/** Lets so many in per turn of the event loop, the others in order after them. */
export function createAdmission(perTurn: number) {
  const waiting: (() => void)[] = []
  let left = perTurn
  let refilling = false
  function refill(): void {
    left = perTurn
    while (left > 0 && waiting.length > 0) {
      left--
      waiting.shift()?.()
    }
    refilling = left < perTurn
    if (refilling) setImmediate(refill)
  }
  return {
    enter(): Promise<void> {
      if (!refilling) {
        refilling = true
        setImmediate(refill)
      }
      if (left > 0 && waiting.length === 0) {
        left--
        return Promise.resolve()
      }
      return new Promise((enter) => waiting.push(enter))
    },
  }
}
