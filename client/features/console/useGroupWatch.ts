import { computed, onScopeDispose, watch } from 'vue'
import type { Control } from '../../api/control.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import type { Console, Panels } from './useConsole.ts'

const RETRY_MS = 1_000

/** The group whose work the projector shows. */
function shownOn({ projector: { scene }, sharing }: TrainerView): string | null {
  if (scene.kind === 'stage') return sharing?.presenterId ?? null
  return scene.kind === 'spotlight' || scene.kind === 'alone' ? scene.groupId : null
}

/**
 * Follows the group whose sheet is open, else the one in the projector's spotlight or on its stage; asks again after a reconnection. Nobody
 * pressed anything, so a refusal is not shown but tried again: right after connecting the clock may not be known yet.
 */
export function useGroupWatch({ view, panels, offline }: Pick<Console, 'view' | 'offline'> & { readonly panels: Pick<Panels, 'groupId'> }, send: Control<TrainerView>['send']): void {
  const wanted = computed(() => {
    const groupId = panels.groupId ?? shownOn(view.value)
    return view.value.groups.some((group) => group.id === groupId) ? groupId : null
  })
  const run = computed(() => view.value.run)
  let retry: ReturnType<typeof setTimeout> | undefined

  async function follow(): Promise<void> {
    clearTimeout(retry)
    if (offline.value) return
    const groupId = wanted.value
    const outcome = await send('group:watch', { groupId })
    if (!outcome.ok && groupId === wanted.value && !offline.value) retry = setTimeout(() => void follow(), RETRY_MS)
  }
  watch([wanted, offline, run], () => void follow(), { immediate: true })
  onScopeDispose(() => clearTimeout(retry))
}
