/** What people type into the browser: host and port of the join link. `address` where the link is none. */
export function typedAddress(joinUrl: string, address: string): string {
  try {
    return new URL(joinUrl).host || address
  } catch {
    return address
  }
}
