import * as Y from 'yjs'
import { BadFrame, orBadFrame } from './frames.ts'
import { isUnfit } from '../unfitValue.ts'

/** No writer gets so far; near the end of the integers Yjs writes state vectors that nobody can read. */
export const MOST_CLOCK = 2 ** 31

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

/**
 * Reads an update from outside without touching a document.
 * @throws BadFrame when it can't be read, or holds what no client of ours writes and Yjs does not survive: structs
 * without length (they break the search in the struct store), clocks beyond all bounds, documents inside the document, and
 * values that it reads and can't write.
 */
export function checkUpdate(update: Uint8Array): DecodedUpdate {
  const decoded = orBadFrame(() => Y.decodeUpdate(update))
  for (const struct of decoded.structs) {
    if (!(struct.length > 0)) throw new BadFrame('struct without length')
    if (struct.id.clock + struct.length > MOST_CLOCK) throw new BadFrame('clock too large')
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentDoc) throw new BadFrame('document inside the document')
    if (valuesIn(struct.content).some((value) => isUnfit(value))) throw new BadFrame('a value that is none')
  }
  return decoded
}
function valuesIn(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  return content instanceof Y.ContentFormat ? [content.value] : []
}

export const insertsSomething = ({ structs }: DecodedUpdate): boolean => structs.length > 0

/** True when `doc` lacks something of the update: a struct, or that one is deleted. */
export function isNews(doc: Y.Doc, { structs, ds }: DecodedUpdate): boolean {
  const unknown = structs.some(
    (struct) => !(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client),
  )
  if (unknown) return true
  if (ds.clients.size === 0) return false
  const known = Y.createDeleteSetFromStructStore(doc.store).clients
  for (const [client, ranges] of ds.clients) {
    const deleted = known.get(client) ?? []
    // Ranges of the store are sorted and merged, so one that is known lies within a single one of them.
    const covered = (range: { clock: number; len: number }): boolean =>
      deleted.some((one) => one.clock <= range.clock && one.clock + one.len >= range.clock + range.len)
    if (!ranges.every(covered)) return true
  }
  return false
}
