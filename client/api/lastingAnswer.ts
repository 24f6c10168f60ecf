import { computed, type ComputedRef, type Ref } from 'vue'
import type { TopicKindName, TopicResult, TopicValue } from '../../shared/answers/topics.ts'
import type { RefusalReason } from '../../shared/protocol/reply.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import { mineOn, resultOf } from './answers.ts'
import type { Control } from './control.ts'

/** 'waiting': the line is down or the disk full; it is kept on this device and sent again by itself. */
export type AnswerState = 'none' | 'saving' | 'saved' | 'waiting' | 'refused'

export interface LastingAnswer<K extends TopicKindName> {
  /** What this person said last, as far as this device knows. */
  readonly value: ComputedRef<TopicValue<K> | undefined>
  readonly result: ComputedRef<TopicResult<K> | undefined>
  readonly state: ComputedRef<AnswerState>
  /** Why the last one was not taken. */
  readonly refusal: Readonly<Ref<RefusalReason | null>>
  give(value: TopicValue<K>): void
  /** The same of what is still being typed: kept at once, sent a moment later. */
  type(value: TopicValue<K>): void
}

/** One person's part in a topic, that a bad line can't lose: what is given stays until the server has it on disk, also over a reload of the page. */
export function useLastingAnswer<K extends TopicKindName>(control: Pick<Control<ParticipantView>, 'answers' | 'line' | 'outbox'>, kind: K, key: string): LastingAnswer<K> {
  const { unsent, receipted, busy, refusal, give, type } = control.outbox.on(`${kind}:${key}`)
  const mine = computed(() => mineOn(control.answers.value, kind, key))
  return {
    // Put into the outbox below, under a name that only this kind and key has.
    value: computed(() => (unsent.value ?? receipted.value ?? mine.value) as TopicValue<K> | undefined),
    result: computed(() => resultOf(control.answers.value, kind, key)),
    state: computed(() => {
      if (unsent.value !== undefined) return control.line.value === 'online' && (busy.value || refusal.value === null) ? 'saving' : 'waiting'
      if (refusal.value !== null) return 'refused'
      return receipted.value === undefined && mine.value === undefined ? 'none' : 'saved'
    }),
    refusal, give, type,
  }
}
