import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { isUnfit } from '../unfitValue.ts'
import { MOST_CLOCK } from './checkUpdate.ts'

/** Kinds of content as Yjs writes them: https://github.com/yjs/yjs/blob/main/INTERNALS.md and its UpdateDecoder. */
const KIND_BITS = 0x1f
const KEY_BIT = 0x20
const ORIGIN_BITS = 0xc0
const kind = { collected: 0, deleted: 1, binary: 3, string: 4, any: 8 } as const
const plainKinds: ReadonlySet<number> = new Set(Object.values(kind))

/** Not plain: to be looked at in full before it may touch the document. Nothing has changed. */
export class NotPlain extends Error {}
/** Yjs stopped midway: the document is changed in part. */
export class HalfApplied extends Error {}

/**
 * Reads an update while Yjs applies it, and stops it, before anything is changed, at whatever needs a closer look: types
 * inside types, documents, formats, gaps, unfit values, and structs without length or beyond all bounds. Typing and choosing
 * never contain any of these, so nearly every update is decoded once instead of three times.
 */
class PlainDecoder extends Y.UpdateDecoderV1 {
  /** Strings (its parent's name, its key) that come before the content of the text being read; -1 outside of a text. */
  private before = -1
  /** All structs are in by now. */
  readsDeletions = false
  /** How far its writer may still go. */
  private left: number

  constructor(decoder: decoding.Decoder, clock: number) {
    super(decoder)
    this.left = MOST_CLOCK - clock
  }

  override readInfo(): number {
    const info = super.readInfo()
    const content = info & KIND_BITS
    if (!plainKinds.has(content)) throw new NotPlain()
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
    this.left -= length
    if (length === 0 || this.left < 0) throw new NotPlain()
    return length
  }
  override readAny(): unknown {
    const value: unknown = super.readAny()
    if (isUnfit(value)) throw new NotPlain()
    return value
  }
  override resetDsCurVal(): void {
    this.readsDeletions = true
    super.resetDsCurVal()
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
 * @throws NotPlain; HalfApplied, also when the bytes end behind the structs, which Yjs takes in before it reads on; or what Yjs
 * makes of bytes that it can't read before that, or what it broke down over.
 */
export function applyPlain(doc: Y.Doc, update: Uint8Array, { client, clock: from }: PlainHead): number {
  const decoder = decoding.createDecoder(update)
  const plain = new PlainDecoder(decoder, from)
  const clock = (): number => (client === null ? 0 : Y.getState(doc.store, client))
  const before = clock()
  try {
    Y.readUpdateV2(decoder, doc, undefined, plain)
    return decoder.pos
  } catch (error) {
    if (plain.readsDeletions || clock() !== before || doc.store.pendingStructs) throw new HalfApplied('stopped midway', { cause: error })
    throw error
  }
}
