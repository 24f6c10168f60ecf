/** A name that the room may not read, and what it reads instead. */
export interface MaskedName {
  readonly name: string
  readonly mask: string
}
export type MaskText = (text: string) => string

/** Shorter ones are everywhere in other words: they are masked where they stand as a name, not inside of texts. */
const SHORTEST = 2
const REMEMBERED = 5_000

const isWordy = (character: string | undefined): boolean => character !== undefined && /[A-Za-z0-9]/.test(character)
const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/**
 * Replaces the names wherever they stand in a text, whatever their case: people write them into notes, claims and answers.
 * "GE" is found in "for GE," and not in "general"; Chinese has no such borders.
 */
export function maskerOf(names: readonly MaskedName[]): MaskText {
  const masks = new Map<string, string>()
  for (const { name, mask } of names) {
    const known = name.trim()
    if (Array.from(known).length >= SHORTEST && !masks.has(known.toLowerCase())) masks.set(known.toLowerCase(), mask)
  }
  if (masks.size === 0) return (text) => text
  // The longest first: "Harbour Works East" is not "A1 East".
  const longestFirst = [...masks.keys()].sort((one, other) => other.length - one.length)
  const pattern = new RegExp(longestFirst.map(escaped).join('|'), 'gi')
  const replaced = (text: string): string =>
    text.replace(pattern, (found: string, offset: number) => {
      const isInside = (isWordy(found[0]) && isWordy(text[offset - 1])) || (isWordy(found.at(-1)) && isWordy(text[offset + found.length]))
      return isInside ? found : (masks.get(found.toLowerCase()) ?? '···')
    })
  return remembering(replaced)
}

/** Feeds say the same words again and again. */
function remembering(mask: MaskText): MaskText {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const masked = mask(text)
    if (known.size >= REMEMBERED) known.clear()
    known.set(text, masked)
    return masked
  }
}

/** What the program itself reads, not people. */
const structural = /^(?:id|kind|mode|state|key|rule|axis|order|gutOrder|verdict|quadrant|measure|direction|effortUnit|by|code|path|why)$|Ids?$/

/** The value with all its texts masked, whatever its shape; ids and the like stay. */
export function maskDeep<T>(value: T, mask: MaskText): T {
  // The shape stays as it was: only strings become other strings.
  return deep(value, mask) as T
}

function deep(value: unknown, mask: MaskText): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((one) => deep(one, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, structural.test(key) && typeof one === 'string' ? one : deep(one, mask)]))
}
