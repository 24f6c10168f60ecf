import { computed, watch } from 'vue'
import type { Console } from './useConsole.ts'

/** Follows the group whose sheet is open, else the one in the projector's spotlight; asks again after a reconnection. */
export function useGroupWatch({ view, panels, offline, act }: Console): void {
  const wanted = computed(() => {
    const { scene } = view.value.projector
    const groupId = panels.groupId ?? (scene.kind === 'spotlight' ? scene.groupId : null)
    return view.value.groups.some((group) => group.id === groupId) ? groupId : null
  })
  const run = computed(() => view.value.run)
  watch([wanted, offline, run], ([groupId, isOffline], previous) => {
    if (isOffline || (groupId === null && (previous[0] ?? null) === null)) return
    void act('group:watch', { groupId })
  }, { immediate: true })
}
