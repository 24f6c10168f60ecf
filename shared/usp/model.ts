import type { Removal } from '../scale/model.ts'
import { isBlank } from '../text/sanitise.ts'

/** Where a selling point comes from. */
export const uspSources = ['product', 'service', 'brand', 'position', 'other'] as const
export type UspSource = (typeof uspSources)[number]

/** Only us? Valued by the customer? Provable? */
export const uspTests = ['unique', 'valued', 'provable'] as const
export type UspTest = (typeof uspTests)[number]
export const uspAnswers = ['yes', 'no', 'unsure'] as const
export type UspAnswer = (typeof uspAnswers)[number]

/** The texts of a USP, with their longest lengths in code points. */
export const uspTextLimit = { claim: 120, evidence: 300, competitor: 60, forWhom: 120, context: 120 } as const
export type UspText = 'claim' | 'evidence' | 'competitor' | 'forWhom'
export const uspRowLimit = { usps: 60, contexts: 200 } as const

/** What each member has to give away among all USPs of the group. */
export const DOTS_EACH = 3
export const TOP_COUNT = 3

/** A situation in which the USP holds, or no longer does: another project, competitor or background of the customer. */
export interface UspContext {
  readonly id: string
  readonly order: string
  readonly text: string
  readonly holds: boolean
}

export interface Usp {
  readonly id: string
  /** Fractional index; USPs sort by (order, id). */
  readonly order: string
  readonly source: UspSource
  readonly claim: string
  readonly evidence: string
  /** Against which competitor. */
  readonly competitor: string
  /** For which customers or projects, in the group's words; `customerIds` are those of the map. */
  readonly forWhom: string
  readonly customerIds: readonly string[]
  readonly contexts: readonly UspContext[]
  /** null: nobody has answered yet. */
  readonly tests: Readonly<Record<UspTest, UspAnswer | null>>
  /** One entry for each member who gave any; never more than `DOTS_EACH` of one member in the whole list. */
  readonly votes: readonly { readonly participantId: string; readonly dots: number }[]
  readonly removed: Removal | null
}

export interface UspList {
  /** In the order in which they were written. */
  readonly usps: readonly Usp[]
  readonly removed: readonly Usp[]
  /** The group lets the room read its claims. */
  readonly shown: boolean
}

export const dotsOf = (usp: Usp): number => usp.votes.reduce((sum, vote) => sum + vote.dots, 0)
export const dotsBy = (usp: Usp, participantId: string): number => usp.votes.find((vote) => vote.participantId === participantId)?.dots ?? 0
/** What the member has not given away yet. */
export const dotsLeft = (usps: readonly Usp[], participantId: string): number =>
  Math.max(0, DOTS_EACH - usps.reduce((sum, usp) => sum + dotsBy(usp, participantId), 0))

export const passedTests = (usp: Pick<Usp, 'tests'>): number => uspTests.filter((test) => usp.tests[test] === 'yes').length
export const isTested = (usp: Usp): boolean => uspTests.every((test) => usp.tests[test] !== null)

/** Most dots first; then more tests passed; then as written. */
export const byVotes = (usps: readonly Usp[]): Usp[] =>
  [...usps].sort((one, other) => dotsOf(other) - dotsOf(one) || passedTests(other) - passedTests(one) || usps.indexOf(one) - usps.indexOf(other))

/** The three that the group would show first. One without a claim says nothing; one that nobody chose or tested is not there yet. */
export const topUsps = (usps: readonly Usp[]): Usp[] =>
  byVotes(usps).filter((usp) => !isBlank(usp.claim) && (dotsOf(usp) > 0 || passedTests(usp) > 0)).slice(0, TOP_COUNT)
