import { z } from 'zod'
import { COMMITMENT_KEY, COMMITMENT_LENGTH } from '../../../../shared/commitment/model.ts'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { parseAnswer } from '../parseAnswer.ts'
import type { TopicKind } from '../TopicKind.ts'

const schema = z.strictObject({ text: z.string().max(COMMITMENT_LENGTH), date: z.iso.date().nullable() })

/** Only the trainer reads what each person promised; the room sees how many have. */
export const commitmentTopic: TopicKind<'commitment'> = {
  kind: 'commitment',
  parse: (value) => parseAnswer(schema, value),
  authorize(_state, key) {
    if (key !== COMMITMENT_KEY) throw new Refusal('not-found', 'no such topic')
  },
  results(_state, audience, given) {
    const all = given(COMMITMENT_KEY).filter(({ value }) => value.text.trim() !== '')
    const named = audience.role === 'trainer' ? all.map(({ participantId, value }) => ({ participantId, ...value })) : []
    return { [COMMITMENT_KEY]: { count: all.length, given: named } }
  },
}
