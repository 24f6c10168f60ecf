import type { GroupWork } from '../groupwork/model.ts'
import { groupWorkToJson } from '../groupwork/document.ts'
import type { GroupWorkJson } from '../protocol/views.ts'
import type { GroupBookSource } from './sheets/sheetPart.ts'

/** Grows when a reader of the older form could no longer read it. */
export const GROUP_JSON_SCHEMA = 1

/** A group's whole work as data, for other programs. */
export interface GroupJson {
  readonly format: 'ketu-group'
  readonly schema: typeof GROUP_JSON_SCHEMA
  /** ISO instant. */
  readonly made: string
  readonly class: { readonly id: string; readonly title: string }
  readonly group: { readonly id: string; readonly letter: string; readonly title: string }
  readonly work: GroupWorkJson
}

export const groupJson = ({ work, classId, classTitle, groupId, letter, groupTitle, madeAt }: Omit<GroupBookSource, 'locale' | 'zoneMinutes'> & { readonly work: GroupWork }): GroupJson => ({
  format: 'ketu-group', schema: GROUP_JSON_SCHEMA, made: new Date(madeAt).toISOString(),
  class: { id: classId, title: classTitle }, group: { id: groupId, letter, title: groupTitle }, work: groupWorkToJson(work),
})
