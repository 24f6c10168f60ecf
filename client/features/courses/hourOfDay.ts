/** "9:05", from ms since midnight, as it stands on a printed schedule. */
export function hourOfDay(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
