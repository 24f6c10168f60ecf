import { topicPattern, type TopicKindName } from '../../../../shared/answers/topics.ts'
import type { TopicKind } from '../TopicKind.ts'
import { gradesTopic, ideasTopic, weightsTopic } from './alone.ts'
import { caseTopic } from './case.ts'
import { commitmentTopic } from './commitment.ts'
import { scoreTopic } from './score.ts'
import { feedbackTopic } from './feedback.ts'
import { pollTopic } from './poll.ts'

/** Every kind of topic, one line each. */
export const topicKinds: { readonly [K in TopicKindName]: TopicKind<K> } = {
  poll: pollTopic,
  case: caseTopic,
  commitment: commitmentTopic,
  score: scoreTopic,
  feedback: feedbackTopic,
  ideas: ideasTopic,
  weights: weightsTopic,
  grades: gradesTopic,
}
export const kindNames = Object.keys(topicKinds) as readonly TopicKindName[]

export const keyOf = (topic: string): string => topic.slice(topic.indexOf(':') + 1)
/** What `<kind>:<key>` names; undefined when it is no topic, or of no kind that we have. */
export function findTopic(topic: string): { readonly kind: TopicKindName; readonly key: string } | undefined {
  const kind = topicPattern.test(topic) ? kindNames.find((one) => topic.startsWith(`${one}:`)) : undefined
  return kind && { kind, key: keyOf(topic) }
}
