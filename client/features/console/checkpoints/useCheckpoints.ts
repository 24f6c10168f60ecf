import { onScopeDispose, readonly, type Ref, shallowRef, watch } from 'vue'
import type { Checkpoint } from '../../../../shared/checkpoint/model.ts'
import { useConsole } from '../useConsole.ts'

/** New ones come every few minutes. */
const REFRESH_MS = 20_000

/** A group's checkpoints, the newest first, kept fresh while they are looked at. Null until they are known. */
export function useCheckpoints(groupId: Readonly<Ref<string>>) {
  const { view, offline, ask } = useConsole()
  const checkpoints = shallowRef<readonly Checkpoint[] | null>(null)
  const failed = shallowRef(false)

  async function load(): Promise<void> {
    if (offline.value) return
    const asked = groupId.value
    const outcome = await ask('checkpoint:list', { groupId: asked })
    if (asked !== groupId.value) return
    failed.value = !outcome.ok
    if (outcome.ok) checkpoints.value = outcome.value.checkpoints
  }
  watch(groupId, () => {
    checkpoints.value = null
    failed.value = false
  })
  // The end of an exercise is a checkpoint; so is what was there before somebody went back.
  watch([groupId, offline, () => view.value.currentId, () => view.value.messages.length], () => void load(), { immediate: true })
  const refreshing = setInterval(() => void load(), REFRESH_MS)
  onScopeDispose(() => clearInterval(refreshing))
  return { checkpoints: readonly(checkpoints), failed: readonly(failed), load }
}
