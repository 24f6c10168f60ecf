import { type PollDefinition, type PollOfKind, pollGrades } from './definition.ts'
import type { PollFigures, StatementResult, Vote, VotePoint } from './model.ts'
import { countWords } from './words.ts'

/** null of nothing. */
const meanOf = (figures: readonly number[]): number | null =>
  figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0) / figures.length

function countOptions({ options }: PollOfKind<'single' | 'multiple'>, votes: readonly Vote[]): Readonly<Record<string, number>> {
  const chosen = votes.flatMap((vote) => ('options' in vote ? vote.options : []))
  return Object.fromEntries(options.map(({ id }) => [id, chosen.filter((one) => one === id).length]))
}

function gradesOf(statementId: string, votes: readonly Vote[]): StatementResult {
  const grades = votes.flatMap((vote) => ('grades' in vote ? vote.grades[statementId] ?? [] : []))
  return { counts: pollGrades.map((grade) => grades.filter((one) => one === grade).length), mean: meanOf(grades) }
}

function pointsOf(votes: readonly Vote[]): Extract<PollFigures, { readonly kind: 'axes' }> {
  // By place, not by time: the order of arrival would tell who it was.
  const points = votes.flatMap((vote): VotePoint[] => (vote.kind === 'axes' ? [{ x: vote.x, y: vote.y }] : [])).sort((one, other) => one.x - other.x || one.y - other.y)
  const [x, y] = [meanOf(points.map((point) => point.x)), meanOf(points.map((point) => point.y))]
  return { kind: 'axes', points, mean: x === null || y === null ? null : { x, y } }
}

/** What a poll's votes come to. A vote that doesn't fit the poll counts for nothing. */
export function pollFigures(poll: PollDefinition, votes: readonly Vote[]): PollFigures {
  switch (poll.kind) {
    case 'single':
    case 'multiple': return { kind: poll.kind, counts: countOptions(poll, votes) }
    case 'scale': return { kind: 'scale', statements: Object.fromEntries(poll.statements.map(({ id }) => [id, gradesOf(id, votes)])) }
    case 'words': return { kind: 'words', words: countWords(votes.flatMap((vote) => (vote.kind === 'words' ? [vote.words] : []))) }
    case 'axes': return pointsOf(votes)
  }
}

/** Whether anything is said at all: who took every word back has not voted. */
export function saysSomething(vote: Vote): boolean {
  switch (vote.kind) {
    case 'single':
    case 'multiple': return vote.options.length > 0
    case 'scale': return Object.keys(vote.grades).length > 0
    case 'words': return vote.words.length > 0
    case 'axes': return true
  }
}
