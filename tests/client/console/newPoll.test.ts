import { describe, expect, it } from 'vitest'
import { emptyDraft, pollFrom, problemOf, rowsIn } from '../../../client/features/console/ask/newPoll.ts'
import { pollKinds, PollSchema } from '../../../shared/poll/definition.ts'

const inOwn = (text: string) => ({ 'zh-CN': text, en: '' })
const draft = { ...emptyDraft(), question: ' 现在的节奏？ ', rows: '刚好\n\n 太快 \n刚好\n', low: '不', high: '是', x: { name: '横', low: '小', high: '大' }, y: { name: '纵', low: '小', high: '大' } }

describe('a poll made on the spot', () => {
  it('M1: takes one option from each line; blank lines and repetitions are none', () => {
    expect(rowsIn(draft.rows)).toEqual(['刚好', '太快'])
  })

  it.each(pollKinds)('M2: of the kind %s is one that the server takes', (kind) => {
    const poll = pollFrom(kind, draft, { id: 'p', live: true, inOwn })
    expect(problemOf(kind, draft)).toBeNull()
    expect(PollSchema.parse(poll)).toEqual(poll)
    expect(poll.question).toEqual({ 'zh-CN': '现在的节奏？', en: '' })
  })

  it('M3: is not opened without a question, with one option, or with nine', () => {
    expect(problemOf('words', { ...draft, question: ' ' })).toBe('missing')
    expect(problemOf('single', { ...draft, rows: '一个\n一个' })).toBe('wrong')
    expect(problemOf('single', { ...draft, rows: Array.from({ length: 9 }, (_, place) => `第${place}`).join('\n') })).toBe('wrong')
    expect(problemOf('scale', { ...draft, rows: '' })).toBe('wrongStatements')
    expect(problemOf('scale', { ...draft, rows: '字'.repeat(61) })).toBe('wrongStatements')
  })
})
