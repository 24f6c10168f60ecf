import { wellFormed } from './sanitise.ts'

/** Replace `remove` UTF-16 units at `index` by `insert`: the units in which Y.Text and DOM selections count. */
export interface Splice {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/**
 * The smallest single splice that turns `before` into `after`, or null when they are equal (pitfall 1.6: whatever is
 * replaced needlessly collides with what others type there). Where a repeated character leaves open which one was typed
 * or deleted, the caret decides; so `caret` is where it stands in `after`, in UTF-16 units. Pairs are never torn, and
 * lone surrogates of `after` become U+FFFD (1.5): the result is `wellFormed(after)`.
 */
export function diffText(before: string, after: string, caret: number | null = null): Splice | null {
  const target = wellFormed(after)
  if (before === target) return null
  const shorter = Math.min(before.length, target.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === target.charCodeAt(start)) start++
  if (tears(before, start) || tears(target, start)) start--
  let suffix = 0
  while (suffix < shorter && before.charCodeAt(before.length - 1 - suffix) === target.charCodeAt(target.length - 1 - suffix)) suffix++
  if (tears(before, before.length - suffix) || tears(target, target.length - suffix)) suffix--
  if (start + suffix > shorter) {
    // A pure insertion or deletion inside a run that repeats: every start from `first` up to here gives `after`.
    const first = shorter - suffix
    if (caret !== null) start = Math.min(start, Math.max(first, caret - Math.max(0, target.length - before.length)))
    while (start > first && (tears(before, start) || tears(target, start))) start--
    suffix = shorter - start
  }
  return { index: start, remove: before.length - suffix - start, insert: target.slice(start, target.length - suffix) }
}

export const applySplice = (text: string, splice: Splice): string =>
  text.slice(0, splice.index) + splice.insert + text.slice(splice.index + splice.remove)

/** Where a caret at `position` belongs after someone else's splice: it stays with the character on its left. */
export function moveCaret(position: number, splice: Splice): number {
  if (position <= splice.index) return position
  if (position >= splice.index + splice.remove) return position + splice.insert.length - splice.remove
  return splice.index + splice.insert.length
}

/** Whether a cut at `index` would part the two halves of one character. */
const tears = (text: string, index: number): boolean =>
  index > 0 && index < text.length && isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index))
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
