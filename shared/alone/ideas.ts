import { inOneScript } from '../text/hanScripts.ts'
import { isBlank, nameKey, truncateCodePoints, wellFormed } from '../text/sanitise.ts'
import { aloneLimit, type Ideas, type MergedIdea } from './model.ts'

/** The one form in which an entry is kept, on the device and on the server. What is being typed keeps its blanks: more may follow. */
export function tidyIdeas({ lines, done, typed = '' }: Ideas): Ideas {
  const cut = (line: string): string => truncateCodePoints(wellFormed(line), aloneLimit.idea)
  return { lines: lines.filter((line) => !isBlank(line)).map((line) => cut(line.replace(/\s+/gu, ' ').trim())), done, ...(typed === '' ? {} : { typed: cut(typed) }) }
}
/** All that somebody has written: what is not noted yet is meant, too. */
export const writtenIdeas = ({ lines, typed = '' }: Ideas): readonly string[] => (isBlank(typed) ? lines : [...lines, typed])

/** What several people say in the same words, whatever the case, the script, the blanks and the punctuation. */
export const ideaKey = (text: string): string => {
  const key = inOneScript(nameKey(text))
  return key.replace(/[^\p{L}\p{N}]/gu, '') || key
}

/** The ideas of several people, those that most had first; of one meaning the words that most used. The order of arrival says nothing. */
export function mergeIdeas(perPerson: readonly (readonly string[])[]): MergedIdea[] {
  const found = new Map<string, { readonly people: Set<number>; readonly spellings: string[] }>()
  for (const [person, lines] of perPerson.entries()) {
    for (const line of lines.map((one) => one.trim())) {
      if (isBlank(line)) continue
      const idea = found.get(ideaKey(line)) ?? { people: new Set<number>(), spellings: [] }
      idea.people.add(person)
      idea.spellings.push(line)
      found.set(ideaKey(line), idea)
    }
  }
  const ideas = [...found.values()].map(({ people, spellings }) => ({ text: mostUsed(spellings), people: people.size }))
  return ideas.sort((one, other) => other.people - one.people || compare(one.text, other.text))
}

function mostUsed(spellings: readonly string[]): string {
  const times = (text: string): number => spellings.filter((one) => one === text).length
  return spellings.toSorted((one, other) => times(other) - times(one) || compare(one, other))[0] ?? ''
}
/** By code unit: the same on every device, whatever its language. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
