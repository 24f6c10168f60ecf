import { z } from 'zod'
import { COMMITMENTS_BOARD, inOrder } from '../../../../shared/board/model.ts'
import { COMMITMENT_KEY, COMMITMENT_LENGTH } from '../../../../shared/commitment/model.ts'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { parse } from '../../parse.ts'
import type { TopicKind } from '../TopicKind.ts'

const schema = z.strictObject({ text: z.string().max(COMMITMENT_LENGTH), date: z.iso.date().nullable() })

/** The trainer reads what each person promised; the room sees how many have, and the lines that the trainer picked. */
export const commitmentTopic: TopicKind<'commitment'> = {
  parse: (value) => parse(schema, value),
  authorize(_state, key) {
    if (key !== COMMITMENT_KEY) throw new Refusal('not-found', 'no such topic')
  },
  results(state, audience, given) {
    const all = given(COMMITMENT_KEY).filter(({ value }) => value.text.trim() !== '')
    const named = all.map(({ participantId, value }) => ({ participantId, ...value }))
    if (audience.role === 'trainer') return { [COMMITMENT_KEY]: { count: all.length, given: named } }
    if (audience.role === 'participant') return { [COMMITMENT_KEY]: { count: all.length, given: [] } }
    const picked = inOrder(named, state.picks[COMMITMENTS_BOARD] ?? [], ({ participantId }) => participantId)
    return { [COMMITMENT_KEY]: { count: all.length, given: state.projector.showPeople ? picked : picked.map((one) => ({ ...one, participantId: '' })) } }
  },
}
