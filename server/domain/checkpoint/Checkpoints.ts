import type * as Y from 'yjs'
import { changesSince } from '../../../shared/checkpoint/changes.ts'
import { docOf } from '../../../shared/checkpoint/goBack.ts'
import type { Checkpoint, WorkChange } from '../../../shared/checkpoint/model.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { Classes } from '../class/Classes.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Rooms } from '../room/Rooms.ts'
import type { CheckpointRepository, KeptCheckpoint, StoredCheckpoint } from './CheckpointRepository.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { restoreWork, type Restored } from './restoreWork.ts'

/**
 * Earlier states of each group's work: kept every few minutes while it changes and at each exercise's end, thinned as
 * they age. What a lock holds back is in none until it is merged. A disk that refuses costs a checkpoint, nothing else.
 */
export interface Checkpoints {
  /** The newest first. */
  list(documentId: string): Promise<readonly Checkpoint[]>
  /** What is different now. @throws Refusal 'not-found' */
  changesSince(documentId: string, id: string): Promise<readonly WorkChange[]>
  /**
   * Makes the document say again what it said then, by an edit like any other, and keeps what it said until now.
   * @throws Refusal 'not-found'; 'disk-full' when the present could not be kept: then nothing is changed.
   */
  restore(documentId: string, id: string): Promise<Restored>
  /** Called once a second. */
  tick(): Promise<void>
  /** Resolves when what is under way is done. */
  close(): Promise<void>
}

export interface CheckpointsParts {
  readonly repository: CheckpointRepository
  readonly rooms: Rooms
  readonly classes: Pick<Classes, 'list' | 'listen'>
  readonly clock: Clock
  readonly log: Log
}

/** Goes on where the last run of the server stopped. */
export async function openCheckpoints(parts: CheckpointsParts): Promise<Checkpoints> {
  const { repository, rooms, classes } = parts
  const keeper = createKeeper(parts)
  await resume(parts, keeper)
  const stopHearing = rooms.onChange(keeper.changed)
  classes.listen({
    changed: (_, before, after) => keeper.classChanged(before, after),
    wiped: (_, documentIds) => documentIds.forEach(keeper.forget),
  })
  async function found(documentId: string, id: string): Promise<StoredCheckpoint> {
    const checkpoint = await repository.find(documentId, id)
    if (!checkpoint) throw new Refusal('not-found', 'no such checkpoint')
    return checkpoint
  }
  return {
    list: async (documentId) => (await repository.list(documentId)).map(toCheckpoint),
    async changesSince(documentId, id) {
      const { update } = await found(documentId, id)
      const live = await rooms.read(documentId)
      if (!live) throw new Refusal('not-found', 'no such document')
      return changesBetween(update, live)
    },
    restore: async (documentId, id) => restoreWork(await found(documentId, id), { ...parts, keeper }),
    tick: keeper.tick,
    async close() {
      stopHearing()
      await keeper.close()
    },
  }
}

function changesBetween(update: Uint8Array, live: Y.Doc): readonly WorkChange[] {
  const then = docOf(update)
  const changes = changesSince(readGroupWork(then), readGroupWork(live))
  then.destroy()
  return changes
}

/** What was written after the last checkpoint of a run that stopped is kept by this one. */
async function resume({ repository, rooms, classes, log }: CheckpointsParts, keeper: Keeper): Promise<void> {
  for (const documentId of classes.list().filter(isOpen).flatMap((one) => one.state().groups.map((group) => group.id))) {
    const editedAt = rooms.editedAt(documentId)
    if (editedAt === null) continue
    try {
      keeper.resume(documentId, editedAt, await repository.list(documentId))
    } catch (error) {
      log.warn('checkpoint.resume-failed', { documentId, error })
    }
  }
}
const isOpen = (classroom: ClassActor): boolean => classroom.state().endedAt === null
const toCheckpoint = ({ id, at, reason, itemId, counts }: KeptCheckpoint): Checkpoint => ({ id, at, reason, itemId, counts })
