import type { IntakeTable } from '../../shared/intake/table.ts'
import type { Admission, ClassListing, CourseFromClass, CourseListing, CourseView, CreateClass, DuplicateCourse, FileTicket, GroupReport, JoinClass, JoinInfo, OrderFile, OwnPack, ReadGroup, Reenter, ReentryCode, SaveCourse } from '../../shared/protocol/http.ts'
import type { TRAINER_HEADER } from '../../shared/protocol/http.ts'
import type { CheckReport } from '../../shared/preflight/report.ts'
import type { WipeReceipt } from '../../shared/wipe/receipt.ts'
import type { RefusalReason, Reply } from '../../shared/protocol/reply.ts'
import type { CourseTemplate } from '../../shared/course/template.ts'

/** 'offline': the server could not be reached, or not in time. Nothing is known of what it did. */
export type FailureReason = RefusalReason | 'offline'
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: FailureReason }

// The type alone is imported: the value would bring the schemas, a third of what a joining phone loads. It can't differ.
const trainerHeader: typeof TRAINER_HEADER = 'x-ketu'
const TIMEOUT_MS = 10_000
/** A file goes over the room's Wi-Fi first, and then waits for its turn. */
const FILE_TIMEOUT_MS = 60_000
/** Taking something out of a whole file, its log and its copies, on a slow disk. */
const WIPE_TIMEOUT_MS = 180_000

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly body: BodyInit
}
const asJson = (body: unknown): Sent => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const asFile = (file: Blob): Sent => ({ headers: { 'content-type': 'application/octet-stream' }, body: file })

async function send<T>(method: Method, path: string, sent: Partial<Sent>, timeoutMs: number): Promise<Outcome<T>> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const response = await fetch(path, { method, signal: abort.signal, ...sent, headers: { [trainerHeader]: '1', ...sent.headers } })
    // Our own server, same origin and same version: its replies have this form.
    const reply = (await response.json()) as Reply<T>
    return reply.ok ? reply : { ok: false, reason: reply.reason }
  } catch {
    return { ok: false, reason: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}
/** @param token the participant's; null for the trainer, who comes by cookie. */
const requestAs = <T>(token: string | null, path: string, body: unknown): Promise<Outcome<T>> => {
  const { headers, ...sent } = asJson(body)
  return send('POST', path, { ...sent, headers: token === null ? headers : { ...headers, authorization: `Bearer ${token}` } }, TIMEOUT_MS)
}
const request = <T>(method: Method, path: string, body?: unknown): Promise<Outcome<T>> =>
  send(method, path, body === undefined ? {} : asJson(body), TIMEOUT_MS)
/** @param token the participant's; null for the trainer, who comes by cookie. */
function requestWithFile<T>(path: string, file: Blob, token: string | null): Promise<Outcome<T>> {
  const { headers, body } = asFile(file)
  return send('POST', path, { headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }, body }, FILE_TIMEOUT_MS)
}

export const http = {
  joinInfo: (code: string) => request<JoinInfo>('GET', `/api/join/${encodeURIComponent(code)}`),
  join: (body: JoinClass) => request<Admission>('POST', '/api/join', body),
  reenter: (body: Reenter) => request<Admission>('POST', '/api/reentry', body),
  /** An address for one file to take home, good for some minutes. */
  orderFile: (token: string | null, order: OrderFile) => requestAs<FileTicket>(token, '/api/takehome/files', order),
  ownPack: (token: string) => requestAs<OwnPack>(token, '/api/takehome/own', {}),
  /** A code with which this person goes on in another browser, also when the class has ended. */
  ownReentry: (token: string) => requestAs<ReentryCode>(token, '/api/takehome/reentry', {}),
  groupReport: (token: string | null, group: ReadGroup) => requestAs<GroupReport>(token, '/api/takehome/group', group),
  /** A phone that tries the way to the laptop says how it went. */
  check: (code: string, report: CheckReport) => request<{ readonly serverNow: number }>('POST', `/api/check/${encodeURIComponent(code)}`, report),
  trainerSession: () => request<{ readonly trainer: boolean }>('GET', '/api/trainer/session'),
  /** Trades the key of the one-time link for the cookie. */
  exchangeTrainerKey: (key: string) => request<null>('POST', '/api/trainer/exchange', { key }),
  /** A one-time link to open the console on another device. */
  trainerLink: () => request<{ readonly url: string; readonly expiresAt: number }>('POST', '/api/trainer/link'),
  /** What a class can be made from, the built-in course first. */
  courses: () => request<readonly CourseListing[]>('GET', '/api/courses'),
  course: (courseId: string) => request<CourseView>('GET', `/api/courses/${courseId}`),
  addCourse: (template: CourseTemplate) => request<{ readonly id: string }>('POST', '/api/courses', { template }),
  saveCourse: (courseId: string, body: SaveCourse) => request<{ readonly version: number }>('PUT', `/api/courses/${courseId}`, body),
  duplicateCourse: (courseId: string, body: DuplicateCourse) => request<{ readonly id: string }>('POST', `/api/courses/${courseId}/duplicate`, body),
  removeCourse: (courseId: string) => request<null>('DELETE', `/api/courses/${courseId}`),
  restoreCourse: (courseId: string) => request<null>('POST', `/api/courses/${courseId}/restore`),
  /** The class's agenda, as a course to make others from. */
  courseFromClass: (classId: string, body: CourseFromClass) => request<{ readonly id: string }>('POST', `/api/classes/${classId}/course`, body),
  classes: () => request<readonly ClassListing[]>('GET', '/api/classes'),
  createClass: (body: CreateClass) => request<{ readonly classId: string }>('POST', '/api/classes', body),
  endClass: (classId: string) => request<null>('POST', `/api/classes/${classId}/end`),
  reopenClass: (classId: string) => request<null>('POST', `/api/classes/${classId}/reopen`),
  /** Removes the class and everything in it from the server's disk, for good. */
  wipeClass: (classId: string) => send<WipeReceipt>('DELETE', `/api/classes/${classId}`, {}, WIPE_TIMEOUT_MS),
  /** Ends the class, and puts a mask in the place of every customer's name in all that is stored of it. */
  wipeNames: (classId: string) => send<WipeReceipt>('POST', `/api/classes/${classId}/wipe-names`, {}, WIPE_TIMEOUT_MS),
  /** A spreadsheet or a list as tables of text. Nothing of it stays on the server. */
  readTable: (file: Blob, token: string | null) => requestWithFile<IntakeTable>('/api/intake/table', file, token),
  /** A class out of its file. */
  openArchive: (file: Blob) => requestWithFile<{ readonly classId: string; readonly code: string }>('/api/archives', file, null),
  /** A view-only token; the page is /projector#token=… */
  projectorToken: (classId: string) => request<{ readonly token: string }>('POST', `/api/classes/${classId}/projector`),
}

/** For a link: the browser itself saves the file. */
export const courseFilePath = (courseId: string): string => `/api/courses/${courseId}/file`
