import type { Locale } from '../../shared/language/locale.ts'
import type { GroupFileKind } from '../../shared/protocol/http.ts'
import { http, type Outcome } from './http.ts'

/** WeChat's own browser, in which downloads fail (pitfall 4.14): everything else works there. */
export const isWeChat = (userAgent = navigator.userAgent): boolean => /MicroMessenger/i.test(userAgent)

/** The page of a group's report, to read and to print. */
export const reportPath = (classId: string, groupId: string): string => `/report/${classId}/${groupId}`

export interface GroupFiles {
  readonly classId: string
  readonly groupId: string
  readonly locale: Locale
}

/**
 * Asks for a file and lets the browser save it, by a plain GET: it is the one way that every tablet knows.
 * @param token the participant's; null for the trainer. @returns where the file is, to be tapped again if nothing happened.
 */
export async function downloadGroupFile(token: string | null, files: GroupFiles, kind: GroupFileKind): Promise<Outcome<string>> {
  return save(await http.orderFile(token, { ...files, kind }))
}

/** Everything of all groups in one archive; for the trainer. */
export async function downloadClass(classId: string, locale: Locale): Promise<Outcome<string>> {
  return save(await http.orderFile(null, { kind: 'class', classId, locale }))
}

/** The class itself as a file, to be kept, and opened on another laptop; for the trainer. */
export async function downloadArchive(classId: string, locale: Locale): Promise<Outcome<string>> {
  return save(await http.orderFile(null, { kind: 'archive', classId, locale }))
}

function save(ordered: Awaited<ReturnType<typeof http.orderFile>>): Outcome<string> {
  if (!ordered.ok) return ordered
  const link = document.createElement('a')
  link.href = ordered.value.path
  document.body.append(link)
  link.click()
  link.remove()
  return { ok: true, value: ordered.value.path }
}
