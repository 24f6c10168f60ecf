import type * as Y from 'yjs'
import type { LeftOut } from './model.ts'

/** Something that was read, and what was left out of it. */
export interface Reading<T> {
  readonly value: T
  readonly leftOut: readonly LeftOut[]
}
/**
 * What was read of the types of one document, until they, or anything in them, change. Typing a letter changes one row of
 * hundreds; without this, everybody who looks at the document would read all of them again.
 */
export interface RowCache {
  get(type: Y.Map<unknown>): Reading<unknown> | undefined
  set(type: Y.Map<unknown>, reading: Reading<unknown>): void
}

const caches = new WeakMap<Y.Doc, RowCache>()

export function rowCacheOf(doc: Y.Doc): RowCache {
  const known = caches.get(doc)
  if (known) return known
  const readings = new WeakMap<object, Reading<unknown>>()
  // Before the observers: one of them may read.
  doc.on('beforeObserverCalls', ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) for (let outer: typeof type | null = type; outer; outer = outer.parent) readings.delete(outer)
  })
  // In the middle of a transaction nothing is certain yet.
  const isSettled = (): boolean => doc._transaction === null
  const cache: RowCache = {
    get: (type) => (isSettled() ? readings.get(type) : undefined),
    set: (type, reading) => { if (isSettled()) readings.set(type, reading) },
  }
  caches.set(doc, cache)
  return cache
}
