/**
 * Where the group's document stands, as its writer must know it. `waiting` counts own changes that are not yet known to be
 * on the trainer's disk. `since` is an instant of `performance.now()`: the device's wall clock jumps.
 */
export type SyncStatus =
  /** Opening; nothing has come from the server yet. */
  | { readonly state: 'connecting'; readonly waiting: number; readonly since: number }
  | { readonly state: 'saved'; readonly waiting: 0; readonly since: number }
  /** On its way. `late`: no receipt within 5 s, so something is wrong and the whole document is being sent again. */
  | { readonly state: 'saving'; readonly waiting: number; readonly since: number; readonly late: boolean }
  | { readonly state: 'offline'; readonly waiting: number; readonly since: number }
  /** On the trainer's disk, but kept back by the lock: the others see it when the lock opens. */
  | { readonly state: 'held'; readonly waiting: number; readonly since: number }
  /** The server said no (a close code 44xx); nothing reconnects until `retry`. */
  | { readonly state: 'refused'; readonly waiting: number; readonly since: number; readonly code: number }

export const RECEIPT_LATE_MS = 5_000

type Line = { readonly state: 'opening' } | { readonly state: 'synced' } | { readonly state: 'down' } | { readonly state: 'refused'; readonly code: number }

interface Change {
  /** Since when a receipt for it may be expected: when it was made, or, on a line that was not there yet, when that was. null: not yet. */
  at: number | null
  /** Number of the frame of this connection that carries it, from 1; null: not sent on this connection. */
  frame: number | null
  held: boolean
}

/**
 * Keeps the books of what was written and what the server's receipts cover. "Saved" comes only from a receipt.
 * It is told what happens and has no clock, socket or document of its own.
 */
export interface ReceiptBook {
  changed(now: number): void
  /**
   * A frame with content goes out: an update, which carries the newest change, or sync step 2, which carries all; or a part of one,
   * and the frame that ends it is the one that carries it.
   */
  sent(kind: 'update' | 'step2' | 'part'): void
  /** Frames of this connection so far: what its receipts count. */
  sentFrames(): number
  receipt(kind: 'saved' | 'held', count: number, now: number): void
  /** A new connection counts its frames from 1 again; what has no receipt is unsent again. */
  lineOpened(): void
  synced(now: number): void
  /** Also when a refusal is over because the person asked to try again. */
  lineDown(now: number): void
  refused(code: number, now: number): void
  status(now: number): SyncStatus
  /** Since when a receipt for the oldest change is missing, at most since the line is there; null: none is. */
  oldestUnreceipted(): number | null
}

export function createReceiptBook(start: number): ReceiptBook {
  let changes: Change[] = []
  let frames = 0
  let line: Line = { state: 'opening' }
  let shown: SyncStatus['state'] = 'connecting'
  let since = start

  function current(now: number): SyncStatus {
    const held = changes.filter((change) => change.held).length
    const waiting = changes.length
    if (line.state === 'refused') return { state: 'refused', waiting, since, code: line.code }
    if (line.state === 'down') return { state: 'offline', waiting, since }
    if (line.state === 'opening') return { state: 'connecting', waiting, since }
    if (waiting === 0) return { state: 'saved', waiting: 0, since }
    if (held === waiting) return { state: 'held', waiting, since }
    const oldest = changes.find((change) => !change.held)?.at ?? now
    return { state: 'saving', waiting: waiting - held, since, late: now - oldest > RECEIPT_LATE_MS }
  }
  function settle(now: number): SyncStatus {
    const status = current(now)
    if (status.state === shown) return status
    shown = status.state
    since = now
    return { ...status, since: now }
  }

  return {
    changed(now) {
      changes.push({ at: line.state === 'synced' ? now : null, frame: null, held: false })
      settle(now)
    },
    sent(kind) {
      frames++
      if (kind === 'step2') for (const change of changes) change.frame ??= frames
      else if (kind === 'update') {
        const newest = changes.at(-1)
        if (newest) newest.frame ??= frames
      }
    },
    sentFrames: () => frames,
    receipt(kind, count, now) {
      const covered = (change: Change): boolean => change.frame !== null && change.frame <= count
      if (kind === 'held') for (const change of changes) change.held ||= covered(change)
      else changes = changes.filter((change) => !covered(change))
      settle(now)
    },
    lineOpened() {
      frames = 0
      for (const change of changes) change.frame = null
    },
    synced(now) {
      line = { state: 'synced' }
      for (const change of changes) change.at ??= now
      settle(now)
    },
    lineDown(now) {
      line = { state: 'down' }
      for (const change of changes) change.frame = null
      settle(now)
    },
    refused(code, now) {
      line = { state: 'refused', code }
      settle(now)
    },
    status: settle,
    oldestUnreceipted() {
      const oldest = changes.find((change) => !change.held)
      return oldest ? (oldest.at ?? start) : null
    },
  }
}
