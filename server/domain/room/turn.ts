import type { Append } from './DocumentStore.ts'
import { updateFrame } from './frames.ts'
import type { Frame } from './ledger.ts'
import { mergeUpdates } from './liveDocument.ts'
import type { Peer } from './peer.ts'

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
  /** Changes of the document, in order of arrival. */
  readonly parts: Part[]
  /** Of these, what this process must store and tell other processes. */
  readonly own: Uint8Array[]
  readonly appends: Append[]
  /** Frames, and what they are once the turn is synced to disk. */
  readonly frames: (PeerFrame & { readonly becomes: 'saved' | 'held' })[]
  /** Sync step 1 of peers, answered with durable state only. */
  readonly questions: { readonly peer: Peer; readonly stateVector: Uint8Array }[]
  readonly after: (() => void)[]
  /** The document may be damaged and must be read again before the next turn. */
  reload: boolean
  compact: boolean
  /** Who waits to hear whether it was. */
  readonly compacted: ((isCompacted: boolean) => void)[]
}
export const newTurn = (): Turn => ({ parts: [], own: [], appends: [], frames: [], questions: [], after: [], reload: false, compact: false, compacted: [] })

/** One frame for all who wrote nothing; each writer gets the others' parts alone, never its own back (P2.17). @returns how many frames went out. */
export function broadcast(parts: readonly Part[], peers: Iterable<Peer>): number {
  const [first] = parts
  if (!first) return 0
  let frames = 0
  // Nearly always one person typed, and nothing is to be merged.
  const everything = updateFrame(parts.length === 1 ? first.update : mergeAll(parts))
  const writers = new Set(parts.map((part) => part.from))
  for (const peer of peers) {
    if (!peer.synced) continue
    if (!writers.has(peer)) {
      peer.send(everything)
      frames++
      continue
    }
    const others = parts.filter((part) => part.from !== peer)
    if (others.length === 0) continue
    peer.send(updateFrame(mergeAll(others)))
    frames++
  }
  return frames
}
const mergeAll = (parts: readonly Part[]): Uint8Array => mergeUpdates(parts.map((part) => part.update)) ?? new Uint8Array()
