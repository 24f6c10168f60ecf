import { computed, readonly, ref, type Ref, watch } from 'vue'
import type { LockState } from '../../../shared/protocol/views.ts'

export interface Lock {
  /** Nothing may be written; fields were flushed before this became true. */
  readonly locked: Readonly<Ref<boolean>>
  /** Seconds until it closes, or null. */
  readonly closesIn: Readonly<Ref<number | null>>
}

/** Fields close this long before the lock does, so that what they held arrives in time. */
const AHEAD_MS = 600

/** The lock as the devices live it: a countdown, then everything still in fields is written down, then they close. */
export function useLock(state: Readonly<Ref<LockState>>, now: Readonly<Ref<number>>, flush: () => void): Lock {
  const locked = ref(false)
  watch([state, now], ([lock, at]) => {
    const due = lock.state === 'locked' || (lock.state === 'closing' && at >= lock.at - AHEAD_MS)
    if (due && !locked.value) flush()
    locked.value = due
  }, { immediate: true, flush: 'sync' })
  const closesIn = computed(() => (state.value.state === 'closing' && !locked.value ? Math.max(0, Math.ceil((state.value.at - now.value) / 1_000)) : null))
  return { locked: readonly(locked), closesIn }
}
