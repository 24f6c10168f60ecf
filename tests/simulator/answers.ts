import { caseKey } from '../../shared/case/model.ts'
import { COMMITMENT_KEY } from '../../shared/commitment/model.ts'
import { FEEDBACK_KEY, feedbackQuestions } from '../../shared/feedback/model.ts'
import type { PollDefinition } from '../../shared/poll/definition.ts'
import type { Vote } from '../../shared/poll/model.ts'
import type { CommandPayload } from '../../shared/protocol/commands.ts'
import type { Criterion, Score } from '../../shared/sharing/model.ts'
import type { Tablet } from './tablet.ts'

/* What simulated people say for themselves. `place` numbers them: who says what is known beforehand, so that results can be foretold. */

async function say(tablet: Tablet, topic: string, value: CommandPayload<'answer:give'>['value']): Promise<void> {
  const reply = await tablet.control.send('answer:give', { topic, value })
  if (!reply.ok) throw new Error(`${topic} was refused: ${reply.reason}`)
}

/** One to five, another one for each person and row. */
const gradeAt = (place: number, row: number): number => 1 + ((place * 2 + row) % 5)

export type ScaleOrChoice = Extract<PollDefinition, { kind: 'scale' | 'single' | 'multiple' }>
export function voteOf(poll: ScaleOrChoice, place: number): Extract<Vote, { kind: ScaleOrChoice['kind'] }> {
  if (poll.kind === 'scale') return { kind: 'scale', grades: Object.fromEntries(poll.statements.map(({ id }, row) => [id, gradeAt(place, row)])) }
  const chosen = poll.kind === 'single' ? [place] : [place, place * 2 + 1]
  const ids = chosen.map((one) => poll.options[one % poll.options.length]?.id ?? '')
  return { kind: poll.kind, options: [...new Set(ids)] }
}
export function vote(tablet: Tablet, pollId: string, poll: ScaleOrChoice, place: number): Promise<void> {
  const said = voteOf(poll, place)
  return say(tablet, `poll:${pollId}`, said.kind === 'scale' ? { kind: said.kind, grades: { ...said.grades } } : { kind: said.kind, options: [...said.options] })
}

export const writeIdea = (tablet: Tablet, itemId: string, questionId: string, text: string): Promise<void> =>
  say(tablet, `case:${caseKey(itemId, questionId)}`, { lines: [{ id: 'a', text }] })

export const scoreOf = (rubric: readonly Criterion[], place: number): Score => ({
  points: Object.fromEntries(rubric.map(({ id }, row) => [id, gradeAt(place, row)])),
  comment: place % 4 === 0 ? `第 ${place + 1} 位的问题：这个客户的采购额是怎么估的？` : '',
})
export function score(tablet: Tablet, groupId: string, rubric: readonly Criterion[], place: number): Promise<void> {
  const { points, comment } = scoreOf(rubric, place)
  return say(tablet, `score:${groupId}`, { points: { ...points }, comment })
}

export const promise = (tablet: Tablet, text: string, date: string): Promise<void> => say(tablet, `commitment:${COMMITMENT_KEY}`, { text, date })

export const feedbackGrade = gradeAt
export const giveFeedback = (tablet: Tablet, place: number, text: string): Promise<void> =>
  say(tablet, `feedback:${FEEDBACK_KEY}`, { grades: Object.fromEntries(feedbackQuestions.map((question, row) => [question, gradeAt(place, row)])), text })
