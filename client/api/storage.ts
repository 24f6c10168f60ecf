type Area = 'local' | 'session'
const storageOf = (area: Area): Storage => (area === 'local' ? localStorage : sessionStorage)
/** What the browser would not keep, for as long as the page is there: who joins on a device that keeps nothing has a seat all the same. */
const unkept: Readonly<Record<Area, Map<string, string>>> = { local: new Map(), session: new Map() }

/** The browser's storage as a convenience: private modes and full disks make it throw, and the app goes on without. */
export function readStored(area: Area, key: string): unknown {
  try {
    const text = unkept[area].get(key) ?? storageOf(area).getItem(key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All keys that begin like this. */
export function storedKeys(area: Area, prefix: string): readonly string[] {
  const begins = (key: string): boolean => key.startsWith(prefix)
  const kept = [...unkept[area].keys()].filter(begins)
  try {
    return [...new Set([...kept, ...Object.keys(storageOf(area)).filter(begins)])]
  } catch {
    return kept
  }
}
export const dropStored = (area: Area, prefix: string): void => storedKeys(area, prefix).forEach((key) => writeStored(area, key, undefined))

export function writeStored(area: Area, key: string, value: unknown): void {
  const text = value === undefined ? undefined : JSON.stringify(value)
  unkept[area].delete(key)
  try {
    const storage = storageOf(area)
    if (text === undefined) storage.removeItem(key)
    else storage.setItem(key, text)
  } catch {
    // Without storage a reload asks for the name again; nothing that was written is lost by it.
    if (text !== undefined) unkept[area].set(key, text)
  }
}
