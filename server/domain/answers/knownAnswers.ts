import { MAX_ANSWER_BYTES, type TopicKindName, topicPattern } from '../../../shared/answers/topics.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassState } from '../class/ClassState.ts'
import type { StoredAnswer } from './AnswerRepository.ts'
import { isNobody } from './nobody.ts'
import { topicKinds } from './topics/all.ts'

/** Of answers from outside those that people of this class could have given here. */
export const knownAnswers = (answers: readonly StoredAnswer[], state: ClassState): readonly StoredAnswer[] =>
  answers.flatMap((answer) => {
    const { classId, topic, participantId, value } = answer
    if (classId !== state.id || !topicPattern.test(topic) || !(isNobody(participantId) || state.participants.some(({ id }) => id === participantId))) return []
    const parsed = parse(topic, value, state)
    return parsed === undefined || Buffer.byteLength(JSON.stringify(parsed)) > MAX_ANSWER_BYTES ? [] : [{ ...answer, value: parsed }]
  })

function parse(topic: string, value: unknown, state: ClassState): unknown {
  const [kind, key] = [topic.slice(0, topic.indexOf(':')), topic.slice(topic.indexOf(':') + 1)]
  const known = (Object.keys(topicKinds) as readonly TopicKindName[]).find((one) => one === kind)
  try {
    return known && topicKinds[known].parse(value, key, state)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
