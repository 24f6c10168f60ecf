/** The key of a one-time link, "#key=…", or null. Keys live behind the #: browsers send that part to nobody. */
export function keyInHash(hash: string): string | null {
  const key = new URLSearchParams(hash.replace(/^#/, '')).get('key')
  return key === null || key === '' ? null : key
}

/** Takes the key out of the address bar before anything else happens, so that no screenshot or history shows it (pitfall 5.3). */
export function takeKey(): string | null {
  const key = keyInHash(location.hash)
  if (key !== null) history.replaceState(history.state, '', location.pathname)
  return key
}
