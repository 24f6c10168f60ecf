import type { Pointer } from '../../../shared/sharing/model.ts'

/** A finger moves a hundred times a second. The room sees it as well at this pace, and whatever else its person sends gets through. */
const EVERY_MS = 80

/** @returns what to call with each move, and with null when the finger has gone, which is told at once. */
export function createPointing(send: (pointer: Pointer | null) => void): (pointer: Pointer | null) => void {
  let latest: Pointer | null = null
  let sentAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  function sendLatest(): void {
    timer = undefined
    sentAt = performance.now()
    send(latest)
  }
  return (pointer) => {
    latest = pointer
    if (pointer !== null) {
      timer ??= setTimeout(sendLatest, Math.max(0, sentAt + EVERY_MS - performance.now()))
      return
    }
    clearTimeout(timer)
    sendLatest()
  }
}
