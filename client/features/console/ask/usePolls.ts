import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PollDefinition } from '../../../../shared/poll/definition.ts'
import type { AskedPoll, PollResult } from '../../../../shared/poll/model.ts'
import { resultOf } from '../../../api/answers.ts'
import { useConsole } from '../useConsole.ts'

export interface Polls {
  readonly open: ComputedRef<AskedPoll | null>
  /** The latest first. */
  readonly all: ComputedRef<readonly AskedPoll[]>
  /** Of the current item, those that were not asked yet. */
  readonly prepared: ComputedRef<readonly PollDefinition[]>
  resultFor(poll: AskedPoll): PollResult
  askPrepared(pollId: string): Promise<void>
  askNow(poll: PollDefinition, onStage: boolean): Promise<boolean>
  again(poll: AskedPoll): Promise<void>
  remove(poll: AskedPoll): Promise<void>
}

/** What was asked and can be asked, and the ways to do it. */
export function usePolls(): Polls {
  const { t } = useI18n()
  const { view, current, answers, act, done } = useConsole()
  const all = computed(() => view.value.polls.toReversed())
  const wasAsked = (pollId: string): boolean => view.value.polls.some(({ definition }) => definition.id === pollId)
  return {
    all,
    open: computed(() => all.value.find(({ state }) => state === 'open') ?? null),
    prepared: computed(() => (current.value?.polls ?? []).filter(({ id }) => !wasAsked(id))),
    resultFor: (poll) => resultOf(answers.value, 'poll', poll.id) ?? { voters: 0 },
    async askPrepared(pollId) {
      const itemId = current.value?.id
      if (itemId === undefined) return
      const asked = await act('poll:open', { ask: { itemId, pollId }, onStage: true })
      if (asked.ok) done(t('console.poll.opened'))
    },
    async askNow(poll, onStage) {
      const asked = await act('poll:open', { ask: { poll }, onStage })
      if (asked.ok) done(t('console.poll.opened'))
      return asked.ok
    },
    async again({ id }) {
      const asked = await act('poll:again', { pollId: id, onStage: true })
      if (asked.ok) done(t('console.poll.opened'))
    },
    async remove({ id }) {
      const removed = await act('poll:remove', { pollId: id })
      if (removed.ok) done(t('console.poll.removed'), () => void act('poll:restore', { pollId: id }))
    },
  }
}
