import type { TrainerWarning, Usage } from '../../../shared/protocol/views.ts'
import type { ClassState } from '../class/ClassState.ts'
import { fullnessOf } from './budget.ts'

/** Warns a trainer whose class has little room left for content, from when it was first seen so. */
export function createClassSpace(usage: (state: ClassState) => Usage, now: () => number) {
  const since = new Map<string, TrainerWarning>()
  return {
    warnings(state: ClassState): readonly TrainerWarning[] {
      const used = usage(state)
      const fullness = fullnessOf(used)
      if (fullness === 'roomy') {
        since.delete(state.id)
        return []
      }
      const kind = fullness === 'full' ? 'class-full' : 'class-filling'
      const known = since.get(state.id)
      const at = known?.kind === kind ? known.at : now()
      const warning: TrainerWarning = { kind, at, detail: String(Math.floor((100 * used.bytes.used) / used.bytes.of)) }
      since.set(state.id, warning)
      return [warning]
    },
  }
}
