import { computed, type ComputedRef, type Ref } from 'vue'
import type { AnswersView, TopicKindName, TopicResult, TopicValue } from '../../shared/answers/topics.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import type { Control } from './control.ts'
import type { Outcome } from './http.ts'

/** What was made of a topic, if this device may see it. */
export const resultOf = <K extends TopicKindName>(answers: AnswersView, kind: K, key: string): TopicResult<K> | undefined => answers.results[kind]?.[key]

/** What this person said on a topic. The server parsed it by its kind before it kept it. */
export const mineOn = <K extends TopicKindName>(answers: AnswersView, kind: K, key: string): TopicValue<K> | undefined => answers.mine[`${kind}:${key}`] as TopicValue<K> | undefined

export interface MyAnswer<K extends TopicKindName> {
  readonly mine: ComputedRef<TopicValue<K> | undefined>
  readonly result: ComputedRef<TopicResult<K> | undefined>
  /** null takes it back. Done when it is on the server's disk. */
  give(value: TopicValue<K> | null): Promise<Outcome<null>>
}

/** One person's part in a topic. */
export function useMyAnswer<K extends TopicKindName>(control: Pick<Control<ParticipantView>, 'answers' | 'send'>, kind: K, key: Readonly<Ref<string>>): MyAnswer<K> {
  return {
    mine: computed(() => mineOn(control.answers.value, kind, key.value)),
    result: computed(() => resultOf(control.answers.value, kind, key.value)),
    // JSON by its type; the wire's own type says so only of values it knows.
    give: (value) => control.send('answer:give', { topic: `${kind}:${key.value}`, value: JSON.parse(JSON.stringify(value)) as never }),
  }
}
