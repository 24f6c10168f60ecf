/** How long one page of a long scene stands still. */
export const PAGE_MS = 8_000

/** `items` in pages of about equal length, none longer than `most`: text on the projector is never made smaller. One empty page without items. */
export function pagesOf<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const pages = Math.max(1, Math.ceil(items.length / Math.max(1, most)))
  const size = Math.ceil(items.length / pages)
  return Array.from({ length: pages }, (_, page) => items.slice(page * size, (page + 1) * size))
}

/** Which page is on after they have turned for so long: by the server's clock alone, so that every projector and the console's miniature turn together. */
export const pageAt = (turnedMs: number, pages: number): number => (pages > 1 && Number.isFinite(turnedMs) ? Math.floor(turnedMs / PAGE_MS) % pages : 0)
