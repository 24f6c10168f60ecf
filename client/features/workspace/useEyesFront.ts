import { onScopeDispose, readonly, ref, type Ref, watch } from 'vue'

/** A device that has lost the class for this long is let go: nobody could lift the notice any more. */
const LET_GO_MS = 20_000

/**
 * Whether the notice covers this device. Before it does, what is still only in fields is written down, as before a lock,
 * and the keyboard goes. It stays over a short loss of the line, so that nothing flickers.
 */
export function useEyesFront(frozen: () => boolean, online: () => boolean, flush: () => void): Readonly<Ref<boolean>> {
  const covered = ref(false)
  const lost = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(online, (is) => {
    clearTimeout(timer)
    if (is) lost.value = false
    else timer = setTimeout(() => { lost.value = true }, LET_GO_MS)
  }, { immediate: true })
  watch(() => frozen() && !lost.value, (is) => {
    if (is) {
      flush()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    covered.value = is
  }, { immediate: true, flush: 'sync' })
  onScopeDispose(() => clearTimeout(timer))
  return readonly(covered)
}
