import type { WorkbookReading } from '../../../shared/followup/readWorkbook.ts'

/** What came in, and what of it could not be taken. */
export function toldWords(t: (key: string, named: Record<string, unknown>) => string, { customers, unread, tooMany }: Extract<WorkbookReading, { outcome: 'read' }>): string {
  return [
    t('followup.added', { count: customers.length }),
    ...(unread > 0 ? [t('followup.unread', { count: unread })] : []),
    ...(tooMany > 0 ? [t('followup.tooMany', { count: tooMany })] : []),
  ].join(' ')
}
