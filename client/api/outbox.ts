import { useEventListener } from '@vueuse/core'
import { computed, type ComputedRef, onScopeDispose, readonly, ref, type Ref, shallowReactive, shallowReadonly, shallowRef, type ShallowRef, watch } from 'vue'
import type { RefusalReason } from '../../shared/protocol/reply.ts'
import type { Line } from './control.ts'
import type { Outcome } from './http.ts'
import { mineKey } from './mine.ts'
import { readStored, storedKeys, writeStored } from './storage.ts'

/** What one person says on one topic, on its way. */
export interface Sending {
  /** What the server does not have on its disk yet. */
  readonly unsent: Readonly<ShallowRef<unknown>>
  /** What it has just got there. It says so before it tells all devices, and the line may break in between: until they are told this device trusts its receipt. */
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
  /** What the server last told this device of answers. All that it has receipted before is part of it. */
  readonly answers: Readonly<Ref<unknown>>
  /** Whose it is: a tablet goes from hand to hand. null while nobody is known. */
  readonly whose: () => string | null
}

/** While somebody types, the server hears of it this often. */
const TYPING_MS = 700
const AGAIN_MS = 3_000
/** What is no judgement on what was said: it may be taken later. */
const passing: ReadonlySet<string> = new Set(['offline', 'too-fast', 'disk-full', 'internal', 'stale', 'locked'])

/** Each topic under a name of its own: of two pages of one person none removes what the other alone has. */
const unsentKey = (person: string, topic: string): string => mineKey(person, `unsent.${topic}`)

/** Ends with the calling scope. */
export function createOutbox({ give, line, answers, whose }: OutboxParts): Outbox {
  const topics = shallowReactive(new Map<string, Sending & { send(): void; told(): void; seen(value: unknown): void; stop(): void; forget(): void }>())
  let isOver = false
  function open(topic: string) {
    const unsent = shallowRef<unknown>(undefined)
    const receipted = shallowRef<unknown>(undefined)
    const busy = ref(false)
    const refusal = ref<RefusalReason | null>(null)
    let next: ReturnType<typeof setTimeout> | undefined

    // Not with the tab alone: who finds the line dead often closes the page and comes in again.
    function keep(): void {
      const person = whose()
      if (person !== null) writeStored('local', unsentKey(person, topic), unsent.value)
    }
    function put(value: unknown): void {
      if (unsent.value === undefined) refusal.value = null
      unsent.value = value
      keep()
    }
    function settle(value: unknown): void {
      unsent.value = undefined
      keep()
      receipted.value = value
    }
    function soon(delayMs: number): void {
      if (!isOver) next ??= setTimeout(() => void send(), delayMs)
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
    }
    return {
      unsent: shallowReadonly(unsent), receipted: shallowReadonly(receipted), busy: readonly(busy), refusal: readonly(refusal), stop,
      send: () => void send(),
      told: () => { receipted.value = undefined },
      seen(value: unknown) {
        if (unsent.value === undefined) return
        if (value === undefined) receipted.value = unsent.value
        unsent.value = value
      },
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
        keep()
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
    if (person === null) return
    const name = unsentKey(person, '')
    for (const key of storedKeys('local', name)) {
      const value = readStored('local', key)
      if (value !== undefined) on(key.slice(name.length)).give(value)
    }
  }, { immediate: true, flush: 'sync' })
  // Another page of the same person has sent it, or has something newer: this one must not come with the old later.
  useEventListener('storage', ({ key }) => {
    const name = unsentKey(whose() ?? '', '')
    if (key?.startsWith(name)) topics.get(key.slice(name.length))?.seen(readStored('local', key))
  })
  const flush = (): void => topics.forEach(({ send }) => send())
  watch(line, (now) => { if (now === 'online') flush() })
  watch(answers, () => topics.forEach(({ told }) => told()), { flush: 'sync' })
  onScopeDispose(() => {
    isOver = true
    topics.forEach(({ stop }) => stop())
  })

  const waiting = computed(() => [...topics.values()].filter(({ unsent }) => unsent.value !== undefined))
  return {
    on, flush,
    waiting: computed(() => waiting.value.length),
    isLate: computed(() => waiting.value.some(({ refusal }) => refusal.value !== null && refusal.value !== 'locked')),
    clear: () => topics.forEach(({ forget }) => forget()),
  }
}
