import type { TopicKindName } from '../../../../shared/answers/topics.ts'
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
