import { onScopeDispose, type Ref, shallowReadonly, shallowRef, type ShallowRef, watch } from 'vue'
import type { CaseContent } from '../../../shared/case/definition.ts'
import type { OpenCase } from '../../../shared/case/model.ts'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import type { Control } from '../../api/control.ts'

export interface ReadCase {
  readonly content: Readonly<ShallowRef<CaseContent | null>>
  readonly failed: Readonly<Ref<boolean>>
}
const AGAIN_MS = 3_000

/** The text of a case: fetched when it is opened, and anew when the trainer has changed it. What is there stays while the line is down. */
export function useCase(control: Pick<Control<ParticipantView>, 'send' | 'line'>, opened: Readonly<Ref<OpenCase | null>>): ReadCase {
  const content = shallowRef<CaseContent | null>(null)
  const failed = shallowRef(false)
  let have = ''
  let again: ReturnType<typeof setTimeout> | undefined

  async function fetchIt(): Promise<void> {
    clearTimeout(again)
    const wanted = opened.value
    const name = wanted ? `${wanted.itemId} ${wanted.revision}` : ''
    if (!wanted || name === have) return
    const outcome = await control.send('case:read', { itemId: wanted.itemId })
    if (opened.value?.itemId !== wanted.itemId) return
    failed.value = !outcome.ok
    if (outcome.ok) {
      content.value = outcome.value
      have = name
    } else again = setTimeout(() => void fetchIt(), AGAIN_MS)
  }
  watch(() => opened.value?.itemId, () => {
    content.value = null
    have = ''
  }, { flush: 'sync' })
  watch([() => opened.value?.itemId, () => opened.value?.revision, control.line], () => void fetchIt(), { immediate: true })
  onScopeDispose(() => clearTimeout(again))
  return { content: shallowReadonly(content), failed }
}
