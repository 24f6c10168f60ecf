/** Characters that take no room on screen: zero-width, bidi marks, variation selectors, fillers, the blank braille cell. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu
/** Under the `u` flag a proper pair is one code point, so this finds only halves without their other half. */
const loneSurrogate = /\p{Cs}/gu

/** The text with every lone surrogate replaced by U+FFFD: the same length, and safe for UTF-8, Yjs and `encodeURI`. */
export const wellFormed = (text: string): string => text.replace(loneSurrogate, '\uFFFD')

/** Whether nothing of the text would be seen: empty, blanks, or invisible characters alone. */
export const isBlank = (text: string): boolean => text.replace(invisible, '').trim() === ''

/** The first `max` code points; a surrogate pair is never torn. Long texts are not walked beyond the cut. */
export function truncateCodePoints(text: string, max: number): string {
  if (text.length <= max) return text
  let end = 0
  for (let count = 0; count < max && end < text.length; count++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  return text.slice(0, end)
}

export const MAX_NAME = 20
/** Marks stacked on one letter; more than any living script needs paints over the neighbouring lines of a projector. */
const stackedMarks = /(\p{M}{3})\p{M}+/gu
const onlyUnseen = /^[\p{M}\p{Z}\p{C}]*$/u

/**
 * A person's or group's name as everybody will see it (pitfall 5.4): compatibility forms folded (NFKC), invisible,
 * bidi and control characters taken out, blanks collapsed, at most 20 code points. '' when nothing visible is left.
 * The name is still text, not markup: faces escape it.
 */
export function normaliseName(text: string): string {
  // A hostile name may be very long; no honest one gets near this before folding.
  const start = wellFormed(truncateCodePoints(text, 1_000)).replace(invisible, '')
  const folded = start.normalize('NFKC').replace(/(?!\s)\p{Cc}/gu, '').replace(/\s+/gu, ' ').replace(stackedMarks, '$1').trim()
  const name = truncateCodePoints(folded, MAX_NAME).trim()
  return onlyUnseen.test(name) ? '' : name
}

/** For comparing what people call the same: folded, without invisible characters, in lower case, blanks collapsed. */
export const nameKey = (text: string): string =>
  wellFormed(text).replace(invisible, '').normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
