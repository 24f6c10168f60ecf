import { computed, type ComputedRef } from 'vue'
import { type AloneKind, type AloneRound, roundKey } from '../../../shared/alone/model.ts'
import type { TopicValue } from '../../../shared/answers/topics.ts'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import { mineOn } from '../../api/answers.ts'
import type { Control } from '../../api/control.ts'
import { type LastingAnswer, useLastingAnswer } from '../../api/lastingAnswer.ts'
import { mineKey } from '../../api/mine.ts'
import { readStored, writeStored } from '../../api/storage.ts'

type Line = Pick<Control<ParticipantView>, 'answers' | 'line' | 'view' | 'outbox'>
/** What this device has of an exercise, and of which round. Written by `keep` below, under a name that only this kind and exercise has. */
const storeOf = (control: Pick<Line, 'view'>, round: AloneRound): string => mineKey(control.view.value?.me.id ?? '', roundKey({ ...round, number: 0 }))
interface Kept<K extends AloneKind> { readonly number: number; readonly value: TopicValue<K> }
const keptOf = <K extends AloneKind>(control: Pick<Line, 'view'>, round: AloneRound): Kept<K> | undefined => readStored('session', storeOf(control, round)) as Kept<K> | undefined

/** What this person wrote came too late for the round, and is on this device alone. */
export function isLate(control: Line, kind: AloneKind, round: AloneRound): boolean {
  const kept = keptOf(control, round)
  return kept !== undefined && kept.number === round.number && JSON.stringify(kept.value) !== JSON.stringify(mineOn(control.answers.value, kind, roundKey(round)))
}

export interface Entry<K extends AloneKind> extends Pick<LastingAnswer<K>, 'state' | 'refusal'> {
  readonly value: ComputedRef<TopicValue<K>>
  give(value: TopicValue<K>): void
  /** The same of what is still being typed. */
  type(value: TopicValue<K>): void
}

/**
 * What this person enters alone in one round. It begins with what they had in the round before, also if that came too late
 * to be taken: an entry that was refused stays on this device.
 */
export function useEntry<K extends AloneKind>(control: Line, kind: K, round: AloneRound, empty: TopicValue<K>): Entry<K> {
  const lasting = useLastingAnswer(control, kind, roundKey(round))
  const before = keptOf<K>(control, round)?.value ?? mineOn(control.answers.value, kind, roundKey({ ...round, number: round.number - 1 }))
  const begins: TopicValue<K> = before ? { ...before, done: false } : empty
  const keep = (value: TopicValue<K>): void => writeStored('session', storeOf(control, round), { number: round.number, value })
  return {
    state: lasting.state,
    refusal: lasting.refusal,
    value: computed(() => lasting.value.value ?? begins),
    give(value) {
      keep(value)
      lasting.give(value)
    },
    type(value) {
      keep(value)
      lasting.type(value)
    },
  }
}
