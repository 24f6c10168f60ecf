import type { Localized } from '../language/locale.ts'
import { isBlank, truncateCodePoints, wellFormed } from '../text/sanitise.ts'

/** What one person puts under one question of a case. The key of its topic is `<item id>/<question id>`. */
export interface CaseLines {
  readonly lines: readonly { readonly id: string; readonly text: string }[]
  /** What stands in the field and is not added yet: nobody else reads it. */
  readonly typed?: string | undefined
}
export const caseLineLimit = { lines: 10, text: 160 } as const
/** The one form in which it is kept, on the device and on the server. What is being typed keeps its blanks: more may follow. */
export function tidyCaseLines({ lines, typed = '' }: CaseLines): CaseLines {
  const cut = (text: string): string => truncateCodePoints(wellFormed(text), caseLineLimit.text)
  return { lines: lines.filter(({ text }) => !isBlank(text)).map(({ id, text }) => ({ id, text: cut(text.replace(/\s+/gu, ' ').trim()) })), ...(typed === '' ? {} : { typed: cut(typed) }) }
}
export const caseKey = (itemId: string, questionId: string): string => `${itemId}/${questionId}`

export interface CaseLine {
  /** `<participant>/<line>`: by it the trainer picks the line. */
  readonly ref: string
  readonly groupId: string
  /** '' where the room looks. */
  readonly participantId: string
  readonly text: string
}
/** For a group: its own lines; for the trainer: all; for the projector: those that were picked, in their order. */
export interface CaseResult {
  readonly lines: readonly CaseLine[]
}

/** A case that devices may open. */
export interface OpenCase {
  readonly itemId: string
  readonly title: Localized
  /** Another one after the trainer has changed text or questions. */
  readonly revision: string
}
