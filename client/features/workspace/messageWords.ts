import type { Message } from '../../../shared/protocol/views.ts'

/** "09:05": the clock of twenty-four hours in every language, as the agenda has it. */
export const timeText = (at: number, locale: string): string => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** A message in the trainer's words, or what the server tells without any, in the person's language. */
export function messageWords(t: (key: string, named: Record<string, unknown>) => string, message: Message, locale: string): string {
  if (message.kind === 'restored') return t('workspace.message.restored', { time: timeText(message.restoredTo, locale) })
  return message.kind === 'nudge' ? t('workspace.message.nudge', {}) : message.text
}
