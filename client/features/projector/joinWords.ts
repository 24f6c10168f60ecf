/** "482913" → "482 913", as it is read out. */
export const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2')

/** What people type into the browser: host and port of the join link. `address` where the link is none. */
export function typedAddress(joinUrl: string, address: string): string {
  try {
    return new URL(joinUrl).host || address
  } catch {
    return address
  }
}
