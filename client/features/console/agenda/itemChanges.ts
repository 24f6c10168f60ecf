import type { AgendaItemTemplate } from '../../../../shared/course/template.ts'
import type { AgendaItem } from '../../../../shared/protocol/views.ts'

type Change = Partial<Omit<AgendaItemTemplate, 'id'>>

/** What the item says, without how its day went. */
export const toTemplate = ({ skipped: _skipped, plannedMinutes: _planned, startedAt: _started, endedAt: _ended, ...template }: AgendaItem): AgendaItemTemplate => template

/** The fields in which `after` differs, with its values. */
export function differences(before: AgendaItemTemplate, after: AgendaItemTemplate): Change {
  const changed = Object.entries(after).filter(([field, value]) => field !== 'id' && JSON.stringify(value) !== JSON.stringify(before[field as keyof AgendaItemTemplate]))
  return Object.fromEntries(changed) as Change
}
