import type * as Y from 'yjs'
import { docOf, goBack, isBackAt } from '../../../shared/checkpoint/goBack.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Rooms } from '../room/Rooms.ts'
import { capture, fingerprintOf, type Captured } from './capture.ts'
import type { CheckpointRepository, StoredCheckpoint } from './CheckpointRepository.ts'
import type { Keeper } from './keeper.ts'

/** `before` is the checkpoint of what the group had until now; null when it had the content of the checkpoint already. */
export interface Restored {
  readonly before: string | null
  /** The instant that the group is back at. */
  readonly at: number
}
interface RestoreParts {
  readonly repository: CheckpointRepository
  readonly rooms: Rooms
  readonly keeper: Pick<Keeper, 'store'>
  readonly clock: Clock
  readonly log: Log
}

/** People go on typing while the present is stored; after so many tries what came in that moment is taken as lost. */
const TRIES = 5

export async function restoreWork(checkpoint: StoredCheckpoint, parts: RestoreParts): Promise<Restored> {
  const { documentId, at } = checkpoint
  const then = docOf(checkpoint.update)
  try {
    for (let left = TRIES; left > 0; left--) {
      const present = await presentOf(documentId, parts.rooms)
      // Pressed twice: it is so already, and the way back to before the first press must stay the newest.
      if (isBackAt(present.update, then)) return { before: null, at }
      const before = await keepPresent(documentId, present, parts)
      if (await wentBack(documentId, then, left > 1 ? present.fingerprint : null, before, parts)) return { before, at }
    }
    throw new Error('unreachable: the last try does not look')
  } finally {
    then.destroy()
  }
}

async function presentOf(documentId: string, rooms: Rooms): Promise<Captured> {
  const doc = await rooms.read(documentId)
  if (!doc) throw new Refusal('not-found', 'no such document')
  return capture(doc)
}

async function keepPresent(documentId: string, present: Captured, { keeper, log }: RestoreParts): Promise<string> {
  try {
    return await keeper.store(documentId, 'before-restore', present)
  } catch (error) {
    log.warn('checkpoint.restore-refused', { documentId, error })
    throw new Refusal('disk-full', 'what the group has now could not be kept')
  }
}

/** @param expected what the document must still be; @returns false, with nothing changed, when it no longer is. */
async function wentBack(documentId: string, then: Y.Doc, expected: string | null, before: string, { rooms, repository, clock }: RestoreParts): Promise<boolean> {
  let movedOn = false
  try {
    await rooms.edit(documentId, (doc) => {
      movedOn = expected !== null && expected !== fingerprintOf(doc)
      // Nobody did this by hand, so there is no name to it.
      if (!movedOn) goBack(doc, then, { at: clock.now(), by: '' })
    })
  } catch (error) {
    await repository.remove(documentId, before)
    throw error
  }
  if (movedOn) await repository.remove(documentId, before)
  return !movedOn
}
