import Papa from 'papaparse'
import { intakeLimit, type IntakeTable } from '../../../shared/intake/table.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { gatherSheet, newTextBudget } from './plainTable.ts'

/** Bytes as text: what its mark says, else UTF-8 when all of it is, else GB18030, which holds GBK: Chinese Excel writes that. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encodings = first === 0xff && second === 0xfe ? ['utf-16le'] : first === 0xfe && second === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    const text = decodeAs(encoding, bytes)
    if (text !== undefined && looksWritten(text)) return text
  }
  throw new Refusal('file-kind', 'neither a workbook nor a text')
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Pictures and programs happen to be valid in some encoding now and then; people don't type control characters. */
const looksWritten = (text: string): boolean => !/(?![\t\n\v\f\r])\p{Cc}/u.test(text)

export function readCsv(bytes: Uint8Array): IntakeTable {
  const text = decodeText(bytes)
  if (/^\s*(?:<[?!a-z]|\{\\rtf)/i.test(text.slice(0, 200))) throw new Refusal('file-kind', 'a page, not a table')
  // Excel in some countries says with its first line what parts the cells.
  const told = /^sep=([,;\t|])\r?\n/i.exec(text)
  // One row more than is taken, to see that there is more; what lies behind is not even looked at.
  const { data } = Papa.parse<string[]>(told ? text.slice(told[0].length) : text, {
    preview: intakeLimit.rows + 1, delimiter: told?.[1] ?? '', delimitersToGuess: [',', '\t', ';', '|'],
  })
  const gatherer = gatherSheet(newTextBudget())
  data.forEach((row, at) => {
    if (!gatherer.full(at)) row.forEach((cell, column) => gatherer.put(at, column, cell.trim()))
  })
  return { kind: 'csv', sheets: [gatherer.sheet('', false)] }
}
