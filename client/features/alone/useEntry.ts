import { computed, type ComputedRef } from 'vue'
import { type AloneKind, type AloneRound, roundKey } from '../../../shared/alone/model.ts'
import type { TopicValue } from '../../../shared/answers/topics.ts'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import { mineOn } from '../../api/answers.ts'
import type { Control } from '../../api/control.ts'
import { type LastingAnswer, useLastingAnswer } from '../../api/lastingAnswer.ts'
import { readStored, writeStored } from '../../api/storage.ts'

export interface Entry<K extends AloneKind> extends Pick<LastingAnswer<K>, 'state' | 'refusal'> {
  readonly value: ComputedRef<TopicValue<K>>
  give(value: TopicValue<K>): void
}

/**
 * What this person enters alone in one round. It begins with what they had in the round before, also if that came too late
 * to be taken: an entry that was refused stays on this device.
 */
export function useEntry<K extends AloneKind>(control: Pick<Control<ParticipantView>, 'answers' | 'send' | 'line' | 'view'>, kind: K, round: AloneRound, empty: TopicValue<K>): Entry<K> {
  const lasting = useLastingAnswer(control, kind, roundKey(round))
  const store = `ketu.alone.${control.view.value?.class.id ?? ''}.${roundKey({ ...round, number: 0 })}`
  // Written by `give` below, under a name that only this kind and exercise has.
  const kept = readStored('session', store) as TopicValue<K> | undefined
  const before = kept ?? mineOn(control.answers.value, kind, roundKey({ ...round, number: round.number - 1 }))
  const begins: TopicValue<K> = before ? { ...before, done: false } : empty
  return {
    state: lasting.state,
    refusal: lasting.refusal,
    value: computed(() => lasting.value.value ?? begins),
    give(value) {
      writeStored('session', store, value)
      lasting.give(value)
    },
  }
}
