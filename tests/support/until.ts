import { setTimeout as wait } from 'node:timers/promises'

/** A process that stood still for a while has its timers at once, and only then what came over the network: the time alone would be no fair deadline. */
const LEAST_LOOKS = 50

/** Polls until `check` gives something true, and returns it. Fails with `what` after the deadline. */
export async function until<T>(check: () => T | Promise<T>, what: string | (() => string) = 'the condition', deadlineMs = 5_000): Promise<T> {
  const giveUpAt = performance.now() + deadlineMs
  for (let looks = 1; ; looks++) {
    const found = await check()
    if (found) return found
    if (performance.now() > giveUpAt && looks >= LEAST_LOOKS) throw new Error(`waited ${deadlineMs} ms for ${typeof what === 'string' ? what : what()}`)
    await wait(5)
  }
}
