/** The browser's storage as a convenience: private modes and full disks make it throw, and the app goes on without. */
export function readStored(area: 'local' | 'session', key: string): unknown {
  try {
    const text = (area === 'local' ? localStorage : sessionStorage).getItem(key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Everything under a name that begins like this. */
export function dropStored(area: 'local' | 'session', prefix: string): void {
  try {
    const storage = area === 'local' ? localStorage : sessionStorage
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
  } catch {
    // See writeStored.
  }
}

export function writeStored(area: 'local' | 'session', key: string, value: unknown): void {
  try {
    const storage = area === 'local' ? localStorage : sessionStorage
    if (value === undefined) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(value))
  } catch {
    // Without storage a reload asks for the name again; nothing that was written is lost by it.
  }
}
