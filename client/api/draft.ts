import { ref, type Ref, watch } from 'vue'
import { mineKey } from './mine.ts'
import { readStored, writeStored } from './storage.ts'

/**
 * What is typed into a field whose words a button sends: it stays on this device until then, also over a reload and a way to
 * another place.
 */
export function useDraft(participantId: string, name: string): Ref<string> {
  const key = mineKey(participantId, `draft.${name}`)
  const stored = readStored('session', key)
  const text = ref(typeof stored === 'string' ? stored : '')
  watch(text, (now) => writeStored('session', key, now === '' ? undefined : now), { flush: 'sync' })
  return text
}
