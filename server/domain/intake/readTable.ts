import { intakeLimit, type IntakeTable } from '../../../shared/intake/table.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { readCsv } from './csv.ts'
import { readXlsx } from './xlsx/readXlsx.ts'

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/**
 * A table out of a file of any kind, told by what is in it and not by its name. It takes time and memory that a file can
 * choose to waste: run it in a thread that can be ended (server/files).
 * @throws Refusal 'file-kind' | 'file-old-excel' | 'file-encrypted' | 'file-damaged' | 'file-too-large' | 'file-empty'
 */
export function readTable(bytes: Uint8Array): IntakeTable {
  if (bytes.length > intakeLimit.fileBytes) throw new Refusal('file-too-large', 'the file is too large')
  const table = startsWith(bytes, 0x50, 0x4b) ? readXlsx(bytes) : startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ? refuseCompound(bytes) : readCsv(bytes)
  if (!table.sheets.some(({ rows }) => rows.length > 0)) throw new Refusal('file-empty', 'there is nothing in it')
  return table
}

/** Office's older container holds the old Excel's files, and also those of today with a password; then it has this part. */
function refuseCompound(bytes: Uint8Array): never {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encrypted)) throw new Refusal('file-encrypted', 'the file has a password')
  throw new Refusal('file-old-excel', 'a file of the old Excel')
}
