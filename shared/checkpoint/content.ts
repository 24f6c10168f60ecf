import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { diffText } from '../text/diff.ts'

/*
 * Writes an earlier content into a live document. A type that is there in both stays the same object, because somebody's
 * field may be bound to it; only what differs is written, so that it meets as little as possible of what others type.
 */

export function writeMap(map: Y.Map<unknown>, then: Y.Map<unknown>): void {
  for (const [key, value] of then.entries()) writeCell(map, key, value)
  for (const key of [...map.keys()]) if (!then.has(key)) clearCell(map, key)
}

export function writeCell(map: Y.Map<unknown>, key: string, then: unknown): void {
  const now = map.get(key)
  if (writeInto(now, then)) return
  if (then instanceof Y.AbstractType) map.set(key, then.clone())
  else if (!map.has(key) || !equalityDeep(now, then)) map.set(key, then)
}

export function writeText(text: Y.Text, words: string): void {
  const now = text.toString()
  // Something that is no character stands in it; our writers put none there.
  if (now.length !== text.length) {
    text.delete(0, text.length)
    text.insert(0, words)
    return
  }
  const splice = diffText(now, words)
  if (!splice) return
  text.delete(splice.index, splice.remove)
  text.insert(splice.index, splice.insert)
}

/** A plain cell goes. A type stays and is emptied: nobody could make it a second time without losing what others write in it. */
function clearCell(map: Y.Map<unknown>, key: string): void {
  const value = map.get(key)
  if (value instanceof Y.Map) for (const inner of [...value.keys()]) clearCell(value, inner)
  else if (value instanceof Y.Text || value instanceof Y.Array) value.delete(0, value.length)
  else map.delete(key)
}

/** @returns false when the two are no types of the same kind: then one has to take the other's place. */
function writeInto(now: unknown, then: unknown): boolean {
  if (!sameKind(now, then)) return false
  if (now instanceof Y.Text && then instanceof Y.Text) writeText(now, then.toString())
  else if (now instanceof Y.Map && then instanceof Y.Map) writeMap(now, then)
  else if (now instanceof Y.Array && then instanceof Y.Array) writeArray(now, then)
  else return false
  return true
}
const sameKind = (one: unknown, other: unknown): boolean =>
  one instanceof Y.AbstractType && other instanceof Y.AbstractType && one.constructor === other.constructor

function writeArray(array: Y.Array<unknown>, then: Y.Array<unknown>): void {
  const [now, wanted] = [array.toArray(), then.toArray()]
  const shorter = Math.min(now.length, wanted.length)
  let start = 0
  while (start < shorter && alike(now[start], wanted[start])) start++
  let end = 0
  while (end < shorter - start && alike(now.at(-1 - end), wanted.at(-1 - end))) end++
  array.delete(start, now.length - start - end)
  array.insert(start, wanted.slice(start, wanted.length - end).map((value) => (value instanceof Y.AbstractType ? value.clone() : value)))
  for (let place = 0; place < array.length; place++) {
    if (place < start || place >= array.length - end) writeInto(array.get(place), wanted[place])
  }
}
const alike = (one: unknown, other: unknown): boolean => sameKind(one, other) || equalityDeep(one, other)
