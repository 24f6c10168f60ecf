import { z } from 'zod'
import { LocalizedText } from '../language/localizedText.ts'

/** Choose one, choose several, grade statements, give words, put a point between two axes. */
export const pollKinds = ['single', 'multiple', 'scale', 'words', 'axes'] as const
export type PollKind = (typeof pollKinds)[number]
/** What fits the projector without becoming small, and a phone without becoming long. */
export const pollLimit = { perItem: 6, options: 8, statements: 6, words: 5, wordLength: 20, question: 160, option: 60 } as const
/** A scale has five grades. */
export const pollGrades = [1, 2, 3, 4, 5] as const
/** An axis runs from 0 to this. */
export const AXIS_END = 100

const PollId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const isShort = (most: number) => (text: Readonly<Record<string, string | undefined>>) => Object.values(text).every((one) => (one ?? '').length <= most)
const Short = LocalizedText.refine(isShort(pollLimit.option), { error: `at most ${pollLimit.option} characters` })
const distinct = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id)).size === rows.length
const Row = z.object({ id: PollId, text: Short })
const Options = z.array(Row).min(2).max(pollLimit.options).refine(distinct, { error: 'ids must be unique' })
const Axis = z.object({ name: Short, low: Short, high: Short })

const shared = {
  id: PollId,
  question: LocalizedText.refine(isShort(pollLimit.question), { error: `at most ${pollLimit.question} characters` }),
  /** The result grows before the room's eyes as votes come in; otherwise it appears when the trainer reveals it. */
  live: z.boolean().default(false),
  /** Of the same statements, asked earlier in the day: the result shows both, side by side. */
  comparedWith: PollId.nullable().default(null),
}

/** A poll as it is prepared in the course, or made by the trainer on the spot. */
export const PollSchema = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.literal('single'), options: Options }),
  z.object({ ...shared, kind: z.literal('multiple'), options: Options }),
  z.object({
    ...shared, kind: z.literal('scale'),
    statements: z.array(Row).min(1).max(pollLimit.statements).refine(distinct, { error: 'ids must be unique' }),
    /** What 1 and what 5 mean. */
    low: Short, high: Short,
  }),
  /** `most`: how many words each person may give. */
  z.object({ ...shared, kind: z.literal('words'), most: z.number().int().min(1).max(pollLimit.words) }),
  z.object({ ...shared, kind: z.literal('axes'), x: Axis, y: Axis }),
])
export type PollDefinition = z.infer<typeof PollSchema>
export type PollOfKind<K extends PollKind> = Extract<PollDefinition, { readonly kind: K }>
