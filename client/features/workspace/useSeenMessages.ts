import { computed, type ComputedRef, ref, type Ref } from 'vue'
import type { Message } from '../../../shared/protocol/views.ts'
import { readStored, writeStored } from '../../api/storage.ts'

/** Messages older than this are not news any more when somebody comes back. */
const FRESH_MS = 30 * 60_000

export interface SeenMessages {
  /** The newest message that this device has not put away, or null. */
  readonly newest: ComputedRef<Message | null>
  dismiss(): void
}

/** Remembers on the device what was read, so that a reload doesn't bring it up again. */
export function useSeenMessages(classId: string, messages: Readonly<Ref<readonly Message[]>>, serverNow: () => number): SeenMessages {
  const key = `ketu.seen.${classId}`
  const stored = readStored('local', key)
  const seenUntil = ref(typeof stored === 'number' ? stored : 0)
  const newest = computed(() => messages.value.reduce<Message | null>((found, message) => {
    const news = message.at > seenUntil.value && serverNow() - message.at < FRESH_MS
    return news && (!found || message.at > found.at) ? message : found
  }, null))
  return {
    newest,
    dismiss() {
      if (!newest.value) return
      seenUntil.value = newest.value.at
      writeStored('local', key, seenUntil.value)
    },
  }
}
