import type { ClassState } from '../class/ClassState.ts'
import { newId } from '../class/ids.ts'
import { present } from '../class/roster.ts'
import type { StoredAnswer } from './AnswerRepository.ts'
import { isNobody, NOBODY } from './nobody.ts'
import { findTopic, topicKinds } from './topics/all.ts'

const isAnonymous = ({ topic }: StoredAnswer): boolean => {
  const kind = findTopic(topic)?.kind
  return kind !== undefined && topicKinds[kind].anonymous === true
}

/**
 * The answers as they may leave this server: votes, scores, feedback and what was entered alone are anonymous, so each stands under an id of its own
 * that is nobody's, in an order and with an instant that tell nothing. What people who are no longer in the class said in
 * them does not count, and stays behind.
 */
export function withoutPersons(answers: readonly StoredAnswer[], state: ClassState): readonly StoredAnswer[] {
  const there = new Set(present(state).map(({ id }) => id))
  const firstOn = new Map<string, number>()
  for (const { topic, at } of answers) firstOn.set(topic, Math.min(at, firstOn.get(topic) ?? at))
  const ballots = answers.filter((answer) => isAnonymous(answer) && (there.has(answer.participantId) || isNobody(answer.participantId)))
    .map((answer) => ({ ...answer, participantId: `${NOBODY}${newId()}`, at: firstOn.get(answer.topic) ?? answer.at }))
  return [...answers.filter((answer) => !isAnonymous(answer)), ...ballots.sort((one, other) => (one.participantId < other.participantId ? -1 : 1))]
}
