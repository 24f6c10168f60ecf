import { z } from 'zod'
import { LocalizedText } from '../language/localizedText.ts'

export const caseLimit = { text: 6_000, questions: 6, question: 200 } as const

const QuestionId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const isShort = (most: number) => (text: Readonly<Record<string, string | undefined>>) => Object.values(text).every((one) => (one ?? '').length <= most)

/**
 * A case to discuss: its text, and the questions under which everybody may put lines. A blank line begins a paragraph, "## "
 * a heading, "- " a point of a list.
 */
export const CaseSchema = z.object({
  text: LocalizedText.refine(isShort(caseLimit.text), { error: `at most ${caseLimit.text} characters` }),
  questions: z.array(z.object({ id: QuestionId, text: LocalizedText.refine(isShort(caseLimit.question), { error: `at most ${caseLimit.question} characters` }) }))
    .min(1).max(caseLimit.questions)
    .refine((questions) => new Set(questions.map(({ id }) => id)).size === questions.length, { error: 'ids must be unique' }),
})
export type CaseContent = z.infer<typeof CaseSchema>
