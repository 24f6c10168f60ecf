import type { Append } from './DocumentStore.ts'
import { updateFrame } from './frames.ts'
import type { Frame } from './ledger.ts'
import { mergeUpdates } from './liveDocument.ts'
import type { Peer } from './peer.ts'
import type { RoomEvent } from './roomEvent.ts'

/** One writer's share of what changed in a turn. `from` is null when nobody here wrote it, so that everybody gets it. */
export interface Part {
  readonly from: Peer | null
  readonly update: Uint8Array
}
export interface PeerFrame {
  readonly frame: Frame
  readonly peer: Peer
}
/** What one document received within a tick, and what is to follow once that is on disk. */
export interface Turn {
  /** All changes of the document, in order of arrival: what is shown. */
  readonly parts: Part[]
  /** Those of them that are to be stored as an update of ours, and told other processes; what was taken together is one here and several there. */
  readonly own: Uint8Array[]
  /** False when some of `parts` is stored already, or by a row of another kind. Else `own` says the same as `parts`. */
  ownIsAll: boolean
  /** `own` as one; null when there is none. */
  merged: Uint8Array | null
  readonly appends: Append[]
  /** Frames, and what they are once the turn is synced to disk. */
  readonly frames: (PeerFrame & { readonly becomes: 'saved' | 'held' })[]
  /** Sync step 1 of peers, answered with durable state only. */
  readonly questions: Extract<RoomEvent, { kind: 'question' }>[]
  /** Who waits to hear that it was done. */
  readonly waiting: Extract<RoomEvent, { kind: 'edit' | 'lock' }>[]
  /** The document may be damaged and must be read again before the next turn. */
  reload: boolean
  compact: boolean
  /** Who waits to hear whether it was. */
  readonly compacted: ((isCompacted: boolean) => void)[]
}
export const newTurn = (): Turn => ({ parts: [], own: [], ownIsAll: true, merged: null, appends: [], frames: [], questions: [], waiting: [], reload: false, compact: false, compacted: [] })

/**
 * One frame for all who wrote nothing. Each writer gets the others' parts alone, never its own back (P2.17): one behind the
 * other in one packet, because merging them anew for each writer costs more than all the rest. @returns how many frames went out.
 */
export function broadcast({ parts, ownIsAll, merged }: Pick<Turn, 'parts' | 'ownIsAll' | 'merged'>, peers: Iterable<Peer>): number {
  if (parts.length === 0) return 0
  let frames = 0
  let everything: readonly Uint8Array[] | null = null
  const whole = (): readonly Uint8Array[] => (everything ??= [updateFrame((ownIsAll ? merged : mergeUpdates(parts.map(({ update }) => update))) ?? new Uint8Array())])
  const writers = new Set(parts.map(({ from }) => from))
  const each = writers.size > 1 ? parts.map(({ from, update }) => ({ from, frame: updateFrame(update) })) : []
  for (const peer of peers) {
    if (!peer.synced) continue
    const others = writers.has(peer) ? each.filter(({ from }) => from !== peer).map(({ frame }) => frame) : whole()
    for (const frame of others) peer.send(frame)
    frames += others.length
  }
  return frames
}
