/** The token of "#token=…", or undefined: the rest of an address is nobody's business here. */
export function tokenInHash(hash: string): string | undefined {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('token')
  return token && token.length <= 200 ? token : undefined
}
