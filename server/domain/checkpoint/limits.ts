/** An edit is part of a checkpoint at the latest after this long. */
export const INTERVAL_MS = 3 * 60_000
/** Within this time all are kept. */
export const RECENT_MS = 60 * 60_000
/** Of older ones, but those of an exercise's end, one in each stretch of this length is kept. */
export const SLOT_MS = 15 * 60_000
/** Of one group. A day has some 25 exercise ends, 20 intervals of the last hour and four for each hour before. */
export const MAX_CHECKPOINTS = 100
/** Of one group, as Yjs updates. The newest is kept even when it alone is larger; a document has at most 5 MB. */
export const MAX_CHECKPOINT_BYTES = 16_000_000
/** At most so many documents are kept in one tick of a second, so that a class's whole work is not encoded at once. */
export const INTERVALS_PER_TICK = 4
