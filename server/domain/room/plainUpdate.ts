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

/** Where a plain update begins: its one writer and the first of the writer's clocks in it. */
export interface PlainHead {
  /** Null when it only deletes. */
  readonly client: number | null
  readonly clock: number
}
/** Null unless there is at most one writer, with no more structs than fit into the bytes: Yjs would reserve memory for as many as it is told. */
export function plainHead(update: Uint8Array): PlainHead | null {
  try {
    const decoder = decoding.createDecoder(update)
    const writers = decoding.readVarUint(decoder)
    if (writers === 0) return { client: null, clock: 0 }
    if (writers !== 1 || decoding.readVarUint(decoder) > update.byteLength) return null
    return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) }
  } catch {
    return null
  }
}

/**
 * @returns how many of the bytes the update has; what comes behind them means nothing.
 * @throws NotPlain, or what Yjs makes of bytes that it can't read; nothing is changed then, unless Yjs broke down midway.
 */
export function applyPlain(doc: Y.Doc, update: Uint8Array): number {
  const decoder = decoding.createDecoder(update)
  Y.readUpdateV2(decoder, doc, undefined, new PlainDecoder(decoder))
  return decoder.pos
}
