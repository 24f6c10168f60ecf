import type { KeptCheckpoint } from './CheckpointRepository.ts'
import { MAX_CHECKPOINT_BYTES, MAX_CHECKPOINTS, RECENT_MS, SLOT_MS } from './limits.ts'

type Kept = Pick<KeptCheckpoint, 'id' | 'at' | 'reason' | 'bytes'>

/** What of one group's checkpoints, the newest first, is not worth its place any more. Never the newest itself. */
export function toDrop(newestFirst: readonly Kept[], now: number): readonly string[] {
  const sparse = thinned(newestFirst, now)
  const kept = new Set(withinLimits(sparse).map(({ id }) => id))
  return newestFirst.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

/** All that is recent, every end of an exercise, and of the rest the newest of each stretch and kind. */
function thinned(newestFirst: readonly Kept[], now: number): readonly Kept[] {
  const slots = new Set<string>()
  return newestFirst.filter(({ at, reason }, place) => {
    if (place === 0 || reason === 'exercise-end' || now - at < RECENT_MS) return true
    const slot = `${reason} ${Math.floor(at / SLOT_MS)}`
    if (slots.has(slot)) return false
    slots.add(slot)
    return true
  })
}

/** The oldest go first, and exercise ends after all others. */
const inTheOrderOfGoing = (newestFirst: readonly Kept[]): readonly Kept[] => {
  const oldestFirst = newestFirst.slice(1).reverse()
  return [...oldestFirst.filter(({ reason }) => reason !== 'exercise-end'), ...oldestFirst.filter(({ reason }) => reason === 'exercise-end')]
}

function withinLimits(newestFirst: readonly Kept[]): readonly Kept[] {
  const kept = new Set(newestFirst)
  let bytes = newestFirst.reduce((sum, one) => sum + one.bytes, 0)
  for (const one of inTheOrderOfGoing(newestFirst)) {
    if (kept.size <= MAX_CHECKPOINTS && bytes <= MAX_CHECKPOINT_BYTES) break
    kept.delete(one)
    bytes -= one.bytes
  }
  return newestFirst.filter((one) => kept.has(one))
}
