import type { PollDefinition, PollKind } from '../../../shared/poll/definition.ts'

const empty = () => ({ 'zh-CN': '', en: '' })

/** A question with nothing asked yet. */
export const blankPoll = (newId: () => string): PollDefinition =>
  ({ id: newId(), kind: 'single', question: empty(), live: false, comparedWith: null, options: [{ id: newId(), text: empty() }, { id: newId(), text: empty() }] })

/** The same question asked in another way; what is written in lines goes along where the other way has lines too. */
export function pollAs(kind: PollKind, poll: PollDefinition, newId: () => string): PollDefinition {
  const { id, question, live } = poll
  const shared = { id, question, live, comparedWith: null }
  const lines = poll.kind === 'single' || poll.kind === 'multiple' ? poll.options : poll.kind === 'scale' ? poll.statements : []
  switch (kind) {
    case 'single':
    case 'multiple': return { ...shared, kind, options: [...lines, ...Array.from({ length: Math.max(0, 2 - lines.length) }, () => ({ id: newId(), text: empty() }))] }
    case 'scale': return { ...shared, kind, statements: lines.length > 0 ? lines.slice(0, 6) : [{ id: newId(), text: empty() }], low: empty(), high: empty() }
    case 'words': return { ...shared, kind, most: 3 }
    case 'axes': return { ...shared, kind, x: { name: empty(), low: empty(), high: empty() }, y: { name: empty(), low: empty(), high: empty() } }
  }
}
