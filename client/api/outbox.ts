import { computed, type ComputedRef, onScopeDispose, readonly, ref, type Ref, shallowReactive, shallowReadonly, shallowRef, type ShallowRef, watch } from 'vue'
import type { RefusalReason } from '../../shared/protocol/reply.ts'
import type { Line } from './control.ts'
import type { Outcome } from './http.ts'
import { mineKey } from './mine.ts'
import { readStored, writeStored } from './storage.ts'

/** What one person says on one topic, on its way. */
export interface Sending {
  /** What the server does not have on its disk yet. */
  readonly unsent: Readonly<ShallowRef<unknown>>
  /** What it has just got there. It tells so before it tells all devices again: until then this device trusts its receipt. */
  readonly receipted: Readonly<ShallowRef<unknown>>
  readonly busy: Readonly<Ref<boolean>>
  /** Why the last one was not taken: for good, or, while there is something unsent, for now. */
  readonly refusal: Readonly<Ref<RefusalReason | null>>
  give(value: unknown): void
  /** The same of what is still being typed: kept at once, sent a moment later. */
  type(value: unknown): void
}
/**
 * What this person has said and the server does not have yet. It belongs to no page: a way to another place, a dead line and a
 * reload lose none of it. Of each topic only the latest is sent, one at a time; the server keeps one for each person, so repeating it is harmless.
 */
export interface Outbox {
  on(topic: string): Sending
  /** How many topics wait. */
  readonly waiting: ComputedRef<number>
  /** The server was reached and did not take it, for now. */
  readonly isLate: ComputedRef<boolean>
  /** What is still being typed goes now. */
  flush(): void
  /** Forgets all of it, here and on this device. */
  clear(): void
}
export interface OutboxParts {
  readonly give: (topic: string, value: unknown) => Promise<Outcome<null>>
  readonly line: Readonly<Ref<Line>>
  /** Whose it is: a tablet goes from hand to hand. null while nobody is known. */
  readonly whose: () => string | null
}

/** While somebody types, the server hears of it this often. */
const TYPING_MS = 700
const AGAIN_MS = 3_000
const TRUST_MS = 3_000
/** What is no judgement on what was said: it may be taken later. */
const passing: ReadonlySet<string> = new Set(['offline', 'too-fast', 'disk-full', 'internal', 'stale', 'locked'])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Ends with the calling scope. */
export function createOutbox({ give, line, whose }: OutboxParts): Outbox {
  const topics = shallowReactive(new Map<string, Sending & { send(): void; stop(): void; forget(): void }>())
  const storeOf = (person: string): string => mineKey(person, 'unsent')
  function keep(): void {
    const person = whose()
    const unsent = [...topics].flatMap(([topic, { unsent: { value } }]) => (value === undefined ? [] : [[topic, value] as const]))
    if (person !== null) writeStored('session', storeOf(person), unsent.length === 0 ? undefined : Object.fromEntries(unsent))
  }
  function open(topic: string) {
    const unsent = shallowRef<unknown>(undefined)
    const receipted = shallowRef<unknown>(undefined)
    const busy = ref(false)
    const refusal = ref<RefusalReason | null>(null)
    let next: ReturnType<typeof setTimeout> | undefined
    let trust: ReturnType<typeof setTimeout> | undefined

    function put(value: unknown): void {
      if (unsent.value === undefined) refusal.value = null
      unsent.value = value
      keep()
    }
    function settle(value: unknown): void {
      unsent.value = undefined
      keep()
      receipted.value = value
      clearTimeout(trust)
      trust = setTimeout(() => { receipted.value = undefined }, TRUST_MS)
    }
    function soon(delayMs: number): void {
      next ??= setTimeout(() => void send(), delayMs)
    }
    async function send(): Promise<void> {
      clearTimeout(next)
      next = undefined
      const value = unsent.value
      if (busy.value || value === undefined) return
      busy.value = true
      const outcome = await give(topic, value)
      busy.value = false
      if (outcome.ok || outcome.reason === 'offline') refusal.value = null
      else refusal.value = outcome.reason
      if (!outcome.ok && passing.has(outcome.reason)) return soon(AGAIN_MS)
      // More was said meanwhile: it goes now, or, while somebody types, in a moment.
      if (unsent.value !== value) return next === undefined ? send() : undefined
      settle(outcome.ok ? value : undefined)
    }
    const stop = (): void => {
      clearTimeout(next)
      next = undefined
      clearTimeout(trust)
    }
    return {
      unsent: shallowReadonly(unsent), receipted: shallowReadonly(receipted), busy: readonly(busy), refusal: readonly(refusal), stop,
      send: () => void send(),
      give(value: unknown) {
        put(value)
        void send()
      },
      type(value: unknown) {
        put(value)
        soon(TYPING_MS)
      },
      forget() {
        stop()
        unsent.value = receipted.value = undefined
      },
    }
  }
  function on(topic: string) {
    const sending = topics.get(topic) ?? open(topic)
    topics.set(topic, sending)
    return sending
  }

  // What was here before a reload, as soon as it is known who came back.
  watch(whose, (person) => {
    const stored = person === null ? undefined : readStored('session', storeOf(person))
    for (const [topic, value] of Object.entries(isRecord(stored) ? stored : {})) on(topic).give(value)
  }, { immediate: true, flush: 'sync' })
  const flush = (): void => topics.forEach(({ send }) => send())
  watch(line, (now) => { if (now === 'online') flush() })
  onScopeDispose(() => topics.forEach(({ stop }) => stop()))

  const waiting = computed(() => [...topics.values()].filter(({ unsent }) => unsent.value !== undefined))
  return {
    on, flush,
    waiting: computed(() => waiting.value.length),
    isLate: computed(() => waiting.value.some(({ refusal }) => refusal.value !== null && refusal.value !== 'locked')),
    clear() {
      topics.forEach(({ forget }) => forget())
      keep()
    },
  }
}
