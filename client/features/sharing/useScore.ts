import { computed, onScopeDispose, ref, type Ref, watch } from 'vue'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import type { Score } from '../../../shared/sharing/model.ts'
import { useMyAnswer } from '../../api/answers.ts'
import type { Control } from '../../api/control.ts'

const SOON_MS = 700
const empty: Score = { points: {}, comment: '' }

/** One person's score of one group: what was tapped is sent soon, what is written when the writing pauses. */
export function useScore(control: Pick<Control<ParticipantView>, 'answers' | 'send'>, groupId: Readonly<Ref<string>>) {
  const { mine, give } = useMyAnswer(control, 'score', groupId)
  /** What stands on this device and not yet on the server's disk. */
  const draft = ref<Score | null>(null)
  const state = ref<'saved' | 'saving' | 'unsaved'>('saved')
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Something was tapped or written, here or before. */
  const begun = computed(() => draft.value !== null || mine.value !== undefined)
  const score = computed<Score>(() => draft.value ?? mine.value ?? empty)

  async function save(): Promise<void> {
    clearTimeout(timer)
    const sent = draft.value
    if (!sent) return
    state.value = 'saving'
    const outcome = await give(sent)
    if (draft.value !== sent) return
    state.value = outcome.ok ? 'saved' : 'unsaved'
    if (!outcome.ok) return
    // The answer itself comes by the feed; until then the draft shows it.
    if (JSON.stringify(mine.value) === JSON.stringify(sent)) draft.value = null
  }
  watch(mine, (now) => { if (state.value === 'saved' && draft.value && JSON.stringify(now) === JSON.stringify(draft.value)) draft.value = null })
  function change(to: Score): void {
    draft.value = to
    state.value = 'unsaved'
    clearTimeout(timer)
    timer = setTimeout(() => void save(), SOON_MS)
  }
  // Another group, or another page: what was written goes first.
  watch(groupId, () => {
    draft.value = null
    state.value = 'saved'
    clearTimeout(timer)
  })
  onScopeDispose(() => void save())
  return { score, state, begun, change, save }
}
