import { inOneScript } from '../text/hanScripts.ts'
import { nameKey } from '../text/sanitise.ts'

/** Chinese names are short, so one character of four is already a small difference; in Latin script it is not. */
const ALIKE_HAN = 0.7
const ALIKE_OTHER = 0.85
/** A Chinese name that holds the other and adds up to this many characters ("采购额", "年采购额") says the same. */
const ADDED_HAN = 2

/** Who writes Simplified and who writes Traditional mean the same factor: 采购额 is 採購額. */
export const sameNameKey = (name: string): string => inOneScript(nameKey(name))

export const sameName = (one: string, other: string): boolean => sameNameKey(one) === sameNameKey(other)

/** Whether two names are not the same, and yet so near that people will mix the factors up. */
export function nearlySameName(one: string, other: string): boolean {
  if (sameName(one, other)) return false
  const [left, right] = [letters(one), letters(other)]
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left]
  if (shorter.length < 2) return false
  if (shorter.join('') === longer.join('')) return true
  const han = /\p{Script=Han}/u.test(one) && /\p{Script=Han}/u.test(other)
  if (han && longer.length - shorter.length <= ADDED_HAN && longer.join('').includes(shorter.join(''))) return true
  return Math.max(editSimilarity(left, right), bigramSimilarity(left, right)) >= (han ? ALIKE_HAN : ALIKE_OTHER)
}

const letters = (name: string): string[] => Array.from(sameNameKey(name).replace(/[^\p{L}\p{N}]/gu, ''))

/** 1 − Levenshtein distance / length of the longer: 1 for equal names, 0 for names with nothing in common. */
function editSimilarity(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, (_cell, index) => index)
  left.forEach((letter, index) => {
    const next = [index + 1]
    right.forEach((other, place) => {
      next.push(Math.min((row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1, (row[place] ?? 0) + (letter === other ? 0 : 1)))
    })
    row = next
  })
  return 1 - (row.at(-1) ?? 0) / Math.max(left.length, right.length)
}

/** Dice's coefficient of the letter pairs: finds names whose words are only in another order. */
function bigramSimilarity(left: readonly string[], right: readonly string[]): number {
  const pairs = (of: readonly string[]): string[] => of.slice(1).map((letter, index) => `${of[index]}${letter}`)
  const rest = pairs(right)
  const [all, ones] = [rest.length, pairs(left)]
  let shared = 0
  for (const pair of ones) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    shared++
  }
  return all + ones.length === 0 ? 0 : (2 * shared) / (all + ones.length)
}
