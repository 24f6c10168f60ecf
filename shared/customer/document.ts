import * as Y from 'yjs'
import { type CellReader, type LocalOrigin, moveRow, newText, readRemoval, removeRow, restoreRow, rowIdPattern, rowLimit, rowOf, textLimit, textOf } from '../groupwork/cells.ts'
import { byOrder, keyBetween } from '../order/order.ts'
import { MAX_LEVELS } from '../scale/model.ts'
import type { Customer, Grade } from './model.ts'

/** A customer is one Y.Map in the root map, keyed by its id; the grade of a factor is its cell `grade:<factor id>`. */
export const customersOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('customers')

export const customerRow = (doc: Y.Doc, customerId: string): Y.Map<unknown> | undefined => rowOf(customersOf(doc), customerId)
export const customerText = (row: Y.Map<unknown>, field: 'name' | 'note'): Y.Text | undefined => textOf(row, field)

const GRADE = 'grade:'
export const MAX_FIGURE = 1e15
/** With the removed ones, which stay in the document: a whole list that was brought in and taken back leaves room for another. */
const MAX_CUSTOMER_ROWS = 5 * rowLimit.customers

export function readCustomers(reader: CellReader, doc: Y.Doc): { customers: Customer[]; removed: Customer[] } {
  return reader.list(customersOf(doc), 'customers', MAX_CUSTOMER_ROWS, readCustomer, (all, outer) => {
    all.sort(byOrder)
    const here = all.filter((customer) => !customer.removed)
    if (here.length > rowLimit.customers) outer.leaveOut('customers', 'too-many')
    return { customers: here.slice(0, rowLimit.customers), removed: all.filter((customer) => customer.removed) }
  })
}

function readCustomer(reader: CellReader, id: string, row: Y.Map<unknown>): Customer {
  const path = `customers/${id}`
  const grades = new Map<string, Grade>()
  for (const [key, value] of row.entries()) {
    if (!key.startsWith(GRADE) || value === null) continue
    const factorId = key.slice(GRADE.length)
    const grade = rowIdPattern.test(factorId) ? readGrade(value) : null
    if (grade) grades.set(factorId, grade)
    else reader.leaveOut(`${path}/grade`, 'wrong-type')
  }
  const order = reader.shortString(row, 'order') ?? ''
  return {
    id,
    order,
    gutOrder: reader.shortString(row, 'gutOrder') ?? order,
    name: reader.text(row, 'name', `${path}/name`, textLimit.name),
    note: reader.text(row, 'note', `${path}/note`, textLimit.text),
    effort: reader.number(row, 'effort', `${path}/effort`, { min: 0, max: MAX_FIGURE }),
    revenue: reader.number(row, 'revenue', `${path}/revenue`, { min: -MAX_FIGURE, max: MAX_FIGURE }),
    grades,
    removed: readRemoval(reader, row, path),
  }
}

export function readGrade(value: unknown): Grade | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null
  if (value.kind === 'unknown') return { kind: 'unknown' }
  if (value.kind === 'level' && 'level' in value && typeof value.level === 'number' && Number.isInteger(value.level) && value.level >= 1 && value.level <= MAX_LEVELS) {
    return { kind: 'level', level: value.level }
  }
  if (value.kind === 'raw' && 'raw' in value && typeof value.raw === 'number' && Math.abs(value.raw) <= MAX_FIGURE) return { kind: 'raw', raw: value.raw }
  return null
}

export interface NewCustomer extends Pick<Customer, 'id' | 'name'>, Partial<Pick<Customer, 'note' | 'effort' | 'revenue' | 'grades'>> {}

/** Adds customers at the end, with what is known of them already, in one step. Ids are the caller's, new for each. */
export function addCustomers(doc: Y.Doc, existing: readonly Customer[], added: readonly NewCustomer[], origin: LocalOrigin): void {
  doc.transact(() => {
    let order = existing.at(-1)?.order ?? null
    let gutOrder = [...existing].sort(byGutOrder).at(-1)?.gutOrder ?? null
    for (const customer of added) {
      order = keyBetween(order, null)
      gutOrder = keyBetween(gutOrder, null)
      customersOf(doc).set(customer.id, newRow(customer, order, gutOrder))
    }
  }, origin)
}

function newRow({ name, note = '', effort, revenue, grades }: NewCustomer, order: string, gutOrder: string): Y.Map<unknown> {
  const row = new Y.Map<unknown>()
  row.set('order', order)
  row.set('gutOrder', gutOrder)
  row.set('name', newText(name))
  row.set('note', newText(note))
  if (effort !== undefined) row.set('effort', effort)
  if (revenue !== undefined) row.set('revenue', revenue)
  for (const [factorId, grade] of grades ?? []) row.set(`${GRADE}${factorId}`, grade)
  return row
}

export const removeCustomer = (doc: Y.Doc, customerId: string, at: number, origin: LocalOrigin): void => {
  const row = customerRow(doc, customerId)
  if (row) removeRow(doc, row, at, origin)
}

export const restoreCustomer = (doc: Y.Doc, customerId: string, origin: LocalOrigin): void => {
  const row = customerRow(doc, customerId)
  if (row) restoreRow(doc, row, origin)
}

/** `grade` null takes the answer back. */
export function setGrade(doc: Y.Doc, customerId: string, factorId: string, grade: Grade | null, origin: LocalOrigin): void {
  const row = customerRow(doc, customerId)
  if (row) doc.transact(() => row.set(`${GRADE}${factorId}`, grade), origin)
}

export function setFigure(doc: Y.Doc, customerId: string, figure: 'effort' | 'revenue', value: number | null, origin: LocalOrigin): void {
  const row = customerRow(doc, customerId)
  if (row && row.get(figure) !== value) doc.transact(() => row.set(figure, value), origin)
}

export const byGutOrder = (one: Customer, other: Customer): number =>
  byOrder({ id: one.id, order: one.gutOrder }, { id: other.id, order: other.gutOrder })

/** Moves the customer to the place `to` (from 0) of its list, by order or by gut order. */
export function moveCustomer(doc: Y.Doc, customers: readonly Customer[], customerId: string, to: number, list: 'order' | 'gutOrder', origin: LocalOrigin): void {
  const sorted = [...customers].sort(list === 'order' ? byOrder : byGutOrder).filter((customer) => customer.id !== customerId)
  moveRow(doc, customersOf(doc), list, customerId, sorted.map((customer) => ({ id: customer.id, order: customer[list] })), to, origin)
}
