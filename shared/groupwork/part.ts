import type * as Y from 'yjs'
import type { Activity } from '../course/template.ts'
import type { CellReader } from './cells.ts'

/** What a group has to get done, as its tile, its card on the projector and the workspace's rail show it. */
export interface PartProgress {
  /** 0..1 */
  readonly share: number
  /** `key` names the words: `<feature>.check.<key>` and `<feature>.fact.<key>`, given whole. */
  readonly checks: readonly { readonly key: string; readonly done: boolean }[]
  readonly facts: readonly { readonly key: string; readonly value: string; readonly good: boolean }[]
}

/**
 * What one activity keeps in a group's document: its roots, how they are read, hidden, counted and compared. One such value
 * for each part, in the part's own folder, registered in `parts.ts`; everything that reads documents follows the register.
 * `T` is plain JSON: it crosses the wire as it is.
 */
export interface DocumentPart<T, S> {
  /** Roots that hold rows by id, removed softly. */
  readonly rowRoots: readonly string[]
  /** Roots that hold plain cells. */
  readonly cellRoots: readonly string[]
  /** Beginnings of the names of root texts. */
  readonly textRoots: readonly string[]
  /** Never throws; what does not fit is left out and said so to the reader. */
  read(reader: CellReader, doc: Y.Doc): T
  /** Without the free texts in which people write names. */
  mask(value: T): T
  /** Without the people it names as answering for something; only where it names some. */
  withoutPeople?(value: T): T
  /** The rows that count, for saying what has changed since a checkpoint. */
  rows(value: T): readonly { readonly id: string; readonly name: string }[]
  summarise(value: T): S
  /** The summary for a room that may read no names; only where the summary holds something that was written. */
  maskSummary?(summary: S): S
  /** The activities of the agenda that are worked on here. */
  readonly activities: readonly Activity[]
  progress(summary: S): PartProgress
}
