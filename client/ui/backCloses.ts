import { onScopeDispose, watch, type Ref } from 'vue'
import type { Router, RouterHistory } from 'vue-router'

/** What lies over the page or has taken its place, the topmost last. */
const layers: Ref<boolean>[] = []

/** As long as it is open, the browser's Back closes it instead of leaving the page below. */
export function closesOnBack(open: Ref<boolean>): void {
  const drop = (): void => void layers.splice(0, layers.length, ...layers.filter((layer) => layer !== open))
  watch(open, (isOpen) => {
    drop()
    if (isOpen) layers.push(open)
  }, { immediate: true })
  onScopeDispose(drop)
}

/** To be called before the app has the router: whoever listens first hears of Back before the router goes there. */
export function guardLayers(router: Router, history: RouterHistory): void {
  let isBack = false
  history.listen((_to, _from, { direction }) => {
    isBack = direction === 'back'
    // The guards of this step run before the next task.
    setTimeout(() => (isBack = false))
  })
  router.beforeEach(() => {
    const top = isBack ? layers.at(-1) : undefined
    if (!top) return true
    top.value = false
    return false
  })
}
