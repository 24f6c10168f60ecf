import { describe, expect, it } from 'vitest'
import { type PollDefinition, PollSchema } from '../../../shared/poll/definition.ts'
import { pollFigures, saysSomething } from '../../../shared/poll/figures.ts'
import type { Vote } from '../../../shared/poll/model.ts'
import { countWords, shownWord, wordKey } from '../../../shared/poll/words.ts'

const text = (words: string) => ({ 'zh-CN': words, en: words })
const rows = (...ids: readonly string[]) => ids.map((id) => ({ id, text: text(id) }))
const build = (poll: object): PollDefinition => PollSchema.parse({ id: 'p', question: text('?'), ...poll })
const lever = build({ kind: 'multiple', options: rows('price', 'product') })
const symptoms = build({ kind: 'scale', statements: rows('order', 'balance'), low: text('no'), high: text('yes') })
const axis = { name: text('a'), low: text('l'), high: text('h') }

describe('what a poll’s votes come to', () => {
  it('F1: of choices how many chose each; what nobody chose is 0, what is no option counts for nothing', () => {
    const votes: readonly Vote[] = [{ kind: 'multiple', options: ['price'] }, { kind: 'multiple', options: ['price', 'ghost'] }]
    expect(pollFigures(lever, votes)).toEqual({ kind: 'multiple', counts: { price: 2, product: 0 } })
  })

  it('F2: of a scale how many gave 1 to 5 to each statement, and the mean over those who graded it', () => {
    const votes: readonly Vote[] = [{ kind: 'scale', grades: { order: 5, balance: 1 } }, { kind: 'scale', grades: { order: 2 } }]
    expect(pollFigures(symptoms, votes)).toEqual({ kind: 'scale', statements: { order: { counts: [0, 1, 0, 0, 1], mean: 3.5 }, balance: { counts: [1, 0, 0, 0, 0], mean: 1 } } })
    expect(pollFigures(symptoms, [])).toMatchObject({ statements: { order: { mean: null } } })
  })

  it('F3: of points all of them, by their place and not by who came first, and the mean', () => {
    const votes: readonly Vote[] = [{ kind: 'axes', x: 80, y: 10 }, { kind: 'axes', x: 20, y: 30 }]
    const figures = pollFigures(build({ kind: 'axes', x: axis, y: axis }), votes)
    expect(figures).toEqual({ kind: 'axes', points: [{ x: 20, y: 30 }, { x: 80, y: 10 }], mean: { x: 50, y: 20 } })
    expect(pollFigures(build({ kind: 'axes', x: axis, y: axis }), [...votes].reverse())).toEqual(figures)
  })

  it('F4: a vote in which nothing is left is none', () => {
    expect(saysSomething({ kind: 'multiple', options: [] })).toBe(false)
    expect(saysSomething({ kind: 'scale', grades: {} })).toBe(false)
    expect(saysSomething({ kind: 'words', words: [] })).toBe(false)
    expect(saysSomething({ kind: 'axes', x: 0, y: 0 })).toBe(true)
  })
})

describe('words that people give', () => {
  it.each([['价格', ' 价 格 '], ['USP', 'ｕｓｐ'], ['usp', 'USP!'], ['清楚', '“清楚”'], ['ok', 'O\u200bk']])('F5: %s and %s are one word', (one, other) => {
    expect(wordKey(other)).toBe(wordKey(one))
  })

  it('F6: the same word is counted once for each person, in the spelling of most', () => {
    expect(countWords([['USP', 'usp'], ['USP'], ['Ｕsp', '差异化']])).toEqual([{ key: 'usp', text: 'USP', count: 3 }, { key: '差异化', text: '差异化', count: 1 }])
  })

  it('F7: blanks and marks alone are no word', () => {
    expect([' ', '!!', '\u200b', '…'].map(shownWord)).toEqual(['', '', '', ''])
    expect(countWords([['!!', '好']])).toEqual([{ key: '好', text: '好', count: 1 }])
  })

  it('F8: the order is by count and then by the word, whoever spoke first', () => {
    const given = [['乙'], ['甲'], ['甲'], ['丙']]
    expect(countWords(given)).toEqual(countWords([...given].reverse()))
    expect(countWords(given)[0]).toEqual({ key: '甲', text: '甲', count: 2 })
  })
})
