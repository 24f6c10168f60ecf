import * as Y from 'yjs'
import { customersOf, customerText } from '../customer/document.ts'
import { maskReviews } from '../followup/document.ts'
import { prepareDocument } from '../groupwork/document.ts'
import { maskDeep, type MaskText } from './names.ts'

/** The names that a document says, by the customer's id; of removed ones too. */
export function customerNames(doc: Y.Doc): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [id, row] of customersOf(doc).entries()) {
    const name = row instanceof Y.Map ? customerText(row, 'name')?.toString().trim() : undefined
    if (name) names.set(id, name)
  }
  return names
}

/**
 * Writes each customer's mask in the place of its name, and masks names in every other text, whatever part of the document
 * it belongs to, also in parts that this program does not know. Whole texts are written anew, so that nothing of a name is left.
 */
export function rewriteNames(doc: Y.Doc, maskOf: (customerId: string) => string, mask: MaskText): void {
  prepareDocument(doc)
  doc.transact(() => {
    for (const [id, row] of customersOf(doc).entries()) {
      const name = row instanceof Y.Map ? customerText(row, 'name') : undefined
      if (name && name.length > 0) writeAnew(name, maskOf(id))
    }
    maskReviews(doc, maskOf)
    for (const root of namedRoots(doc)) rewrite(root, mask)
  })
}

/** Every root under the type that it is: one that only crossed the wire has none yet. */
function namedRoots(doc: Y.Doc): readonly unknown[] {
  return [...doc.share.entries()].map(([name, root]): unknown => {
    if (!isUnnamed(root)) return root
    if (root._map.size > 0) return doc.getMap(name)
    const content = firstContent(root)
    if (content === undefined) return undefined
    return content instanceof Y.ContentString || content instanceof Y.ContentFormat ? doc.getText(name) : doc.getArray(name)
  })
}

const isUnnamed = (root: object): boolean => root.constructor === Y.AbstractType

function firstContent(root: { readonly _start: Y.Item | null }): unknown {
  let item = root._start
  while (item?.deleted) item = item.right
  return item?.content
}

function rewrite(type: unknown, mask: MaskText): void {
  if (type instanceof Y.Text) rewriteText(type, mask)
  else if (type instanceof Y.Map) for (const [key, value] of type.entries()) rewriteCell(value, mask, (masked) => type.set(key, masked))
  else if (type instanceof Y.Array) {
    type.toArray().forEach((value: unknown, place) => rewriteCell(value, mask, (masked) => {
      type.delete(place)
      type.insert(place, [masked])
    }))
  }
}

function rewriteCell(value: unknown, mask: MaskText, write: (masked: unknown) => void): void {
  if (value instanceof Y.AbstractType) return rewrite(value, mask)
  const masked = maskDeep(value, mask)
  if (JSON.stringify(masked) !== JSON.stringify(value)) write(masked)
}

function rewriteText(text: Y.Text, mask: MaskText): void {
  const before = text.toString()
  const masked = mask(before)
  if (masked !== before) writeAnew(text, masked)
}

function writeAnew(text: Y.Text, content: string): void {
  if (text.toString() === content) return
  text.delete(0, text.length)
  text.insert(0, content)
}
