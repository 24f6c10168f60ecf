import type { DocumentStore } from '../../server/domain/room/DocumentStore.ts'

/** Holds calls of the store back until `open`, so that a test can look at the moment before the disk. */
export function gateBefore(method: 'append' | 'load' | 'syncToDisk') {
  let release: (() => void) | null = null
  let closed: Promise<void> = Promise.resolve()
  let waiting = 0
  const pass = async (): Promise<void> => {
    waiting++
    await closed
    waiting--
  }
  return {
    waiting: () => waiting,
    shut: () => void (closed = new Promise((resolve) => (release = resolve))),
    open: () => release?.(),
    wrap: (store: DocumentStore): DocumentStore => ({
      ...store,
      append: async (batch) => (method === 'append' && (await pass()), store.append(batch)),
      syncToDisk: async () => (method === 'syncToDisk' && (await pass()), store.syncToDisk()),
      load: async (id) => (method === 'load' && (await pass()), store.load(id)),
    }),
  }
}
