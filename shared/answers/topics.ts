import type { BlindGrades, GradesResult, Ideas, IdeasResult, Weights, WeightsResult } from '../alone/model.ts'
import type { CaseLines, CaseResult } from '../case/model.ts'
import type { Commitment, CommitmentResult } from '../commitment/model.ts'
import type { Score, ScoreResult } from '../sharing/model.ts'
import type { Feedback, FeedbackResult } from '../feedback/model.ts'
import type { PollResult, Vote } from '../poll/model.ts'

/**
 * What people say one by one, each for themselves: votes, private figures, scores, a commitment. It is no part of a group's
 * document, because nobody else may read it before it is shown. A topic is `kind:key`, the key being an id in that kind.
 * Here stands, kind by kind, what one person gives and what is made of all of it.
 */
export interface TopicTypes {
  score: { readonly value: Score; readonly result: ScoreResult }
  poll: { readonly value: Vote; readonly result: PollResult }
  case: { readonly value: CaseLines; readonly result: CaseResult }
  commitment: { readonly value: Commitment; readonly result: CommitmentResult }
  feedback: { readonly value: Feedback; readonly result: FeedbackResult }
  ideas: { readonly value: Ideas; readonly result: IdeasResult }
  weights: { readonly value: Weights; readonly result: WeightsResult }
  grades: { readonly value: BlindGrades; readonly result: GradesResult }
}
export type TopicKindName = keyof TopicTypes
export type TopicValue<K extends TopicKindName> = TopicTypes[K]['value']
export type TopicResult<K extends TopicKindName> = TopicTypes[K]['result']

/** Bytes of one answer as JSON. */
export const MAX_ANSWER_BYTES = 8_192
export const topicPattern = /^[a-z-]{1,20}:[a-z0-9/-]{1,120}$/

/** All that one device may see of answers; sent whole on connect and after changes. */
export interface AnswersView {
  /** By topic; empty for the trainer and the projector. */
  readonly mine: Readonly<Record<string, unknown>>
  /** By kind and key: only what this device may see now. */
  readonly results: TopicResults
  /** For the trainer: what the projector sees, for its miniature. */
  readonly stage?: TopicResults
}
export type TopicResults = { readonly [K in TopicKindName]?: Readonly<Record<string, TopicResult<K>>> }
export const noAnswers: AnswersView = { mine: {}, results: {} }
