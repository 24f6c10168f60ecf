import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** Kinds of content as Yjs writes them: https://github.com/yjs/yjs/blob/main/INTERNALS.md and its UpdateDecoder. */
const KIND_BITS = 0x1f
const KEY_BIT = 0x20
const ORIGIN_BITS = 0xc0
const kind = { string: 4, type: 7, document: 9, skip: 10 } as const

/** Not plain: to be looked at in full before it may touch the document. */
export class NotPlain extends Error {}

/**
 * Reads an update while Yjs applies it, and stops it, before anything is changed, at whatever needs a closer look: types
 * inside types, documents, gaps, and structs without length. Typing and choosing never contain any of these, so nearly
 * every update is decoded once instead of three times.
 */
class PlainDecoder extends Y.UpdateDecoderV1 {
  /** Strings (its parent's name, its key) that come before the content of the text being read; -1 outside of a text. */
  private before = -1

  override readInfo(): number {
    const info = super.readInfo()
    const content = info & KIND_BITS
    if (content === kind.type || content === kind.document || content === kind.skip) throw new NotPlain()
    this.before = content !== kind.string ? -1 : (info & ORIGIN_BITS) === 0 && (info & KEY_BIT) !== 0 ? 1 : 0
    return info
  }
  override readParentInfo(): boolean {
    const isNamed = super.readParentInfo()
    if (isNamed && this.before >= 0) this.before++
    return isNamed
  }
  override readString(): string {
    const text = super.readString()
    if (this.before-- === 0 && text === '') throw new NotPlain()
    return text
  }
  override readLen(): number {
    const length = super.readLen()
    if (length === 0) throw new NotPlain()
    return length
  }
}

/** At most one writer, with no more structs than fit into the bytes: Yjs would reserve memory for as many as it is told. */
export function looksPlain(update: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(update)
    const writers = decoding.readVarUint(decoder)
    return writers === 0 || (writers === 1 && decoding.readVarUint(decoder) <= update.byteLength)
  } catch {
    return false
  }
}

/** @throws NotPlain, or what Yjs makes of bytes that it can't read; nothing is changed then, unless Yjs broke down midway. */
export function applyPlain(doc: Y.Doc, update: Uint8Array): void {
  Y.applyUpdateV2(doc, update, undefined, PlainDecoder)
}
