import * as Y from 'yjs'
import { verifiedSnapshot } from './liveDocument.ts'

/**
 * A Yjs document that is its bytes while nobody works in it: as objects it takes twenty times their memory, and making these
 * is most of what a start costs. Whoever asks for `doc` unfolds it.
 */
export class FoldingDoc {
  private content: Y.Doc | Uint8Array
  private readonly unfold: (bytes: Uint8Array) => Y.Doc
  private wasUsed = true

  constructor(content: Y.Doc | Uint8Array, unfold: (bytes: Uint8Array) => Y.Doc) {
    this.content = content
    this.unfold = unfold
  }
  /** To be used at once: later it may be another object. */
  get doc(): Y.Doc {
    this.wasUsed = true
    if (this.content instanceof Uint8Array) this.content = this.unfold(this.content)
    return this.content
  }
  /** All of it as one update. */
  whole(): Uint8Array {
    return this.content instanceof Uint8Array ? this.content : Y.encodeStateAsUpdate(this.content)
  }
  /** The same, or null when it does not read back as the same document (P6.8). */
  verified(): Uint8Array | null {
    return this.content instanceof Uint8Array ? this.content : verifiedSnapshot(this.content)
  }
  /** To be called every now and then: folds what nobody has used since the last time. @returns whether it did */
  fold(): boolean {
    const { content, wasUsed } = this
    this.wasUsed = false
    if (wasUsed || content instanceof Uint8Array) return false
    const bytes = verifiedSnapshot(content)
    if (!bytes) return false
    this.content = bytes
    content.destroy()
    return true
  }
  destroy(): void {
    if (!(this.content instanceof Uint8Array)) this.content.destroy()
  }
}
