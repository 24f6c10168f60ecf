import { ref, type Ref, watch } from 'vue'
import { readStored, writeStored } from './storage.ts'

/**
 * What is typed into a field whose words a button sends: it stays on this device until then, also over a reload and a way to
 * another place. Whose it is is part of its name, as a tablet goes from hand to hand.
 */
export function useDraft(participantId: string, name: string): Ref<string> {
  const key = `ketu.mine.${participantId}.draft.${name}`
  const stored = readStored('session', key)
  const text = ref(typeof stored === 'string' ? stored : '')
  watch(text, (now) => writeStored('session', key, now === '' ? undefined : now), { flush: 'sync' })
  return text
}
