import type { AnswersView, TopicKindName, TopicResult, TopicValue } from '../../shared/answers/topics.ts'

/** What was made of a topic, if this device may see it. */
export const resultOf = <K extends TopicKindName>(answers: AnswersView, kind: K, key: string): TopicResult<K> | undefined => answers.results[kind]?.[key]

/** What this person said on a topic. The server parsed it by its kind before it kept it. */
export const mineOn = <K extends TopicKindName>(answers: AnswersView, kind: K, key: string): TopicValue<K> | undefined => answers.mine[`${kind}:${key}`] as TopicValue<K> | undefined
