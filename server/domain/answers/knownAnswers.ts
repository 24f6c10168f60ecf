import { MAX_ANSWER_BYTES } from '../../../shared/answers/topics.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassState } from '../class/ClassState.ts'
import type { StoredAnswer } from './AnswerRepository.ts'
import { isNobody } from './nobody.ts'
import { findTopic, topicKinds } from './topics/all.ts'

/** Of answers from outside those that people of this class could have given here. */
export const knownAnswers = (answers: readonly StoredAnswer[], state: ClassState): readonly StoredAnswer[] =>
  answers.flatMap((answer) => {
    const { classId, topic, participantId, value } = answer
    if (classId !== state.id || !(isNobody(participantId) || state.participants.some(({ id }) => id === participantId))) return []
    const parsed = parse(topic, value, state)
    return parsed === undefined || Buffer.byteLength(JSON.stringify(parsed)) > MAX_ANSWER_BYTES ? [] : [{ ...answer, value: parsed }]
  })

function parse(topic: string, value: unknown, state: ClassState): unknown {
  const found = findTopic(topic)
  try {
    return found && topicKinds[found.kind].parse(value, found.key, state)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
