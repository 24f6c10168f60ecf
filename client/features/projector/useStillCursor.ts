import { onScopeDispose, readonly, ref, type Ref } from 'vue'

const STILL_MS = 2_000

/** True when the pointer has not moved for two seconds. */
export function useStillCursor(): Readonly<Ref<boolean>> {
  const still = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const moved = (): void => {
    still.value = false
    clearTimeout(timer)
    timer = setTimeout(() => { still.value = true }, STILL_MS)
  }
  moved()
  window.addEventListener('pointermove', moved)
  onScopeDispose(() => {
    clearTimeout(timer)
    window.removeEventListener('pointermove', moved)
  })
  return readonly(still)
}
