import * as Y from 'yjs'
import { orBadFrame, step1Frame, step2Frame } from './frames.ts'
import type { GroupDocument } from './groupDocument.ts'
import type { Peer } from './peer.ts'

/** The state vector of a client that has nothing. */
export const isEmptyHanded = (stateVector: Uint8Array): boolean => stateVector.byteLength === 1 && stateVector[0] === 0

/** Answers to sync step 1. All who come with empty hands get the same bytes, made once per change. */
export class SyncAnswers {
  /** Null since the last change. A crowd shares it, and nobody keeps it after that. */
  private whole: WeakRef<Uint8Array> | null = null

  changed(): void {
    this.whole = null
  }
  /** @throws BadFrame when the state vector can't be read. */
  to(document: Pick<GroupDocument, 'doc' | 'whole'>, stateVector: Uint8Array): Uint8Array {
    if (!isEmptyHanded(stateVector)) return step2Frame(orBadFrame(() => Y.encodeStateAsUpdate(document.doc, stateVector)))
    const known = this.whole?.deref()
    if (known) return known
    const whole = step2Frame(document.whole())
    this.whole = new WeakRef(whole)
    return whole
  }
}

/** Asks a peer for all that it has and the document has not; goes with the next frame to it. */
export function askAlong(peer: Peer, { doc }: Pick<GroupDocument, 'doc'>): void {
  peer.asked++
  peer.sendAlong(step1Frame(doc))
}
