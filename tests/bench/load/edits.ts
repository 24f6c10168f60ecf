import { Scratch } from './wire.ts'

const STRING = 4
const HAS_ORIGIN = 0x80

export const textOf = (writer: number): string => `typed-${writer}`
/** Names an edit in any bytes that carry its text: `§<writer>:<edit>;`. */
export const markerOf = (writer: number, edit: number): string => `§${writer}:${edit};`

/** Whoever wrote what a document starts with: its marker shows that all of that has arrived. */
export const CONTENT_WRITER = 9_999_999

const scratch = new Scratch()

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
  /** Good until the next one of any writer. */
  next(): Uint8Array {
    const text = markerOf(this.writer, this.edits++)
    scratch.begin().varUint(1).varUint(1).varUint(this.clientId).varUint(this.clock) // one client, one struct
    if (this.clock === 0) scratch.byte(STRING).varUint(1).text(textOf(this.writer)) // its parent is a root type
    else scratch.byte(STRING | HAS_ORIGIN).varUint(this.clientId).varUint(this.clock - 1)
    this.clock += text.length
    return scratch.text(text).varUint(0).written // nothing deleted
  }
}
