import { z } from 'zod'
import { MAX_GROUPS } from '../group/identity.ts'
import { type Localized, locales } from '../language/locale.ts'
import { LocalizedText } from '../language/localizedText.ts'
import type { CourseTemplate } from '../course/template.ts'
import { Id, PersonName } from './commands.ts'
import type { ClassView, GroupWorkJson } from './views.ts'

/** Bodies of the HTTP requests. Replies are `Reply<…>` of the named types below, with the status of `httpStatusOf`. */
export const TrainerExchange = z.object({ key: z.string().min(16).max(100) })
export const CreateClass = z.object({ templateId: Id.optional(), title: LocalizedText.optional(), trainerName: z.string().max(40).default(''), groups: z.number().int().min(1).max(MAX_GROUPS), locale: z.enum(locales).optional() })
/** `code` in any form that people type: full-width digits, spaces. */
export const JoinClass = z.object({
  code: z.string().max(60), name: PersonName, groupId: Id,
  /** Random, the same when the device asks again because no reply arrived: then it is the same person, not a taken name. */
  attempt: z.string().min(16).max(40).optional(),
})
export const Reenter = z.object({ code: z.string().max(60), reentryCode: z.string().max(60) })
/** What a group takes home: its workbook, its data, its map as a picture. */
export const groupFileKinds = ['workbook', 'json', 'map'] as const
export type GroupFileKind = (typeof groupFileKinds)[number]
/** Participants, by their token in the `Authorization` header, get files of their own group; the trainer, by the cookie, of any. */
export const OrderFile = z.discriminatedUnion('kind', [
  z.object({ classId: Id, kind: z.enum(groupFileKinds), groupId: Id, locale: z.enum(locales) }),
  /** For the trainer: the files of all groups in one zip; the class itself, to be opened on another laptop. */
  z.object({ classId: Id, kind: z.literal('class'), locale: z.enum(locales) }),
  z.object({ classId: Id, kind: z.literal('archive'), locale: z.enum(locales) }),
])
export const ReadGroup = z.object({ classId: Id, groupId: Id })
export type OrderFile = z.input<typeof OrderFile>
export type ReadGroup = z.input<typeof ReadGroup>
/** `template`: a course template of any format that the program has written; refused with 'bad-template'. */
export const AddCourse = z.object({ template: z.unknown() })
/** `version`: the one that the change was made on; refused with 'conflict' when it is not the newest. */
export const SaveCourse = z.object({ version: z.number().int().min(1), template: z.unknown() })
export const DuplicateCourse = z.object({ title: LocalizedText })
export const CourseFromClass = z.object({ title: LocalizedText, minutes: z.enum(['agenda', 'took']) })
export type SaveCourse = z.input<typeof SaveCourse>
export type DuplicateCourse = z.input<typeof DuplicateCourse>
export type CourseFromClass = z.input<typeof CourseFromClass>
export type CreateClass = z.input<typeof CreateClass>
export type JoinClass = z.input<typeof JoinClass>
export type Reenter = z.input<typeof Reenter>

/** Trainer requests carry this header beside the cookie, which a page of another site can't send. */
export const TRAINER_HEADER = 'x-ketu'

/** Larger than any course that somebody typed, smaller than what would slow the class down. */
export const MAX_COURSE_BYTES = 512 * 1_024

/** GET /api/courses */
export interface CourseListing {
  readonly id: string
  readonly title: Localized
  readonly builtIn: boolean
  /** null: built in. */
  readonly editedAt: number | null
  readonly items: number
  /** Of those that count as course time. */
  readonly minutes: number
}
/** GET /api/courses/:id */
export interface CourseView {
  readonly id: string
  readonly builtIn: boolean
  readonly version: number
  readonly template: CourseTemplate
}
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
/** POST /api/takehome/files: the file is at `path`, for whoever has it, until then. */
export interface FileTicket {
  readonly path: string
  readonly expiresAt: number
}
/** POST /api/takehome/own: whose work the asking participant may take home, also when the class has ended. */
export interface OwnPack {
  readonly classId: string
  readonly group: { readonly id: string; readonly index: number; readonly name: string }
  /** To come back as the same person in another browser: with the class's code and a code of `POST /api/takehome/reentry`. */
  readonly me: { readonly name: string }
  readonly code: string
  /** A page of a class that has ended looks here whether it goes on, or whether its copies have to go. */
  readonly class: Pick<ClassView, 'ended' | 'namesWipedAt'>
}
/** POST /api/takehome/reentry: the asking participant goes on elsewhere with it, once, until then by the server's clock. */
export interface ReentryCode {
  readonly code: string
  readonly expiresAt: number
  readonly serverNow: number
}
/** POST /api/takehome/group: all that a report of a group tells. */
export interface GroupReport {
  readonly title: Localized
  readonly trainerName: string
  readonly group: { readonly id: string; readonly index: number; readonly name: string; readonly members: readonly string[] }
  readonly work: GroupWorkJson
  /** The server's clock. */
  readonly at: number
}
/** POST /api/join, POST /api/reentry */
export interface Admission {
  readonly classId: string
  readonly participantId: string
  /** The session token: kept by the device, shown to nobody. */
  readonly token: string
}
