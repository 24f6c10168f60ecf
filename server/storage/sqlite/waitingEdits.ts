import { EditPack, unpacked } from './editPack.ts'
import type { Numbered } from './editRecord.ts'

/** What becomes one row of the database, or takes some away. */
export type WaitingRow =
  | { readonly kind: 'pack'; readonly documentId: string; readonly pack: EditPack }
  | Exclude<Numbered, { readonly kind: 'update' }>
interface Waiting {
  readonly rows: WaitingRow[]
  /** Takes further updates. */
  pack: EditPack | null
}

/**
 * What the log holds and the database has not taken over yet, as the rows that it will be: bytes, and not an object for each
 * keystroke, which the garbage collector would carry around until then.
 */
export class WaitingEdits {
  private readonly documents = new Map<string, Waiting>()
  /** Of the updates. */
  bytes = 0
  /** The newest of them; 0 when there are none. */
  through = 0

  add(entry: Numbered): void {
    const { documentId } = entry
    const document = this.documents.get(documentId) ?? { rows: [], pack: null }
    this.documents.set(documentId, document)
    this.bytes += entry.update?.byteLength ?? 0
    this.through = entry.sequence
    if (entry.kind === 'update') {
      if (!document.pack) {
        document.pack = new EditPack()
        document.rows.push({ kind: 'pack', documentId, pack: document.pack })
      }
      return document.pack.add(entry)
    }
    document.rows.push(entry)
    // What was held may build on what came before it, and what comes after on what was held.
    if (entry.kind === 'release') document.pack = null
  }
  get isEmpty(): boolean {
    return this.documents.size === 0
  }
  get documentCount(): number {
    return this.documents.size
  }
  /** Of each document in order. */
  rows(): WaitingRow[] {
    return [...this.documents.values()].flatMap(({ rows }) => rows)
  }
  /** Of one document, oldest first. */
  of(documentId: string): Numbered[] {
    const entries = (this.documents.get(documentId)?.rows ?? []).flatMap((row): Numbered[] =>
      row.kind === 'pack' ? unpacked(row.pack.bytes()).map((edit) => ({ kind: 'update', documentId, ...edit })) : [row])
    return entries.sort((one, other) => one.sequence - other.sequence)
  }
}
