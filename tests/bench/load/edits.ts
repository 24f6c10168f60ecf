import * as encoding from 'lib0/encoding'
import { encoded } from './wire.ts'

const STRING = 4
const HAS_ORIGIN = 0x80

export const textOf = (writer: number): string => `typed-${writer}`
/** Names an edit in any bytes that carry its text: `§<writer>:<edit>;`. */
export const markerOf = (writer: number, edit: number): string => `§${writer}:${edit};`

/** Whoever wrote what a document starts with: its marker shows that all of that has arrived. */
export const CONTENT_WRITER = 9_999_999

/**
 * The edits of one writer: each appends its marker to a text of the writer's own, as Yjs would encode it (update, version
 * 1). Written by hand, because a document for every writer would cost the machine more than some of the servers do.
 */
export class EditWriter {
  readonly clientId: number
  private readonly writer: number
  private clock = 0
  private edits = 0

  constructor(writer: number, clientId: number) {
    this.writer = writer
    this.clientId = clientId
  }
  get count(): number {
    return this.edits
  }
  next(): Uint8Array {
    const text = markerOf(this.writer, this.edits++)
    const update = encoded((encoder) => {
      encoding.writeVarUint(encoder, 1) // clients
      encoding.writeVarUint(encoder, 1) // structs
      encoding.writeVarUint(encoder, this.clientId)
      encoding.writeVarUint(encoder, this.clock)
      if (this.clock === 0) {
        encoding.writeUint8(encoder, STRING)
        encoding.writeVarUint(encoder, 1) // the parent is a root type:
        encoding.writeVarString(encoder, textOf(this.writer))
      } else {
        encoding.writeUint8(encoder, STRING | HAS_ORIGIN)
        encoding.writeVarUint(encoder, this.clientId)
        encoding.writeVarUint(encoder, this.clock - 1)
      }
      encoding.writeVarString(encoder, text)
      encoding.writeVarUint(encoder, 0) // nothing deleted
    })
    this.clock += text.length
    return update
  }
}
