import * as Y from 'yjs'
import { readStored, writeStored } from '../api/storage.ts'

/**
 * A copy of the group's document in this browser, so that words typed while the line was dead survive a reload. It is a
 * convenience: where IndexedDB is missing, hangs or loses its connection, the app goes on without a word.
 * Own code instead of y-indexeddb, whose errors escape: a lost database would throw out of the user's keystroke.
 */
export interface LocalCopy {
  /** Resolves after 2 s at the latest, whatever happened; true when something was loaded. */
  readonly loaded: Promise<boolean>
  close(): void
}

const OPEN_LIMIT_MS = 2_000
const MERGE_AFTER = 200
const STORE = 'updates'
const LIST_KEY = 'ketu.copies'

const copyName = (classId: string, groupId: string): string => `ketu:${classId}:${groupId}`
function knownCopies(): readonly string[] {
  const list = readStored('local', LIST_KEY)
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
}

/** Where it is forbidden, some browsers throw at whoever only asks for it. */
const ofBrowser = (): IDBFactory | undefined => quietly(() => globalThis.indexedDB)

export const noCopy: LocalCopy = { loaded: Promise.resolve(false), close: () => {} }

/** Loads what is there into `doc` with itself as the origin, then keeps every change. */
export function keepLocalCopy(doc: Y.Doc, classId: string, groupId: string, databases: IDBFactory | undefined = ofBrowser()): LocalCopy {
  if (!databases) return noCopy
  const name = copyName(classId, groupId)
  writeStored('local', LIST_KEY, [...new Set([...knownCopies(), name])])
  const origin = Symbol('local copy')
  let database: IDBDatabase | undefined
  let closed = false
  let kept = 0
  /** Of what is in `doc`. A second page of the same group writes there too, and what that one was told alone is not ours to remove. */
  const keys: IDBValidKey[] = []

  const store = (mode: IDBTransactionMode): IDBObjectStore | undefined => quietly(() => database?.transaction(STORE, mode).objectStore(STORE))
  function keep(update: Uint8Array, from: unknown): void {
    if (from === origin || !database) return
    quietly(() => add(store('readwrite'), update))
    if (++kept >= MERGE_AFTER) merge()
  }
  function add(updates: IDBObjectStore | undefined, update: Uint8Array): void {
    const request = updates?.add(update)
    if (!request) return
    request.onsuccess = () => void keys.push(request.result)
    // Not left to what runs after the request: a page that is closing has no after. Older browsers lack it.
    updates?.transaction.commit?.()
  }
  /** One transaction: the old pieces go only when the whole is written. */
  function merge(): void {
    kept = 0
    quietly(() => {
      const whole = Y.encodeStateAsUpdate(doc)
      const updates = store('readwrite')
      if (!updates) return
      const merged = new Set(keys)
      for (const key of merged) updates.delete(key)
      add(updates, whole)
      updates.transaction.oncomplete = () => void keys.splice(0, keys.length, ...keys.filter((key) => !merged.has(key)))
    })
  }
  async function load(): Promise<boolean> {
    const opened = await openDatabase(databases as IDBFactory, name)
    if (closed) opened?.close()
    if (closed || !opened) return false
    database = opened
    database.onclose = () => { database = undefined }
    // Somebody wipes it: an open connection would hold that up.
    database.onversionchange = () => {
      quietly(() => opened.close())
      database = undefined
    }
    const stored = store('readonly')
    const [updates, found] = await Promise.all([settled<Uint8Array[]>(() => stored?.getAll()), settled<IDBValidKey[]>(() => stored?.getAllKeys())])
    if (closed || !updates) return false
    // What was typed before the database was open is not in it yet.
    const before = Y.encodeStateAsUpdate(doc)
    quietly(() => doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)), origin))
    keys.push(...(found ?? []))
    if (before.length > 2) quietly(() => add(store('readwrite'), before))
    kept = updates.length
    return updates.length > 0
  }

  doc.on('update', keep)
  return {
    loaded: withLimit(load(), OPEN_LIMIT_MS),
    close() {
      closed = true
      doc.off('update', keep)
      quietly(() => database?.close())
      database = undefined
    },
  }
}

/** Removes the copies of a class from this device: customer names don't stay on borrowed tablets. */
export function wipeLocalCopies(classId: string, databases: IDBFactory | undefined = ofBrowser()): void {
  const ofClass = knownCopies().filter((name) => name.startsWith(`ketu:${classId}:`))
  for (const name of ofClass) quietly(() => databases?.deleteDatabase(name))
  writeStored('local', LIST_KEY, knownCopies().filter((name) => !ofClass.includes(name)))
}

function quietly<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined // see the interface: the copy is a convenience, and nothing may fail because of it
  }
}

function settled<T>(start: () => IDBRequest | undefined): Promise<T | undefined> {
  return new Promise((resolve) => {
    const request = quietly(start)
    if (!request) return resolve(undefined)
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = (event) => {
      event.preventDefault()
      resolve(undefined)
    }
  })
}

function openDatabase(databases: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  return settled(() => {
    const request = databases.open(name, 1)
    request.onupgradeneeded = () => quietly(() => request.result.createObjectStore(STORE, { autoIncrement: true }))
    return request
  })
}

function withLimit(work: Promise<boolean>, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), limitMs)
    work.catch(() => false).then((done) => {
      clearTimeout(timer)
      resolve(done)
    })
  })
}
