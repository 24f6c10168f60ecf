import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { MAX_PICKS } from '../../../../shared/board/model.ts'
import { useConsole } from '../useConsole.ts'

export interface PickedBoard {
  readonly picks: ComputedRef<readonly string[]>
  /** Picks the line, at the end, or takes it off; either can be taken back. */
  toggle(line: string): Promise<void>
  /** To this place, from 0. */
  move(line: string, place: number): void
}

/** What the trainer picked on a board, and how that is changed. */
export function usePicks(board: () => string): PickedBoard {
  const { t } = useI18n()
  const { view, act, done } = useConsole()
  const picks = computed(() => view.value.picks[board()] ?? [])
  const put = (on: string, line: string, place: number | null) => act('board:pick', { board: on, line, place })
  return {
    picks,
    async toggle(line) {
      const [on, before] = [board(), picks.value.indexOf(line)]
      const isPicked = before >= 0
      const changed = await put(on, line, isPicked ? null : Math.min(MAX_PICKS, picks.value.length))
      if (changed.ok) done(t(isPicked ? 'console.board.dropped' : 'console.board.pickedToast'), () => void put(on, line, isPicked ? before : null))
    },
    move: (line, place) => void put(board(), line, place),
  }
}
