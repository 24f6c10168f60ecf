import { setTimeout as wait } from 'node:timers/promises'

/** Polls until `check` gives something true, and returns it. Fails with `what` after the deadline. */
export async function until<T>(check: () => T | Promise<T>, what: string | (() => string) = 'the condition', deadlineMs = 5_000): Promise<T> {
  const giveUpAt = performance.now() + deadlineMs
  for (;;) {
    const found = await check()
    if (found) return found
    if (performance.now() > giveUpAt) throw new Error(`waited ${deadlineMs} ms for ${typeof what === 'string' ? what : what()}`)
    await wait(5)
  }
}
