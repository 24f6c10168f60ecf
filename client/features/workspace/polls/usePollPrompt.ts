import { computed, type ComputedRef, ref, type Ref, watch } from 'vue'
import { type AnswersView, noAnswers } from '../../../../shared/answers/topics.ts'
import type { PublicPoll } from '../../../../shared/poll/model.ts'
import type { ParticipantView } from '../../../../shared/protocol/views.ts'
import { mineOn } from '../../../api/answers.ts'

export interface PollPrompt {
  /** What is being asked now. */
  readonly open: ComputedRef<PublicPoll | null>
  /** The same, when it was left open from an item before: what is to be done now comes first. */
  readonly lingering: ComputedRef<PublicPoll | null>
  /** The latest result that the trainer revealed: of what was asked since the exercise began, or before it. */
  readonly revealed: ComputedRef<PublicPoll | null>
  readonly earlier: ComputedRef<PublicPoll | null>
  /** A line at the top, instead of the card. */
  readonly folded: Readonly<Ref<boolean>>
  fold(): void
  unfold(): void
}
interface Device {
  readonly view: () => ParticipantView
  readonly answers: () => AnswersView
  /** Where in the group's work the person is. */
  readonly place: () => unknown
  readonly isWriting: () => boolean
}

/**
 * An open poll comes as a card over whatever one is doing; while somebody types it comes as a line at the top, and waits there.
 * Who has voted is not asked again, and nobody by a card once the class has gone on: a poll that stays open into the next
 * exercise would lie over everybody's work.
 */
export function usePollPrompt({ view, answers, place, isWriting }: Device): PollPrompt {
  const open = computed(() => view().polls.find(({ state }) => state === 'open') ?? null)
  const latest = computed(() => view().polls.findLast(({ state, shown }) => state === 'closed' && shown) ?? null)
  const isOfNow = ({ askedAt }: PublicPoll): boolean => askedAt >= (view().current?.startedAt ?? 0)
  const lingering = computed(() => (open.value && !isOfNow(open.value) ? open.value : null))
  const revealed = computed(() => (latest.value && isOfNow(latest.value) ? latest.value : null))
  const earlier = computed(() => (latest.value && !isOfNow(latest.value) ? latest.value : null))
  const folded = ref(false)
  /** After a reload the class is there before one's own answers. */
  const isKnown = computed(() => answers() !== noAnswers)
  const hasVoted = (): boolean => open.value !== null && mineOn(answers(), 'poll', open.value.id) !== undefined
  watch([() => open.value?.id, isKnown], () => { folded.value = isWriting() || hasVoted() || lingering.value !== null || !isKnown.value }, { immediate: true, flush: 'sync' })
  watch(() => lingering.value?.id, (id) => { if (id !== undefined && !isWriting()) folded.value = true }, { flush: 'sync' })
  watch(place, () => { if (hasVoted()) folded.value = true }, { flush: 'sync' })
  return { open, lingering, revealed, earlier, folded, fold: () => { folded.value = true }, unfold: () => { folded.value = false } }
}
