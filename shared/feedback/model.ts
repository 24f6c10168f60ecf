import type { StatementResult } from '../poll/model.ts'

/** What is asked at the end of the day, each from 1 to 5. */
export const feedbackQuestions = ['useful', 'pace', 'trainer', 'recommend'] as const
export type FeedbackQuestion = (typeof feedbackQuestions)[number]
/** Its key in the topic: one for each person. */
export const FEEDBACK_KEY = 'day'
export const FEEDBACK_LENGTH = 300

/** Without a name: the store knows whose it is, so that it can be changed; nobody is told. */
export interface Feedback {
  readonly grades: Readonly<Partial<Record<FeedbackQuestion, number>>>
  readonly text: string
}
export interface FeedbackResult {
  readonly count: number
  readonly questions: Readonly<Record<FeedbackQuestion, StatementResult>>
  /** Free lines in the order of their letters; none for the projector. */
  readonly lines: readonly string[]
}
