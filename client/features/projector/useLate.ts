import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'

/** True once `condition` has held for `afterMs`: what heals by itself before is not worth a word. */
export function useLate(condition: () => boolean, afterMs: number): Readonly<Ref<boolean>> {
  const late = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(condition, (holds) => {
    clearTimeout(timer)
    if (holds) timer = setTimeout(() => { late.value = true }, afterMs)
    else late.value = false
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return readonly(late)
}
