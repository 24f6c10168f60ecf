import { expect } from '@playwright/test'
import { PollSchema } from '../../../shared/poll/definition.ts'
import { type ScaleOrChoice, vote, voteOf } from '../../simulator/answers.ts'
import { askPrepared, polls } from '../desk.ts'
import { type Day, everybody, people } from './day.ts'

/** The trainer asks, everybody votes, the projector counts without telling, and shows the figures when they are revealed. */
export async function ask(day: Day, pollId: string, wangVotes: () => Promise<void>): Promise<ScaleOrChoice> {
  const { classroom, desk, screen } = day
  await askPrepared(desk)
  await wangVotes()
  const { polls: asked } = await classroom.control.until((view) => view.polls.at(-1)?.definition.id === pollId)
  const poll = PollSchema.parse(asked.at(-1)?.definition)
  if (poll.kind === 'words' || poll.kind === 'axes') throw new Error('another kind of poll')
  await everybody(day, (tablet, place) => vote(tablet, asked.at(-1)?.id ?? '', poll, place))
  const all = people(day) + 1
  await expect(polls(desk)).toContainText(`${all}/${all} 人已投`)
  await expect(screen.getByText(`${all}/${all}`)).toBeVisible()
  await polls(desk).getByRole('button', { name: '揭晓' }).click()
  await expect(screen.getByText(new RegExp(`^${all} ?人投票`))).toBeVisible()
  await polls(desk).getByRole('button', { name: '截止' }).click()
  return poll
}

/** How many gave 1, 2, … 5 to a statement, Wang's own grade among them. */
export function spread(day: Day, poll: ScaleOrChoice, statementId: string, wangs: number): string {
  const given = Array.from({ length: people(day) }, (_, place) => { const said = voteOf(poll, place); return 'grades' in said ? said.grades[statementId] : undefined })
  return [1, 2, 3, 4, 5].map((grade) => `${grade}: ${[...given, wangs].filter((one) => one === grade).length}`).join(', ')
}
