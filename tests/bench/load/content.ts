import * as Y from 'yjs'
import { sampleGroups, type SampleGroup } from '../../../shared/course/samples.ts'
import { addCustomers, customerRow, customerText, setFigure, setGrade } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { readGroupWork, seedUpdate } from '../../../shared/groupwork/document.ts'
import { addFactor, setWeights } from '../../../shared/scale/document.ts'
import { factorLibrary } from '../../../shared/scale/library.ts'
import { axes } from '../../../shared/scale/model.ts'
import { CONTENT_WRITER, markerOf } from './edits.ts'

const origin = new LocalOrigin('bench')
const sentence = '他们今年换了采购经理，下一次报价要先和技术部门谈。'

function fillScales(doc: Y.Doc, sample: SampleGroup): void {
  for (const axis of axes) {
    for (const [place, { libraryId }] of sample.scales[axis].entries()) {
      const factor = factorLibrary.find((one) => one.id === libraryId)
      if (factor) addFactor(doc, axis, readGroupWork(doc).scales[axis], { id: `${axis}-${place}`, library: { factor, locale: 'zh-CN' } }, origin)
    }
    setWeights(doc, axis, new Map(sample.scales[axis].map(({ weight }, place) => [`${axis}-${place}`, weight])), origin)
  }
}
function fillCustomers(doc: Y.Doc, sample: SampleGroup): void {
  for (const [place, customer] of sample.customers.entries()) {
    const id = `customer-${place}`
    addCustomers(doc, readGroupWork(doc).customers, [{ id, name: customer.name['zh-CN'] }], origin)
    setFigure(doc, id, 'effort', customer.effort, origin)
    setFigure(doc, id, 'revenue', customer.revenue, origin)
    for (const axis of axes) {
      for (const index of sample.scales[axis].keys()) setGrade(doc, id, `${axis}-${index}`, { kind: 'level', level: 1 + Math.round(4 * customer[axis]) }, origin)
    }
  }
}
/** Typed sign by sign into one note after the other, so that no two neighbours in the document belong together. */
function typeNotes(doc: Y.Doc, untilBytes: number): void {
  const notes = readGroupWork(doc).customers.map(({ id }) => customerRow(doc, id)).flatMap((row) => (row ? [customerText(row, 'note')] : []))
  for (let at = 0; at % 200 !== 0 || Y.encodeStateAsUpdate(doc).byteLength < untilBytes; at++) {
    const note = notes[at % notes.length]
    note?.insert(note.length, sentence[Math.floor(at / notes.length) % sentence.length] ?? '')
  }
}

/** A group's document after an afternoon: scales, customers and grades of the made-up class, and notes up to a size. */
export function groupWork(untilBytes = 0): Uint8Array {
  const [sample] = sampleGroups
  if (!sample) throw new Error('the sample class is empty')
  const doc = new Y.Doc()
  // The same for all servers: V8 keeps figures from 2^31 on in boxes, so with random writers a document took up to a tenth more.
  doc.clientID = 1_234_567_890
  Y.applyUpdate(doc, seedUpdate())
  fillScales(doc, sample)
  fillCustomers(doc, sample)
  typeNotes(doc, untilBytes)
  doc.getText('content-end').insert(0, markerOf(CONTENT_WRITER, 0))
  return Y.encodeStateAsUpdate(doc)
}
