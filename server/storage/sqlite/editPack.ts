import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** A Yjs update with its place in the order of all, and when it was appended. */
export interface PackedEdit {
  readonly sequence: number
  readonly at: number
  readonly update: Uint8Array
}

/** Several updates as one value: merging them would cost the event loop more than it saves, as they are soon compacted. */
export class EditPack {
  private readonly edits = encoding.createEncoder()
  private count = 0
  private newest: Pick<PackedEdit, 'sequence' | 'at'> = { sequence: 0, at: 0 }

  add({ sequence, at, update }: PackedEdit): void {
    this.count++
    this.newest = { sequence, at }
    encoding.writeVarUint(this.edits, sequence)
    encoding.writeVarUint(this.edits, at)
    encoding.writeVarUint8Array(this.edits, update)
  }
  /** How many there are. */
  get size(): number {
    return this.count
  }
  get last(): Pick<PackedEdit, 'sequence' | 'at'> {
    return this.newest
  }
  bytes(): Uint8Array {
    const whole = encoding.createEncoder()
    encoding.writeVarUint(whole, this.count)
    encoding.writeUint8Array(whole, encoding.toUint8Array(this.edits))
    return encoding.toUint8Array(whole)
  }
}

export function unpacked(bytes: Uint8Array): PackedEdit[] {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    sequence: decoding.readVarUint(decoder),
    at: decoding.readVarUint(decoder),
    update: Uint8Array.from(decoding.readVarUint8Array(decoder)),
  }))
}
