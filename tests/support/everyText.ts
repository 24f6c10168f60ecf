import * as Y from 'yjs'
import { prepareDocument } from '../../shared/groupwork/document.ts'

const isUnnamed = (root: object): boolean => root.constructor === Y.AbstractType

/** All texts of a document, whatever part they belong to: of the known roots and of those that nobody knows. */
export function everyText(doc: Y.Doc): readonly Y.Text[] {
  prepareDocument(doc)
  const found: Y.Text[] = []
  const look = (value: unknown): void => {
    if (value instanceof Y.Text) found.push(value)
    else if (value instanceof Y.Map) for (const one of value.values()) look(one)
    else if (value instanceof Y.Array) value.toArray().forEach(look)
  }
  for (const [name, root] of [...doc.share]) {
    if (!isUnnamed(root)) look(root)
    // A root that only crossed the wire: a text of its own, as reasons are.
    else if (root._map.size === 0) found.push(doc.getText(name))
  }
  return found
}
