import { useEventListener } from '@vueuse/core'
import { onScopeDispose, readonly, ref, type Ref, watch } from 'vue'
import { createBell } from '../../../ui/bell.ts'
import { useStepSignal } from '../../../ui/useStepSignal.ts'
import { isSlot, SLOT_BELLS_MS, withOwnTime } from '../../../../shared/sharing/slot.ts'
import { remainingMs } from '../../../../shared/timer/timer.ts'
import { crossedMark, type TimeMark } from '../timeMarks.ts'
import type { Console } from '../useConsole.ts'

export interface TimeSignals {
  /** For about five seconds after zero. */
  readonly flashing: Readonly<Ref<boolean>>
  /** The last mark that was passed, to be read out; null again once it has become another time. */
  readonly mark: Readonly<Ref<TimeMark | null>>
  /** The step that has just begun, for a few seconds. */
  readonly freshStep: Readonly<Ref<number | null>>
  ring(): Promise<boolean>
}

const FLASH_MS = 5_000

/** The bell on this laptop: heard after the first gesture, seen always. */
export function useBellAtZero({ view, now, current }: Pick<Console, 'view' | 'now' | 'current'>, sound: Readonly<Ref<boolean>>): TimeSignals {
  const bell = createBell()
  const flashing = ref(false)
  const mark = ref<TimeMark | null>(null)
  let flash: ReturnType<typeof setTimeout> | undefined
  let before: { readonly left: number; readonly endsAt: number } | undefined

  const stopWaiting = useEventListener(window, ['pointerdown', 'keydown'], () => {
    void bell.wake()
    stopWaiting()
  })
  watch(now, (at) => {
    const { timer } = view.value
    const left = remainingMs(timer, at)
    const endsAt = timer.state === 'running' || timer.state === 'overtime' ? timer.endsAt : undefined
    if (endsAt !== undefined && before) {
      const crossed = crossedMark(before.left, left)
      // A time that took the place of another one has passed no mark by that; at zero it is at zero.
      const isItsOwn = before.endsAt === endsAt || crossed === 0
      if (!isItsOwn) mark.value = null
      else if (crossed !== null) mark.value = crossed
      if (crossed === 0) zero()
      else if (crossed === SLOT_BELLS_MS[0] && isSlot(view.value.sharing) && sound.value) void bell.strike()
    }
    before = endsAt === undefined ? undefined : { left, endsAt }
  })
  function zero(): void {
    flashing.value = true
    clearTimeout(flash)
    flash = setTimeout(() => { flashing.value = false }, FLASH_MS)
    if (sound.value) void bell.ring()
  }
  const freshStep = useStepSignal(() => (current.value ? withOwnTime(current.value, view.value.sharing) : null), () => view.value.timer, now, () => { if (sound.value) void bell.chime() })
  onScopeDispose(() => {
    clearTimeout(flash)
    bell.close()
  })
  return { flashing: readonly(flashing), mark: readonly(mark), freshStep, ring: bell.ring }
}
