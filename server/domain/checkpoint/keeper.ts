import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CheckpointReason } from '../../../shared/checkpoint/model.ts'
import type { ClassState } from '../class/ClassState.ts'
import { newId } from '../class/ids.ts'
import { capture, type Captured } from './capture.ts'
import type { CheckpointsParts } from './Checkpoints.ts'
import type { KeptCheckpoint } from './CheckpointRepository.ts'
import { exerciseEnd } from './exerciseEnd.ts'
import { INTERVAL_MS, INTERVALS_PER_TICK } from './limits.ts'
import { toDrop } from './retention.ts'
import { createUnkept } from './unkept.ts'

/** Knows what is not kept yet, and keeps it when its time has come. */
export interface Keeper {
  changed(documentId: string): void
  classChanged(before: ClassState, after: ClassState): void
  /** Its class was wiped. */
  forget(documentId: string): void
  /** A document that was edited before this run, with the checkpoints it has. */
  resume(documentId: string, editedAt: number, kept: readonly KeptCheckpoint[]): void
  tick(): Promise<void>
  /** Stores one and drops what has had its time. @returns its id. @throws what the storage throws */
  store(documentId: string, reason: CheckpointReason, captured: Captured): Promise<string>
  close(): Promise<void>
}

export function createKeeper({ repository, rooms, classes, clock, log }: CheckpointsParts): Keeper {
  const unkept = createUnkept()
  /** What the newest checkpoint of a document holds, so that one that says the same is not made. */
  const newest = new Map<string, Captured['fingerprint']>()
  const underWay = new Set<Promise<unknown>>()
  let isTicking = false

  const stateOf = (documentId: string): ClassState | undefined =>
    classes.list().map((classroom) => classroom.state()).find(({ groups }) => groups.some(({ id }) => id === documentId))

  async function storeAs(documentId: string, reason: CheckpointReason, itemId: string | null, { update, counts, fingerprint }: Captured): Promise<string> {
    const checkpoint = { id: newId(), documentId, at: clock.now(), reason, itemId, counts }
    const kept = await repository.list(documentId)
    await repository.add({ ...checkpoint, update }, toDrop([{ ...checkpoint, bytes: update.byteLength }, ...kept], clock.now()))
    newest.set(documentId, fingerprint)
    return checkpoint.id
  }

  async function captured(documentId: string, reason: CheckpointReason): Promise<Captured | null> {
    const doc = await rooms.read(documentId)
    // In the same moment: what comes now is not in what is captured.
    unkept.kept(documentId, reason === 'exercise-end')
    return doc ? capture(doc) : null
  }
  function failed(documentId: string, reason: CheckpointReason, error: unknown): void {
    unkept.changed(documentId, clock.monotonic())
    log.warn('checkpoint.failed', { documentId, reason, error })
  }

  async function keepInterval(documentId: string): Promise<void> {
    const state = stateOf(documentId)
    if (!state) return unkept.forget(documentId)
    try {
      const now = await captured(documentId, 'interval')
      // What a lock holds back is told as a change, and is none of the document yet.
      if (now && now.fingerprint !== newest.get(documentId)) await storeAs(documentId, 'interval', state.currentId, now)
    } catch (error) {
      failed(documentId, 'interval', error)
    }
  }

  /** All are captured at the end itself and then stored one by one, so that the class does not wait for them. */
  async function keepExercise(documentIds: readonly string[], itemId: string | null): Promise<void> {
    const reason = 'exercise-end'
    const work = await Promise.all(documentIds.map(async (documentId) => {
      try {
        return { documentId, now: await captured(documentId, reason) }
      } catch (error) {
        failed(documentId, reason, error)
        return { documentId, now: null }
      }
    }))
    for (const { documentId, now } of work) {
      if (!now) continue
      await nextTurn()
      await storeAs(documentId, reason, itemId, now).catch((error: unknown) => failed(documentId, reason, error))
    }
  }

  function follow(work: Promise<unknown>): void {
    const followed = work.finally(() => underWay.delete(followed))
    underWay.add(followed)
  }

  return {
    changed: (documentId) => unkept.changed(documentId, clock.monotonic()),
    classChanged(before, after) {
      const end = exerciseEnd(before, after)
      const worked = end?.groupIds.filter(unkept.sinceExercise) ?? []
      if (end && worked.length > 0) follow(keepExercise(worked, end.itemId))
    },
    forget(documentId) {
      unkept.forget(documentId)
      newest.delete(documentId)
    },
    resume(documentId, editedAt, kept) {
      const coveredBy = (reason: CheckpointReason | null): boolean => kept.some((one) => one.at >= editedAt && (reason === null || one.reason === reason))
      if (coveredBy('exercise-end')) return
      unkept.changed(documentId, clock.monotonic())
      if (coveredBy(null)) unkept.kept(documentId, false)
    },
    async tick() {
      // A disk that hangs must not gather a row of those who wait for it.
      if (isTicking) return
      isTicking = true
      try {
        for (const documentId of unkept.since(clock.monotonic() - INTERVAL_MS).slice(0, INTERVALS_PER_TICK)) await keepInterval(documentId)
      } finally {
        isTicking = false
      }
    },
    store: (documentId, reason, now) => storeAs(documentId, reason, stateOf(documentId)?.currentId ?? null, now),
    async close() {
      await Promise.all(underWay)
    },
  }
}
