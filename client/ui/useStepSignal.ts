import { onScopeDispose, readonly, ref, type Ref, watch } from 'vue'
import { stepBegun } from '../../shared/agenda/steps.ts'
import type { AgendaItemTemplate } from '../../shared/course/template.ts'
import { elapsedMs, type Timer } from '../../shared/timer/timer.ts'

type SteppedItem = Pick<AgendaItemTemplate, 'id' | 'steps' | 'minutes'>
const SIGNAL_MS = 5_000

/**
 * The step that has just begun, for a few seconds: a soft mark inside the item's time. `begun` is called once for each.
 * A timer that was changed, or an item that was just opened, gives no signal.
 */
export function useStepSignal(item: () => SteppedItem | null | undefined, timer: () => Timer | undefined, now: Readonly<Ref<number>>, begun?: () => void): Readonly<Ref<number | null>> {
  const fresh = ref<number | null>(null)
  let before: { readonly itemId: string; readonly durationMs: number; readonly elapsedMs: number } | null = null
  let over: ReturnType<typeof setTimeout> | undefined
  watch(now, (at) => {
    const [current, clock] = [item(), timer()]
    if (!current || clock?.state !== 'running') {
      before = null
      return
    }
    const seen = { itemId: current.id, durationMs: clock.durationMs, elapsedMs: elapsedMs(clock, at) }
    const step = before?.itemId === seen.itemId && before.durationMs === seen.durationMs ? stepBegun(current, before.elapsedMs, seen.elapsedMs, clock.durationMs) : null
    before = seen
    if (step === null) return
    fresh.value = step
    clearTimeout(over)
    over = setTimeout(() => { fresh.value = null }, SIGNAL_MS)
    begun?.()
  })
  onScopeDispose(() => clearTimeout(over))
  return readonly(fresh)
}
