import { type Locale, inLanguage } from '../language/locale.ts'
import { inOneScript } from '../text/hanScripts.ts'
import { isBlank, nameKey } from '../text/sanitise.ts'
import { factorLibrary } from './library.ts'
import type { Axis, Factor } from './model.ts'
import { nearlySameName } from './similarNames.ts'

/** From this many points of a hundred between the highest and the lowest weight, groups see a factor differently: it is lit. */
export const LIT_SPREAD = 15

export interface GroupScale {
  readonly groupId: string
  readonly factors: readonly Pick<Factor, 'id' | 'name' | 'weight' | 'libraryId'>[]
}
export interface FactorWeight {
  readonly groupId: string
  /** null: chosen, and not weighed yet. */
  readonly weight: number | null
}
/** One factor as the groups that chose it weigh it. */
export interface ComparedFactor {
  /** Of the first group's factor: stays while others join. */
  readonly id: string
  /** As most of the groups write it; of as many in one language as in another, as the projector reads it. */
  readonly name: string
  /** One for each group that chose it, in the order of the groups. */
  readonly weights: readonly FactorWeight[]
  readonly lowest: number | null
  readonly highest: number | null
  /** Two groups at least weigh it, and `LIT_SPREAD` or more lies between them. */
  readonly isLit: boolean
}
export interface ScaleComparison {
  readonly axis: Axis
  /** How many factors with a name each group has. */
  readonly groups: readonly { readonly groupId: string; readonly factors: number }[]
  /** Chosen by two groups or more; what most chose first, then what weighs most. */
  readonly shared: readonly ComparedFactor[]
  readonly single: readonly ComparedFactor[]
}

/** Which factors how many groups chose, and with what weights. A factor that has no name yet is not compared. */
export function compareScales(axis: Axis, scales: readonly GroupScale[], locale: Locale): ScaleComparison {
  const chosen = new Map<string, Choice[]>()
  const named = scales.map(({ groupId, factors }) => ({ groupId, factors: factors.filter(({ name }) => !isBlank(name)) }))
  for (const { groupId, factors } of named) {
    for (const factor of factors) {
      const key = identityOf(factor)
      chosen.set(key, [...(chosen.get(key) ?? []), { groupId, factor }])
    }
  }
  const rows = [...chosen.values()].map((choices) => compared(choices, locale)).sort(mostFirst)
  return {
    axis,
    groups: named.map(({ groupId, factors }) => ({ groupId, factors: factors.length })),
    shared: rows.filter(({ weights }) => weights.length > 1),
    single: rows.filter(({ weights }) => weights.length === 1),
  }
}

interface Choice {
  readonly groupId: string
  readonly factor: GroupScale['factors'][number]
}

/** The same words, whatever their width, case, blanks, punctuation and script. */
function wordsOf(name: string): string {
  const key = inOneScript(nameKey(name))
  const words = key.replace(/[^\p{L}\p{N}]/gu, '')
  return words === '' ? key : words
}

/** The library's factor by what it is called in each language: a group in English and one in Chinese borrowed the same. */
const byLibraryName = new Map(factorLibrary.flatMap(({ id, name }) => Object.values(name).map((one) => [wordsOf(one), id] as const)))
const libraryNames = new Map(factorLibrary.map(({ id, name }) => [id, Object.values(name)] as const))

/** Where it was borrowed tells what it is, until the group calls it something else. */
function identityOf({ name, libraryId }: GroupScale['factors'][number]): string {
  const words = wordsOf(name)
  const known = byLibraryName.get(words)
  if (known !== undefined) return `library/${known}`
  const borrowed = libraryId === null ? undefined : libraryNames.get(libraryId)
  return borrowed?.some((one) => nearlySameName(one, name)) ? `library/${libraryId}` : `words/${words}`
}

function compared(choices: readonly Choice[], locale: Locale): ComparedFactor {
  const weights = weightsOf(choices)
  const set = weights.flatMap(({ weight }) => weight ?? [])
  const [lowest, highest] = set.length > 0 ? [Math.min(...set), Math.max(...set)] : [null, null]
  return {
    id: choices[0]?.factor.id ?? '',
    name: mostWritten(choices.map(({ factor }) => factor.name.trim()), locale),
    weights, lowest, highest,
    isLit: set.length > 1 && lowest !== null && highest !== null && highest - lowest >= LIT_SPREAD,
  }
}

/** A group that has the factor twice (its own check says so) measures it with both weights together. */
function weightsOf(choices: readonly Choice[]): readonly FactorWeight[] {
  const sums = new Map<string, number | null>()
  for (const { groupId, factor: { weight } } of choices) {
    const before = sums.get(groupId) ?? null
    sums.set(groupId, weight === null ? before : (before ?? 0) + weight)
  }
  return [...sums].map(([groupId, weight]) => ({ groupId, weight }))
}

function mostWritten(names: readonly string[], locale: Locale): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const candidates = [...counts].flatMap(([name, count]) => (count === most ? [name] : []))
  return candidates.find((name) => isLibraryNameIn(locale, name)) ?? candidates[0] ?? ''
}
const isLibraryNameIn = (locale: Locale, name: string): boolean => {
  const known = factorLibrary.find(({ id }) => id === byLibraryName.get(wordsOf(name)))
  return known !== undefined && wordsOf(inLanguage(known.name, locale)) === wordsOf(name)
}

const total = ({ weights }: ComparedFactor): number => weights.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
const mostFirst = (one: ComparedFactor, other: ComparedFactor): number =>
  other.weights.length - one.weights.length || total(other) - total(one) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)
