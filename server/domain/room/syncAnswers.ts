import type * as Y from 'yjs'
import { step2Frame } from './frames.ts'

/** Answers to sync step 1. All who come with empty hands get the same bytes, made once per change. */
export class SyncAnswers {
  /** Null since the last change. A crowd shares it, and nobody keeps it after that. */
  private whole: WeakRef<Uint8Array> | null = null

  changed(): void {
    this.whole = null
  }
  /** @throws BadFrame when the state vector can't be read. */
  to(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
    if (stateVector.byteLength !== 1 || stateVector[0] !== 0) return step2Frame(doc, stateVector)
    const known = this.whole?.deref()
    if (known) return known
    const whole = step2Frame(doc, stateVector)
    this.whole = new WeakRef(whole)
    return whole
  }
}
