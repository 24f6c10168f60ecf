import type { TopicKindName } from '../../../../shared/answers/topics.ts'
import type { TopicKind } from '../TopicKind.ts'
import { commitmentTopic } from './commitment.ts'
import { scoreTopic } from './score.ts'

/** Every kind of topic, one line each. */
export const topicKinds: { readonly [K in TopicKindName]: TopicKind<K> } = {
  commitment: commitmentTopic,
  score: scoreTopic,
}
