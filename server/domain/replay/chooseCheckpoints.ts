import { MAX_INSTANTS, spread } from '../../../shared/map/replay.ts'
import type { KeptCheckpoint } from '../checkpoint/CheckpointRepository.ts'

/** Of one group's checkpoints, the newest first, those that a replay is made of, in the order of time: every exercise's end, and of the others as many as there is room for, spread over the day. */
export function chooseCheckpoints(newestFirst: readonly KeptCheckpoint[], most = MAX_INSTANTS): KeptCheckpoint[] {
  const inTime = [...newestFirst].sort((one, other) => one.at - other.at)
  const ends = spread(inTime.filter(({ reason }) => reason === 'exercise-end'), most)
  const others = spread(inTime.filter(({ reason }) => reason !== 'exercise-end'), most - ends.length)
  return [...ends, ...others].sort((one, other) => one.at - other.at)
}
