import { wellFormed } from '../text/sanitise.ts'
import type { CloudWord } from './model.ts'

/** What people mean as one word: width, case, blanks and marks around it make no difference. */
export const wordKey = (text: string): string =>
  wellFormed(text).normalize('NFKC').toLowerCase().replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\s]/gu, '').replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '')

/** A word as it is shown: full-width letters folded, blanks collapsed. '' when nothing of it would be seen. */
export const shownWord = (text: string): string =>
  wordKey(text) === '' ? '' : wellFormed(text).normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, '').replace(/\s+/gu, ' ').trim()

const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** How many people gave each word; one person's repetitions count once. The most frequent first, then by key. */
export function countWords(given: readonly (readonly string[])[]): readonly CloudWord[] {
  const spellings = new Map<string, Map<string, number>>()
  for (const words of given) {
    const own = new Map(words.map((word) => [wordKey(word), shownWord(word)]))
    for (const [key, text] of own) {
      if (key === '') continue
      const counts = spellings.get(key) ?? new Map<string, number>()
      counts.set(text, (counts.get(text) ?? 0) + 1)
      spellings.set(key, counts)
    }
  }
  const words = [...spellings].map(([key, counts]): CloudWord => {
    const [most] = [...counts].sort(([one, times], [other, otherTimes]) => otherTimes - times || byCodeUnit(one, other))
    return { key, text: most?.[0] ?? key, count: [...counts.values()].reduce((sum, times) => sum + times, 0) }
  })
  return words.sort((one, other) => other.count - one.count || byCodeUnit(one.key, other.key))
}
