import type { PollDefinition } from './definition.ts'

/** A poll as it was put to the room. The same questions asked again are another one. */
export interface AskedPoll {
  /** Also the key of its topic (`poll:<id>`). */
  readonly id: string
  readonly definition: PollDefinition
  /** The agenda item that it was prepared for; null when it was made on the spot. */
  readonly itemId: string | null
  readonly state: 'open' | 'closed'
  /** Whether the room sees the result, by the trainer's hand or because it is a live one. */
  readonly shown: boolean
  /** Of the server's clock. */
  readonly askedAt: number
  /** Earlier asking of the same questions, to be shown beside this one. */
  readonly comparedWith: string | null
  /** Keys of words that the trainer took off the projector. */
  readonly hiddenWords: readonly string[]
  readonly removed: boolean
  /** Came with an archive: whose votes they are nobody knows, so nobody can vote again. The question can be asked anew. */
  readonly sealed?: true
}

/** What one person says; which form belongs to which kind is the definition's matter. */
export type Vote =
  | { readonly kind: 'single' | 'multiple'; readonly options: readonly string[] }
  /** By statement, 1 to 5; those not graded yet are not there. */
  | { readonly kind: 'scale'; readonly grades: Readonly<Record<string, number>> }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** 0 to 100 on either axis. */
  | { readonly kind: 'axes'; readonly x: number; readonly y: number }

export interface StatementResult {
  /** How many gave 1, 2, 3, 4, 5. */
  readonly counts: readonly number[]
  readonly mean: number | null
}
export interface CloudWord {
  /** What is the same word has the same key. */
  readonly key: string
  /** As most people wrote it. */
  readonly text: string
  readonly count: number
}
export interface VotePoint {
  readonly x: number
  readonly y: number
}

/** What is made of all votes: figures without persons, in an order that doesn't tell who came when. */
export type PollFigures =
  | { readonly kind: 'single' | 'multiple'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'scale'; readonly statements: Readonly<Record<string, StatementResult>> }
  | { readonly kind: 'words'; readonly words: readonly CloudWord[] }
  | { readonly kind: 'axes'; readonly points: readonly VotePoint[]; readonly mean: VotePoint | null }
export interface PollResult {
  readonly voters: number
  /** Undefined for who may not see more than how many have voted. */
  readonly figures?: PollFigures
}

/** A poll as devices and the projector learn of it. */
export interface PublicPoll {
  readonly id: string
  readonly definition: PollDefinition
  readonly state: AskedPoll['state']
  readonly shown: boolean
  readonly askedAt: number
  readonly comparedWith: string | null
}
