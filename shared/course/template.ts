import { z } from 'zod'
import { aloneExercises } from '../alone/model.ts'
import { CaseSchema } from '../case/definition.ts'
import { LocalizedText } from '../language/localizedText.ts'
import { pollLimit, PollSchema } from '../poll/definition.ts'

/** Of the templates that this version of the program writes; `upgrade.ts` reads the earlier ones. */
export const TEMPLATE_FORMAT = 2

/** How long the texts of a course may be, in UTF-16 units as a field counts them. A class carries them all day long. */
export const textLimits = { title: 120, brief: 600, notes: 3_000, step: 120 } as const
export const MAX_ITEMS = 80
export const MAX_STEPS = 12
export const MAX_ITEM_MINUTES = 480

const textUpTo = (maximum: number) => LocalizedText.refine((text) => Object.values(text).every((one) => (one ?? '').length <= maximum), { error: `at most ${maximum} characters` })

export const itemKinds = ['setup', 'lobby', 'poll', 'talk', 'exercise', 'case', 'share', 'break', 'lunch', 'review', 'buffer'] as const
/** What the groups' devices open while the item is current. null: nothing new to do. */
export const activities = ['potential', 'relationship', 'measure', 'map', 'findings', 'case', 'usp', 'strategy', 'sharing', 'review'] as const
/** The activities that this version of the program has a place for on the devices. */
export type Activity = (typeof activities)[number]

export const AgendaStepSchema = z.object({ title: textUpTo(textLimits.step), minutes: z.number().min(0).max(240) })

/** One line of the schedule. Minutes are planned classroom minutes. */
export const AgendaItemSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** As printed on the schedule: "3.2"; empty for a break. */
  number: z.string().max(8),
  kind: z.enum(itemKinds),
  activity: z.enum(activities).nullable(),
  title: textUpTo(textLimits.title),
  /** What devices and projector show: the question or the task, one or two sentences. */
  brief: textUpTo(textLimits.brief),
  /** For the trainer's eyes only. */
  notes: textUpTo(textLimits.notes),
  minutes: z.number().int().min(0).max(MAX_ITEM_MINUTES),
  /** The shortest that still works. */
  floor: z.number().int().min(0).max(MAX_ITEM_MINUTES),
  /** Order in which to shorten when late, 1 first; null: never. */
  cut: z.number().int().min(0).max(9).nullable(),
  /** "13:30": the item does not begin before this time of day. */
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).nullable(),
  steps: z.array(AgendaStepSchema).max(MAX_STEPS),
  /** Outside the counted course minutes (setup, lunch). */
  uncounted: z.boolean(),
  /** Whether the groups' work is locked a short grace after the timer reaches zero. */
  lockAtZero: z.boolean(),
  /** Questions to the room, in the order in which they are offered to the trainer. */
  polls: z.array(PollSchema).max(pollLimit.perItem).default([]),
  /** What the activity "case" is about. */
  case: CaseSchema.nullable().default(null),
  /** What each member of a group does alone first: the first of these opens with the item, the others when the group or the trainer says so. */
  alone: z.array(z.enum(aloneExercises)).max(aloneExercises.length).default([]),
})

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

export const CourseTemplateSchema = z.object({
  format: z.literal(TEMPLATE_FORMAT),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: textUpTo(textLimits.title),
  items: z.array(AgendaItemSchema).min(1).max(MAX_ITEMS),
}).refine(({ items }) => isUnique(items.map((item) => item.id)), { error: 'item ids must be unique' })
  .refine(({ items }) => isUnique(items.flatMap((item) => item.polls.map((poll) => poll.id))), { error: 'poll ids must be unique' })

export type AgendaItemTemplate = z.infer<typeof AgendaItemSchema>
export type CourseTemplate = z.infer<typeof CourseTemplateSchema>

/** @throws ZodError naming the path when the file is not a course template. */
export const parseCourseTemplate = (value: unknown): CourseTemplate => CourseTemplateSchema.parse(value)
