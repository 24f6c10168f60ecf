import { computed, type ComputedRef, ref, type Ref, watch } from 'vue'
import type { PublicPoll } from '../../../../shared/poll/model.ts'
import type { ParticipantView } from '../../../../shared/protocol/views.ts'

export interface PollPrompt {
  /** What is being asked now. */
  readonly open: ComputedRef<PublicPoll | null>
  /** The latest result that the trainer revealed. */
  readonly revealed: ComputedRef<PublicPoll | null>
  /** A line at the top, instead of the card. */
  readonly folded: Readonly<Ref<boolean>>
  fold(): void
  unfold(): void
}

/** An open poll comes as a card over whatever one is doing; while somebody types it comes as a line at the top, and waits there. */
export function usePollPrompt(view: () => ParticipantView, isWriting: () => boolean): PollPrompt {
  const open = computed(() => view().polls.find(({ state }) => state === 'open') ?? null)
  const revealed = computed(() => view().polls.findLast(({ state, shown }) => state === 'closed' && shown) ?? null)
  const folded = ref(false)
  watch(() => open.value?.id, () => { folded.value = isWriting() }, { immediate: true })
  return { open, revealed, folded, fold: () => { folded.value = true }, unfold: () => { folded.value = false } }
}
