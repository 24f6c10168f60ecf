import * as Y from 'yjs'
import { type Ordered, placeAt } from '../order/order.ts'
import { truncateCodePoints, wellFormed } from '../text/sanitise.ts'
import type { LeftOut } from './model.ts'
import { type Reading, rowCacheOf } from './rowCache.ts'

/**
 * Reads cells of a Y.Doc defensively: what a hand-made client wrote there may be of any type. What does not fit is
 * left out and said so, and the rest still renders.
 */
export interface CellReader {
  text(map: Y.Map<unknown>, key: string, path: string, max: number): string
  number(map: Y.Map<unknown>, key: string, path: string, range: { readonly min: number; readonly max: number }): number | null
  choice<T extends string>(map: Y.Map<unknown>, key: string, path: string, choices: readonly T[], otherwise: T): T
  shortString(map: Y.Map<unknown>, key: string): string | null
  /** The rows of a root map that are maps themselves; at most `max`. */
  rows(root: Y.Map<unknown>, path: string, max: number): readonly (readonly [string, Y.Map<unknown>])[]
  /**
   * All rows of a root, each read by `read`, put together by `assemble`. What has not changed since it was last read is not
   * read again: the very same values come back, so that what is computed from them can be remembered by identity.
   */
  list<R, T>(root: Y.Map<unknown>, path: string, max: number, read: (reader: CellReader, id: string, row: Y.Map<unknown>) => R, assemble: (rows: R[], reader: CellReader) => T): T
  /** One row, as above. */
  row<R>(row: Y.Map<unknown>, read: (reader: CellReader) => R): R
  leaveOut(path: string, why: LeftOut['why']): void
  readonly leftOut: readonly LeftOut[]
}

const MAX_REPORTED = 100
const SHORT = 120

function remember<T>(type: Y.Map<unknown>, leftOut: LeftOut[], read: (reader: CellReader) => T): T {
  const cache = type.doc ? rowCacheOf(type.doc) : undefined
  // A type is always read by the same function, so what is remembered of it is what that one returned.
  const known = cache?.get(type) as Reading<T> | undefined
  const reading = known ?? freshly(read)
  if (!known) cache?.set(type, reading)
  leftOut.push(...reading.leftOut.slice(0, Math.max(0, MAX_REPORTED - leftOut.length)))
  return reading.value
}
function freshly<T>(read: (reader: CellReader) => T): Reading<T> {
  const reader = createCellReader()
  return { value: read(reader), leftOut: reader.leftOut }
}

export function createCellReader(): CellReader {
  const leftOut: LeftOut[] = []
  const leaveOut = (path: string, why: LeftOut['why']): void => {
    if (leftOut.length < MAX_REPORTED) leftOut.push({ path, why })
  }
  return {
    leftOut,
    leaveOut,
    list: (root, path, max, read, assemble) => remember(root, leftOut, (outer) =>
      assemble(outer.rows(root, path, max).map(([id, row]) => outer.row(row, (inner) => read(inner, id, row))), outer)),
    row: (row, read) => remember(row, leftOut, read),
    text(map, key, path, max) {
      const value = map.get(key)
      if (value === undefined || value === null) return ''
      const text = value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : null
      if (text === null) {
        leaveOut(path, 'wrong-type')
        return ''
      }
      const shown = truncateCodePoints(text, max)
      if (shown.length < text.length) leaveOut(path, 'too-long')
      return shown
    },
    number(map, key, path, range) {
      const value = map.get(key)
      if (value === undefined || value === null) return null
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        leaveOut(path, 'wrong-type')
        return null
      }
      if (value < range.min || value > range.max) {
        leaveOut(path, 'out-of-range')
        return null
      }
      return value
    },
    choice(map, key, path, choices, otherwise) {
      const value = map.get(key)
      const found = choices.find((choice) => choice === value)
      if (found === undefined && value !== undefined && value !== null) leaveOut(path, 'wrong-type')
      return found ?? otherwise
    },
    shortString(map, key) {
      const value = map.get(key)
      return typeof value === 'string' && value.length <= SHORT ? value : null
    },
    rows(root, path, max) {
      const rows: (readonly [string, Y.Map<unknown>])[] = []
      for (const [id, row] of root.entries()) {
        if (!(row instanceof Y.Map) || !rowIdPattern.test(id)) leaveOut(`${path}/${truncateCodePoints(id, 40)}`, 'wrong-type')
        else if (rows.length >= max) {
          leaveOut(path, 'too-many')
          break
        } else rows.push([id, row])
      }
      return rows
    },
  }
}

export const rowIdPattern = /^[a-z0-9-]{1,40}$/

/** Longest texts, in code points. Writers refuse more; readers cut it off and say so. */
export const textLimit = { name: 60, unit: 20, text: 500, reason: 300 } as const
export const rowLimit = { factors: 40, customers: 200, ownFindings: 50, decisions: 20 } as const

/** Who wrote: given to every transaction, so that undo and echo can tell whose it was. */
export class LocalOrigin {
  readonly participantId: string
  constructor(participantId: string) {
    this.participantId = participantId
  }
}

/** The row of this id; undefined where there is none, or a hand-made client wrote something else. */
export function rowOf(root: Y.Map<unknown>, id: string): Y.Map<unknown> | undefined {
  const row = root.get(id)
  return row instanceof Y.Map ? row : undefined
}
/** The text in a cell of a row, as above. */
export function textOf(row: Y.Map<unknown> | undefined, key: string): Y.Text | undefined {
  const text = row?.get(key)
  return text instanceof Y.Text ? text : undefined
}

export function readRemoval(reader: CellReader, row: Y.Map<unknown>, path: string): { at: number; by: string } | null {
  const at = reader.number(row, 'removedAt', `${path}/removedAt`, { min: 0, max: Number.MAX_SAFE_INTEGER })
  return at === null ? null : { at, by: reader.shortString(row, 'removedBy') ?? '' }
}

/** Rows are removed softly: they stay in the document and can be restored. */
export function removeRow(doc: Y.Doc, row: Y.Map<unknown>, at: number, origin: LocalOrigin): void {
  doc.transact(() => {
    row.set('removedAt', at)
    row.set('removedBy', origin.participantId)
  }, origin)
}

export function restoreRow(doc: Y.Doc, row: Y.Map<unknown>, origin: LocalOrigin): void {
  doc.transact(() => row.set('removedAt', null), origin)
}

export function newText(text: string): Y.Text {
  return new Y.Text(wellFormed(text))
}

/**
 * Moves a row to `place` (from 0) among `others`, sorted and without it; `key` is the cell of the order. Rows that two people
 * put into the same gap share a key: those get new ones in the same step, so that the row lands where it was dropped.
 */
export function moveRow(doc: Y.Doc, root: Y.Map<unknown>, key: string, rowId: string, others: readonly Ordered[], place: number, origin: LocalOrigin): void {
  const { order, repairs } = placeAt(others, place)
  doc.transact(() => {
    for (const repair of [...repairs, { id: rowId, order }]) {
      const row = root.get(repair.id)
      if (row instanceof Y.Map) row.set(key, repair.order)
    }
  }, origin)
}
