import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AXIS_END, type PollDefinition, pollLimit } from '../../../../shared/poll/definition.ts'
import { pollFigures, saysSomething } from '../../../../shared/poll/figures.ts'
import type { AskedPoll, PollFigures, PollResult, Vote } from '../../../../shared/poll/model.ts'
import { shownWord, wordKey } from '../../../../shared/poll/words.ts'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { truncateCodePoints } from '../../../../shared/text/sanitise.ts'
import type { ClassState } from '../../class/ClassState.ts'
import { findPoll } from '../../class/polls.ts'
import { parse } from '../../parse.ts'
import type { Audience, TopicKind } from '../TopicKind.ts'

const Grade = z.number().int().min(1).max(5)
const Place = z.number().int().min(0).max(AXIS_END)
const idsOf = (rows: readonly { readonly id: string }[]): z.ZodType<string> => z.string().refine((id) => rows.some((row) => row.id === id), { error: 'not an option of this poll' })
const distinct = (rows: readonly string[]): boolean => new Set(rows).size === rows.length

/** The votes that this poll takes; nothing else counts, whoever sends it. */
function voteSchema(poll: PollDefinition): z.ZodType<Vote> {
  switch (poll.kind) {
    case 'single': return z.strictObject({ kind: z.literal('single'), options: z.array(idsOf(poll.options)).length(1) })
    case 'multiple': return z.strictObject({ kind: z.literal('multiple'), options: z.array(idsOf(poll.options)).max(poll.options.length).refine(distinct, { error: 'twice the same' }) })
    case 'scale': return z.strictObject({ kind: z.literal('scale'), grades: z.record(idsOf(poll.statements), Grade) })
    case 'words': return z.strictObject({ kind: z.literal('words'), words: z.array(z.string().max(pollLimit.wordLength * 4)).max(poll.most) })
    case 'axes': return z.strictObject({ kind: z.literal('axes'), x: Place, y: Place })
  }
}

const tidied = (vote: Vote): Vote => (vote.kind === 'words' ? { ...vote, words: tidyWords(vote.words) } : vote)
function tidyWords(words: readonly string[]): readonly string[] {
  const shown = words.map((word) => truncateCodePoints(shownWord(word), pollLimit.wordLength)).filter((word) => wordKey(word) !== '')
  return shown.filter((word, place) => shown.findIndex((other) => wordKey(other) === wordKey(word)) === place)
}

const withoutHidden = (figures: PollFigures, hidden: readonly string[]): PollFigures =>
  figures.kind === 'words' ? { ...figures, words: figures.words.filter(({ key }) => !hidden.includes(key)) } : figures

/** The earlier asking beside the result on the projector: shown with it, whether or not it was revealed in its time. */
function besideTheShown({ polls, projector: { scene } }: ClassState): string | null {
  const onStage = scene.kind === 'poll' ? polls.find(({ id }) => id === scene.pollId) : undefined
  return onStage?.shown ? onStage.comparedWith : null
}

/** The trainer sees the figures at any time, the projector once they are shown, devices when all is said and shown. */
function resultFor(audience: Audience, poll: AskedPoll, votes: readonly Vote[], isBeside: boolean): PollResult | undefined {
  const cast = votes.filter(saysSomething)
  const voters = cast.length
  if (audience.role === 'trainer') return { voters, figures: pollFigures(poll.definition, cast) }
  if (audience.role === 'projector' && !poll.shown && !isBeside) return { voters }
  if (audience.role === 'participant' && (!poll.shown || poll.state === 'open')) return undefined
  const figures = withoutHidden(pollFigures(poll.definition, cast), poll.hiddenWords)
  return { voters, figures: audience.role === 'projector' ? withoutWordKeys(figures) : figures }
}
/** A key is the word itself, and may be a customer's name, which is masked only where it is a text. The same word keeps the same one. */
const withoutWordKeys = (figures: PollFigures): PollFigures =>
  figures.kind === 'words' ? { ...figures, words: figures.words.map((word) => ({ ...word, key: createHash('sha256').update(word.key).digest('base64url').slice(0, 12) })) } : figures

/** Anonymous: the store knows who, so that it is one vote for each person, and nobody else is told. */
export const pollTopic: TopicKind<'poll'> = {
  anonymous: true,
  parse(value, key, state) {
    const poll = findPoll(state, key)
    if (!poll) throw new Refusal('not-found', 'no such poll')
    return tidied(parse(voteSchema(poll.definition), value))
  },
  authorize(state, key) {
    const poll = findPoll(state, key)
    if (!poll) throw new Refusal('not-found', 'no such poll')
    if (poll.state !== 'open') throw new Refusal('wrong-state', 'the poll is closed')
  },
  results(state, audience, given) {
    const beside = besideTheShown(state)
    const results = state.polls.filter(({ removed }) => !removed).flatMap((poll): (readonly [string, PollResult])[] => {
      const result = resultFor(audience, poll, given(poll.id).map(({ value }) => value), poll.id === beside)
      return result ? [[poll.id, result]] : []
    })
    return Object.fromEntries(results)
  },
}
