import { onScopeDispose, type Ref, shallowReadonly, type ShallowRef, shallowRef, watch } from 'vue'
import { type OpenGroup, openGroupDocument } from './openGroupDocument.ts'

interface Seat {
  readonly classId: string
  readonly participantId: string
  /** null: the trainer, who comes by cookie. */
  readonly token: string | null
}

/** The document of the group that the person is in: another one when the trainer moves them. Ends with the scope. */
export function useGroupDocument(seat: Seat, groupId: Readonly<Ref<string | null>>): Readonly<ShallowRef<OpenGroup | null>> {
  const open = shallowRef<OpenGroup | null>(null)
  watch(groupId, (id) => {
    open.value?.destroy()
    open.value = id === null ? null : openGroupDocument({ ...seat, groupId: id })
  }, { immediate: true })
  onScopeDispose(() => open.value?.destroy())
  // Shallow: a deep one would turn the group into a proxy that unwraps its refs.
  return shallowReadonly(open)
}
