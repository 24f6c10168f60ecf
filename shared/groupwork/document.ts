import * as Y from 'yjs'
import { customersOf, readCustomers } from '../customer/document.ts'
import { DEFAULT_CUT, ownFindingsOf, readJudgements, readOwnFindings, readSettings, settingsOf, verdictsOf } from '../map/document.ts'
import type { CustomerJson, GroupWorkJson } from '../protocol/views.ts'
import { factorsOf, readScale } from '../scale/document.ts'
import { axes } from '../scale/model.ts'
import { createCellReader } from './cells.ts'
import type { GroupWork } from './model.ts'
import { partCellRoots, partRowRoots, readParts } from './parts.ts'

/** The first state of a group's document. Only the server makes it, once; it never changes for a given format. */
export function seedUpdate(): Uint8Array {
  const doc = new Y.Doc()
  // A fixed client id is right only here: the same seed must be the same bytes wherever it is made.
  doc.clientID = 1
  doc.transact(() => {
    settingsOf(doc).set('format', 1)
    settingsOf(doc).set('cutX', DEFAULT_CUT)
    settingsOf(doc).set('cutY', DEFAULT_CUT)
    settingsOf(doc).set('effortUnit', 'visits')
    settingsOf(doc).set('gutDoneAt', null)
  })
  const seed = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return seed
}

/** Names the types of all roots, so that what a crafted client wrote under a name is read as what it should be. */
export function prepareDocument(doc: Y.Doc): void {
  for (const axis of axes) factorsOf(doc, axis)
  customersOf(doc)
  settingsOf(doc)
  verdictsOf(doc)
  ownFindingsOf(doc)
  for (const root of [...partRowRoots, ...partCellRoots]) doc.getMap(root)
}

/** The document as plain values. Never throws, whatever is in the document; what does not fit is in `leftOut`. */
export function readGroupWork(doc: Y.Doc): GroupWork {
  const reader = createCellReader()
  const { customers, removed } = readCustomers(reader, doc)
  return {
    scales: { potential: readScale(reader, doc, 'potential'), relationship: readScale(reader, doc, 'relationship') },
    customers,
    removedCustomers: removed,
    settings: readSettings(reader, doc),
    judgements: readJudgements(reader, doc),
    ownFindings: readOwnFindings(reader, doc),
    parts: readParts(reader, doc),
    leftOut: reader.leftOut,
  }
}

const customerToJson = (customer: GroupWork['customers'][number]): CustomerJson => ({ ...customer, grades: [...customer.grades] })
const customerFromJson = (customer: CustomerJson): GroupWork['customers'][number] => ({ ...customer, grades: new Map(customer.grades) })

export const groupWorkToJson = (work: GroupWork): GroupWorkJson => ({
  ...work,
  judgements: [...work.judgements],
  customers: work.customers.map(customerToJson),
  removedCustomers: work.removedCustomers.map(customerToJson),
})

export const groupWorkFromJson = (json: GroupWorkJson): GroupWork => ({
  ...json,
  judgements: new Map(json.judgements),
  customers: json.customers.map(customerFromJson),
  removedCustomers: json.removedCustomers.map(customerFromJson),
})
