import { z } from 'zod'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { COMMENT_LENGTH, SCORE_MAX, SCORE_MIN, scoreResult, type ScoreResult } from '../../../../shared/sharing/model.ts'
import { sharingOf } from '../../class/sharing.ts'
import { parse } from '../../parse.ts'
import type { Audience, TopicKind } from '../TopicKind.ts'

const schema = z.strictObject({
  points: z.record(z.string().max(40), z.int().min(SCORE_MIN).max(SCORE_MAX)),
  comment: z.string().max(COMMENT_LENGTH),
})

/** How the others score a presentation. Nobody scores their own group; the room sees results when the trainer shows them. */
export const scoreTopic: TopicKind<'score'> = {
  anonymous: true,
  parse(value, _key, state) {
    const score = parse(schema, value)
    const known = sharingOf(state).rubric.map(({ id }) => id)
    if (!Object.keys(score.points).every((id) => known.includes(id))) throw new Refusal('conflict', 'the criteria are others by now')
    return score
  },
  authorize(state, groupId, person) {
    const { presenterId, presentedIds } = sharingOf(state)
    if (groupId === person.groupId) throw new Refusal('not-allowed', 'nobody scores their own group')
    if (groupId !== presenterId && !presentedIds.includes(groupId)) throw new Refusal('wrong-state', 'this group has not presented')
  },
  results(state, audience, given) {
    const { rubric, presenterId, presentedIds, shownIds } = sharingOf(state)
    const scored = [...presentedIds, ...(presenterId === null ? [] : [presenterId])]
    const visible = scored.filter((id) => audience.role === 'trainer' || shownIds.includes(id))
    const resultOf = (groupId: string): ScoreResult => {
      const result = scoreResult(rubric, given(groupId).map(({ value }) => value))
      return readsComments(audience, groupId) ? result : { ...result, comments: [] }
    }
    return Object.fromEntries(visible.map((groupId) => [groupId, resultOf(groupId)]))
  },
}
const readsComments = (audience: Audience, groupId: string): boolean => audience.role === 'trainer' || (audience.role === 'participant' && audience.groupId === groupId)
