import { crc32 } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Append } from '../../domain/room/DocumentStore.ts'

/** An entry with its place in the order of all that was ever appended. */
export type Numbered = Append & { readonly sequence: number }

/*
 * A record is what one turn of the event loop appended: length and CRC-32 of the content, four bytes each, little-endian,
 * then the content. So one that was cut short, or that lies where an older one lay, is known by itself.
 */
const HEADER = 8
const kinds = { update: 0, held: 1, release: 2 } as const

/** One for all records: its memory lies outside of the heap, and a record is written for every keystroke. */
let encoder = encoding.createEncoder()
/** What a larger record needed is given back. */
const KEPT_BYTES = 65_536

export function writeRecord(entries: readonly Numbered[]): Uint8Array {
  if (encoder.cbuf.byteLength > KEPT_BYTES) encoder = encoding.createEncoder()
  encoder.bufs.length = encoder.cpos = 0
  encoding.writeUint32(encoder, 0)
  encoding.writeUint32(encoder, 0)
  encoding.writeVarUint(encoder, entries.length)
  for (const entry of entries) {
    encoding.writeUint8(encoder, kinds[entry.kind])
    encoding.writeVarUint(encoder, entry.sequence)
    encoding.writeVarString(encoder, entry.documentId)
    encoding.writeVarUint(encoder, entry.at)
    // An update of no bytes is still one; only a release may come without.
    encoding.writeUint8(encoder, entry.update === null ? 0 : 1)
    if (entry.update !== null) encoding.writeVarUint8Array(encoder, entry.update)
    if (entry.kind === 'held') encoding.writeVarString(encoder, entry.participantId ?? '')
    if (entry.kind === 'release') encoding.writeVarUint(encoder, entry.through)
  }
  const record = encoding.toUint8Array(encoder)
  const view = new DataView(record.buffer, record.byteOffset)
  view.setUint32(0, record.byteLength - HEADER, true)
  view.setUint32(4, crc32(record.subarray(HEADER)), true)
  return record
}

/** All whole records from the start of a file, to the first that is none, and where that is. */
export function readRecords(file: Uint8Array): { readonly entries: readonly Numbered[]; readonly end: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const entries: Numbered[] = []
  let end = 0
  while (end + HEADER < file.byteLength) {
    const length = view.getUint32(end, true)
    const content = file.subarray(end + HEADER, end + HEADER + length)
    // A record has content; zeros, which a loss of power can leave, would be one without any whose checksum is right.
    if (length === 0 || content.byteLength < length || crc32(content) !== view.getUint32(end + 4, true)) break
    entries.push(...readContent(content))
    end += HEADER + content.byteLength
  }
  return { entries, end }
}

function readContent(content: Uint8Array): Numbered[] {
  const decoder = decoding.createDecoder(content)
  return Array.from({ length: decoding.readVarUint(decoder) }, (): Numbered => {
    const kind = decoding.readUint8(decoder)
    const sequence = decoding.readVarUint(decoder)
    const documentId = decoding.readVarString(decoder)
    const at = decoding.readVarUint(decoder)
    const update = decoding.readUint8(decoder) === 0 ? null : Uint8Array.from(decoding.readVarUint8Array(decoder))
    if (kind === kinds.release) return { kind: 'release', sequence, documentId, at, update, through: decoding.readVarUint(decoder) }
    if (update === null) throw new TypeError('an edit without its bytes')
    if (kind === kinds.update) return { kind: 'update', sequence, documentId, at, update }
    return { kind: 'held', sequence, documentId, at, update, participantId: decoding.readVarString(decoder) || null }
  })
}
