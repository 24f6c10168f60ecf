import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Rows that people order by hand carry a fractional index; ties, which concurrent inserts make, fall to the id (pitfall 1.9). */
export interface Ordered {
  readonly id: string
  readonly order: string
}

/** By (order, id) in code units: the same on every device, whatever its language. */
export function byOrder(one: Ordered, other: Ordered): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1
  return one.id === other.id ? 0 : one.id < other.id ? -1 : 1
}

/** Longer keys than this are cut; see `needsRebalance`. Readers of the documents accept up to 120. */
export const MAX_KEY_LENGTH = 100
const JITTER_BITS = 12

/**
 * A key that sorts after `before` and ahead of `after`; null is an open end. Never throws: a neighbour that is no key
 * counts as an open end, neighbours in the wrong order are swapped, and between equal ones the key comes directly after
 * both (`placeAt` puts such neighbours right).
 * @param jitter 0 ≤ jitter < 1, by the caller: makes it unlikely that two devices choose one key for the same gap.
 */
export function keyBetween(before: string | null, after: string | null, jitter?: number): string {
  const [low, high] = bounds(before, after)
  const key = between(low, high)
  if (jitter === undefined || !(jitter >= 0 && jitter < 1)) return shorten(key)
  return shorten(jittered(key, high === null ? between(key, null) : high, jitter))
}

/** `count` ascending keys between the two, as evenly short as can be. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  const [low, high] = bounds(before, after)
  return attempt(() => generateNKeysBetween(low, high, count)) ?? generateNKeysBetween(null, null, count)
}

export interface Placement {
  /** The key for the row that is put at the place. */
  readonly order: string
  /** New keys for the rows that stood in the way of it: mostly none. */
  readonly repairs: readonly Ordered[]
}

/**
 * Puts a row at `place` (from 0) among `rows`, which are sorted by `byOrder` and don't contain it. Where the two
 * neighbours share one key, or one of them has none, no key lies between: then the rows behind get new keys, as many as
 * needed and no more.
 */
export function placeAt(rows: readonly Ordered[], place: number, jitter?: number): Placement {
  const at = Math.max(0, Math.min(Math.trunc(place) || 0, rows.length))
  const before = rows[at - 1]
  const after = rows[at]
  const low = before && isKey(before.order) ? before.order : null
  if (before && low === null) return renumbered(rows, at)
  if (!after || behind(after.order, low)) {
    const order = keyBetween(low, after?.order ?? null, jitter)
    return fits(low, order, after?.order) ? { order, repairs: [] } : renumbered(rows, at)
  }
  let end = at
  while (end < rows.length && !behind(rows[end]?.order, low)) end++
  const stuck = rows.slice(at, end)
  const keys = keysBetween(low, rows[end]?.order ?? null, stuck.length + 1)
  const [order = '', ...fresh] = keys
  if (!fits(low, order, fresh[0]) || !fits(order, fresh.at(-1) ?? '', rows[end]?.order)) return renumbered(rows, at)
  return { order, repairs: stuck.map(({ id }, index) => ({ id, order: fresh[index] ?? order })) }
}

/** Whether repeated inserts at one spot have made keys so long that the rows should be numbered anew with `keysBetween(null, null, n)`. */
export const needsRebalance = (rows: readonly Ordered[]): boolean => rows.some((row) => row.order.length > MAX_KEY_LENGTH / 2)

function renumbered(rows: readonly Ordered[], at: number): Placement {
  const keys = keysBetween(null, null, rows.length + 1)
  const [order = ''] = keys.splice(at, 1)
  return { order, repairs: rows.map(({ id }, index) => ({ id, order: keys[index] ?? '' })) }
}

/** Keys at the very ends of what the package can count to have no room beside them. */
const fits = (low: string | null, key: string, high: string | undefined): boolean =>
  key.length <= MAX_KEY_LENGTH && (low === null || low < key) && (high === undefined || key < high)

const behind = (order: string | undefined, low: string | null): boolean => order !== undefined && isKey(order) && (low === null || order > low)

const isKey = (key: string): boolean => key.length <= MAX_KEY_LENGTH * 2 && attempt(() => generateKeyBetween(key, null)) !== null

function bounds(before: string | null, after: string | null): [string | null, string | null] {
  const low = before !== null && isKey(before) ? before : null
  const high = after !== null && isKey(after) ? after : null
  if (low === null || high === null || low < high) return [low, high]
  // Equal: leave the upper end to the next whole step, so that the key stays near its neighbours.
  return low === high ? [low, between(low, null)] : [high, low]
}

/** The smallest key of all has nothing ahead of it; then the new row shares the front. */
const between = (low: string | null, high: string | null): string =>
  attempt(() => generateKeyBetween(low, high)) ?? low ?? high ?? generateKeyBetween(null, null)

/** Bisects between the two by the bits of `jitter`, so different figures give different keys. */
function jittered(low: string, high: string, jitter: number): string {
  let [from, to, rest] = [low, high, jitter]
  for (let bit = 0; bit < JITTER_BITS; bit++) {
    const middle = between(from, to)
    rest *= 2
    if (rest >= 1) [from, rest] = [middle, rest - 1]
    else to = middle
  }
  return between(from, to)
}

/** A key may not end in the zero digit. */
const shorten = (key: string): string => (key.length <= MAX_KEY_LENGTH ? key : key.slice(0, MAX_KEY_LENGTH).replace(/0+$/, ''))

function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null // the package throws on what is no key; what then is right, the caller says
  }
}
