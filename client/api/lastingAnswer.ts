import { computed, type ComputedRef, onScopeDispose, readonly, ref, type Ref, shallowRef, watch } from 'vue'
import type { TopicKindName, TopicResult, TopicValue } from '../../shared/answers/topics.ts'
import type { RefusalReason } from '../../shared/protocol/reply.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import { mineOn, resultOf } from './answers.ts'
import type { Control } from './control.ts'
import { readStored, writeStored } from './storage.ts'

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
}

const AGAIN_MS = 3_000
/** The server has it on disk before it tells all devices of the class again: until then this device trusts its receipt. */
const TRUST_MS = 3_000
/** What is no judgement on the answer: it may be taken later. */
const passing: ReadonlySet<string> = new Set(['offline', 'too-fast', 'disk-full', 'internal', 'stale'])

/**
 * One person's part in a topic, that a bad line can't lose: what is given stays until the server has it on disk, also over a
 * reload of the page. Only the latest is sent, one at a time; the server keeps one for each person, so repeating it is harmless.
 */
export function useLastingAnswer<K extends TopicKindName>(control: Pick<Control<ParticipantView>, 'answers' | 'send' | 'line' | 'view'>, kind: K, key: string): LastingAnswer<K> {
  type V = TopicValue<K>
  const topic = `${kind}:${key}`
  const store = `ketu.answer.${control.view.value?.class.id ?? ''}.${topic}`
  const mine = computed(() => mineOn(control.answers.value, kind, key))
  // Written by `give` below, under a name that only this kind and key has.
  const unsent = shallowRef(readStored('session', store) as V | undefined)
  const receipted = shallowRef<V | undefined>(undefined)
  const busy = ref(false)
  const refusal = ref<RefusalReason | null>(null)
  let again: ReturnType<typeof setTimeout> | undefined
  let trust: ReturnType<typeof setTimeout> | undefined

  function keep(value: V | undefined): void {
    unsent.value = value
    writeStored('session', store, value)
  }
  function settle(value: V | undefined): void {
    keep(undefined)
    receipted.value = value
    clearTimeout(trust)
    trust = setTimeout(() => { receipted.value = undefined }, TRUST_MS)
  }
  async function send(): Promise<void> {
    const value = unsent.value
    if (busy.value || value === undefined) return
    clearTimeout(again)
    busy.value = true
    // JSON by its type; the wire's own type says so only of values it knows.
    const outcome = await control.send('answer:give', { topic, value: JSON.parse(JSON.stringify(value)) as never })
    busy.value = false
    if (unsent.value !== value) return send()
    if (outcome.ok) return settle(value)
    if (passing.has(outcome.reason)) again = setTimeout(() => void send(), AGAIN_MS)
    else {
      refusal.value = outcome.reason === 'offline' ? null : outcome.reason
      settle(undefined)
    }
  }
  watch(control.line, (line) => { if (line === 'online') void send() }, { immediate: true })
  watch(mine, (now) => { if (JSON.stringify(now) === JSON.stringify(receipted.value)) receipted.value = undefined })
  onScopeDispose(() => {
    clearTimeout(again)
    clearTimeout(trust)
  })

  return {
    value: computed(() => unsent.value ?? receipted.value ?? mine.value),
    result: computed(() => resultOf(control.answers.value, kind, key)),
    state: computed(() => {
      if (unsent.value !== undefined) return busy.value && control.line.value === 'online' ? 'saving' : 'waiting'
      if (refusal.value !== null) return 'refused'
      return receipted.value === undefined && mine.value === undefined ? 'none' : 'saved'
    }),
    refusal: readonly(refusal),
    give(value) {
      refusal.value = null
      keep(value)
      void send()
    },
  }
}
