import { type Quadrant, quadrants } from '../map/model.ts'
import type { Removal } from '../scale/model.ts'
import { isBlank } from '../text/sanitise.ts'

/** What a strategy is for: one customer of the map, or all customers of a quadrant. */
export type StrategySubject =
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'quadrant'; readonly quadrant: Quadrant }

/** A stance bears the name of the quadrant that asks for it: attack, deepen, maintain, release. */
export type Stance = Quadrant
export const stances = quadrants

/** Porter: cost leadership, differentiation, focus. */
export const genericStrategies = ['cost', 'differentiation', 'focus'] as const
export type GenericStrategy = (typeof genericStrategies)[number]

/** What we do (4P), and what the customer sees of it (4C): each P faces its C. */
export const leverPairs = [['product', 'value'], ['price', 'cost'], ['place', 'convenience'], ['promotion', 'communication']] as const
export type Lever = (typeof leverPairs)[number][number]
export const levers: readonly Lever[] = leverPairs.flat()

export const strategySteps = ['goal', 'analysis', 'approach', 'plan', 'monitor', 'improve'] as const
export type StrategyStep = (typeof strategySteps)[number]

/** The texts of a strategy beside its levers, with their longest lengths in code points. */
export const strategyTextLimit = { goal: 200, analysis: 600, approach: 400, improve: 400 } as const
export type StrategyText = keyof typeof strategyTextLimit
export const LEVER_LIMIT = 300
export const actionTextLimit = { what: 160, who: 40, resource: 120, measure: 120 } as const
export type ActionText = keyof typeof actionTextLimit
export const indicatorTextLimit = { name: 100, target: 100 } as const
export type IndicatorText = keyof typeof indicatorTextLimit
export const strategyRowLimit = { strategies: 30, actions: 240, indicators: 180 } as const

/** A line of the execution plan. Days are yyyy-mm-dd. */
export interface StrategyAction {
  readonly id: string
  readonly order: string
  readonly what: string
  readonly who: string
  readonly by: string | null
  readonly resource: string
  /** How one sees that it is done. */
  readonly measure: string
}
export interface StrategyIndicator {
  readonly id: string
  readonly order: string
  readonly name: string
  readonly target: string
  readonly checkOn: string | null
}

export interface Strategy {
  readonly id: string
  readonly order: string
  /** null: what stands there is no subject; the group chooses one. */
  readonly subject: StrategySubject | null
  /** null: the one that the quadrant asks for. */
  readonly stance: Stance | null
  readonly generic: GenericStrategy | null
  readonly goal: string
  readonly goalBy: string | null
  readonly analysis: string
  /** How we win, in a sentence. */
  readonly approach: string
  readonly notes: Readonly<Record<Lever, string>>
  /** May name USPs that were removed since. */
  readonly uspIds: readonly string[]
  readonly actions: readonly StrategyAction[]
  readonly indicators: readonly StrategyIndicator[]
  readonly improve: string
  /** The group lets the room read it. */
  readonly shown: boolean
  readonly removed: Removal | null
}

export interface Strategies {
  readonly strategies: readonly Strategy[]
  readonly removed: readonly Strategy[]
}

export const sameSubject = (one: StrategySubject | null, other: StrategySubject | null): boolean =>
  one !== null && other !== null && subjectCell(one) === subjectCell(other)

/** As it stands in the document and in addresses: `customer:<id>`, `quadrant:attack`. */
export const subjectCell = (subject: StrategySubject): string => (subject.kind === 'customer' ? `customer:${subject.customerId}` : `quadrant:${subject.quadrant}`)

export function parseSubject(cell: unknown): StrategySubject | null {
  const [kind, value = ''] = typeof cell === 'string' ? cell.split(':') : []
  if (kind === 'customer' && /^[a-z0-9-]{1,40}$/.test(value)) return { kind, customerId: value }
  const quadrant = quadrants.find((one) => one === value)
  return kind === 'quadrant' && quadrant ? { kind, quadrant } : null
}

/** Where the subject stands; null for a customer that is not on the map. */
export function quadrantOf(subject: StrategySubject | null, places: readonly { readonly customerId: string; readonly quadrant: Quadrant | null }[]): Quadrant | null {
  if (subject?.kind !== 'customer') return subject?.quadrant ?? null
  return places.find((place) => place.customerId === subject.customerId)?.quadrant ?? null
}

/** What the group chose, else what the quadrant asks for. */
export const stanceOf = (strategy: Pick<Strategy, 'stance'>, quadrant: Quadrant | null): Stance | null => strategy.stance ?? quadrant

export const writtenLevers = (strategy: Strategy): Lever[] => levers.filter((lever) => !isBlank(strategy.notes[lever]))
