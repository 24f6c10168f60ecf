import { z } from 'zod'
import { FEEDBACK_KEY, FEEDBACK_LENGTH, type Feedback, feedbackQuestions, type FeedbackResult } from '../../../../shared/feedback/model.ts'
import { pollGrades } from '../../../../shared/poll/definition.ts'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { isBlank, wellFormed } from '../../../../shared/text/sanitise.ts'
import { parse } from '../../parse.ts'
import type { TopicKind } from '../TopicKind.ts'

const Grade = z.number().int().min(1).max(5)
const schema: z.ZodType<Feedback> = z.strictObject({
  grades: z.strictObject(Object.fromEntries(feedbackQuestions.map((question) => [question, Grade.optional()]))),
  text: z.string().max(FEEDBACK_LENGTH),
})

function summarise(given: readonly Feedback[]): FeedbackResult {
  const questions = feedbackQuestions.map((question) => {
    const grades = given.flatMap(({ grades: own }) => own[question] ?? [])
    const mean = grades.length === 0 ? null : grades.reduce((sum, grade) => sum + grade, 0) / grades.length
    return [question, { counts: pollGrades.map((grade) => grades.filter((one) => one === grade).length), mean }] as const
  })
  // Sorted, so that the order of arrival doesn't tell whose line it is.
  const lines = given.map(({ text }) => text.trim()).filter((text) => !isBlank(text)).sort()
  // fromEntries forgets the names: they are all questions, one by one.
  return { count: given.length, questions: Object.fromEntries(questions) as unknown as FeedbackResult['questions'], lines }
}

/** The trainer reads it without names; the room sees figures when the trainer shows them. */
export const feedbackTopic: TopicKind<'feedback'> = {
  anonymous: true,
  parse(value) {
    const { grades, text } = parse(schema, value)
    return { grades, text: wellFormed(text) }
  },
  authorize(_state, key) {
    if (key !== FEEDBACK_KEY) throw new Refusal('not-found', 'no such topic')
  },
  results(state, audience, given): Readonly<Record<string, FeedbackResult>> {
    if (audience.role === 'participant') return {}
    const said = given(FEEDBACK_KEY).map(({ value }) => value).filter(({ grades, text }) => Object.keys(grades).length > 0 || !isBlank(text))
    const result = summarise(said)
    if (audience.role === 'trainer') return { [FEEDBACK_KEY]: result }
    return state.projector.scene.kind === 'feedback' ? { [FEEDBACK_KEY]: { ...result, lines: [] } } : {}
  },
}
