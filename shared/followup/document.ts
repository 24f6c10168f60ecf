import * as Y from 'yjs'
import { MAX_FIGURE, readGrade } from '../customer/document.ts'
import type { Grade } from '../customer/model.ts'
import { type CellReader, type LocalOrigin, readRemoval, removeRow, restoreRow, rowIdPattern, textLimit } from '../groupwork/cells.ts'
import { truncateCodePoints, wellFormed } from '../text/sanitise.ts'
import { type Review, type ReviewedCustomer, reviewLimit, type Reviews } from './model.ts'

/** A review is one row: when it came, and its customers as one value. Nobody edits it, so nothing in it needs to merge. */
export const reviewsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('reviews')

export function readReviews(reader: CellReader, doc: Y.Doc): Reviews {
  const all = reader.rows(reviewsOf(doc), 'reviews', reviewLimit.reviews)
    .map(([id, row]): Review => ({
      id,
      at: reader.number(row, 'at', `reviews/${id}/at`, { min: 0, max: Number.MAX_SAFE_INTEGER }) ?? 0,
      customers: readCustomers(reader, row.get('customers'), `reviews/${id}/customers`),
      removed: readRemoval(reader, row, `reviews/${id}`),
    }))
    .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
  return { reviews: all.filter(({ removed }) => !removed), removed: all.filter(({ removed }) => removed) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

function readCustomers(reader: CellReader, value: unknown, path: string): ReviewedCustomer[] {
  if (!Array.isArray(value)) {
    if (value !== undefined) reader.leaveOut(path, 'wrong-type')
    return []
  }
  if (value.length > reviewLimit.customers) reader.leaveOut(path, 'too-many')
  return value.slice(0, reviewLimit.customers).flatMap((one: unknown) => {
    const customer = readCustomer(one)
    if (!customer) reader.leaveOut(path, 'wrong-type')
    return customer ? [customer] : []
  })
}

function readCustomer(value: unknown): ReviewedCustomer | null {
  if (!isRecord(value) || typeof value['name'] !== 'string') return null
  const id = value['customerId']
  const grades: unknown = value['grades']
  return {
    customerId: typeof id === 'string' && rowIdPattern.test(id) ? id : null,
    name: truncateCodePoints(wellFormed(value['name']), textLimit.name),
    effort: figure(value['effort'], 0),
    revenue: figure(value['revenue'], -MAX_FIGURE),
    grades: Array.isArray(grades) ? grades.slice(0, reviewLimit.grades).flatMap(readEntry) : [],
  }
}
const figure = (value: unknown, min: number): number | null => (typeof value === 'number' && value >= min && value <= MAX_FIGURE ? value : null)

function readEntry(entry: unknown): (readonly [string, Grade])[] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !rowIdPattern.test(entry[0])) return []
  const grade = readGrade(entry[1])
  return grade ? [[entry[0], grade]] : []
}

export function addReview(doc: Y.Doc, { id, at, customers }: Pick<Review, 'id' | 'at' | 'customers'>, origin: LocalOrigin): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    reviewsOf(doc).set(id, row)
    row.set('at', at)
    row.set('customers', customers)
  }, origin)
}

/** Writes a mask in the place of every name, also of customers who are only here. */
export function maskReviews(doc: Y.Doc, maskOf: (customerId: string) => string): void {
  for (const [id, row] of reviewsOf(doc).entries()) {
    const customers: unknown = row instanceof Y.Map ? row.get('customers') : undefined
    if (!(row instanceof Y.Map) || !Array.isArray(customers)) continue
    row.set('customers', customers.map((one: unknown, place) => (isRecord(one) ? { ...one, name: maskOf(typeof one['customerId'] === 'string' ? one['customerId'] : `${id}/${place}`) } : null)))
  }
}

export function removeReview(doc: Y.Doc, id: string, at: number, origin: LocalOrigin): void {
  const row = reviewsOf(doc).get(id)
  if (row instanceof Y.Map) removeRow(doc, row, at, origin)
}

export function restoreReview(doc: Y.Doc, id: string, origin: LocalOrigin): void {
  const row = reviewsOf(doc).get(id)
  if (row instanceof Y.Map) restoreRow(doc, row, origin)
}
