import { z } from 'zod'
import type { Localized } from '../language/locale.ts'
import { LocalizedText } from '../language/localizedText.ts'
import { Id, PersonName } from './commands.ts'

/** Bodies of the HTTP requests. Replies are `Reply<…>` of the named types below, with the status of `httpStatusOf`. */
export const TrainerExchange = z.object({ key: z.string().min(16).max(100) })
export const CreateClass = z.object({ templateId: Id.optional(), title: LocalizedText.optional(), trainerName: z.string().max(40).default(''), groups: z.number().int().min(1).max(12) })
/** `code` in any form that people type: full-width digits, spaces. */
export const JoinClass = z.object({
  code: z.string().max(60), name: PersonName, groupId: Id,
  /** Random, the same when the device asks again because no reply arrived: then it is the same person, not a taken name. */
  attempt: z.string().min(16).max(40).optional(),
})
export const Reenter = z.object({ code: z.string().max(60), reentryCode: z.string().max(60) })
export type CreateClass = z.input<typeof CreateClass>
export type JoinClass = z.input<typeof JoinClass>
export type Reenter = z.input<typeof Reenter>

/** Trainer requests carry this header beside the cookie, which a page of another site can't send. */
export const TRAINER_HEADER = 'x-ketu'

export interface ClassListing {
  readonly id: string
  readonly code: string
  readonly title: Localized
  readonly trainerName: string
  readonly createdAt: number
  readonly endedAt: number | null
  readonly participants: number
  readonly groups: number
}
/** GET /api/join/:code */
export interface JoinInfo {
  readonly classId: string
  readonly code: string
  readonly title: Localized
  readonly trainerName: string
  readonly doorOpen: boolean
  readonly groups: readonly { readonly id: string; readonly index: number; readonly name: string; readonly members: number; readonly full: boolean }[]
}
/** POST /api/join, POST /api/reentry */
export interface Admission {
  readonly classId: string
  readonly participantId: string
  /** The session token: kept by the device, shown to nobody. */
  readonly token: string
}
