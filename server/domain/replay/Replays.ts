import { setImmediate as nextTurn } from 'node:timers/promises'
import { docOf } from '../../../shared/checkpoint/goBack.ts'
import { groupIdentity } from '../../../shared/group/identity.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { framesOf, type GroupReplay, recordMap, type RecordedMap } from '../../../shared/map/replay.ts'
import type { CheckpointRepository, KeptCheckpoint } from '../checkpoint/CheckpointRepository.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { Classes } from '../class/Classes.ts'
import type { StoredGroup } from '../class/ClassState.ts'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../room/Rooms.ts'
import { chooseCheckpoints } from './chooseCheckpoints.ts'

/** The groups' maps from morning to now, made of what their checkpoints hold. */
export interface Replays {
  /** Of one group, or of all in the order of the class; with names. A group without work has no frames. */
  of(classroom: ClassActor, groupId: string | null): Promise<readonly GroupReplay[]>
}
interface ReplayParts {
  readonly repository: Pick<CheckpointRepository, 'list' | 'find'>
  readonly rooms: Pick<Rooms, 'read'>
  readonly classes: Pick<Classes, 'listen'>
  readonly clock: Clock
}

export function createReplays({ repository, rooms, classes, clock }: ReplayParts): Replays {
  /** By class and checkpoint: those never change, and reading one costs some milliseconds. */
  const seen = new Map<string, Map<string, RecordedMap>>()
  classes.listen({
    // The one thing that writes checkpoints anew; what was read before still says the names.
    changed: (classroom, before, after) => { if (before.namesWipedAt !== after.namesWipedAt) seen.delete(classroom.id) },
    wiped: (classId) => void seen.delete(classId),
  })

  async function recorded(known: Map<string, RecordedMap>, letter: string, { id, documentId }: KeptCheckpoint): Promise<RecordedMap | undefined> {
    const found = known.get(id)
    if (found) return found
    // One document a turn: a class has hundreds of them, and everybody's letters would wait.
    await nextTurn()
    const checkpoint = await repository.find(documentId, id)
    if (!checkpoint) return undefined
    const doc = docOf(checkpoint.update)
    const map = recordMap(letter, checkpoint.at, readGroupWork(doc))
    doc.destroy()
    known.set(id, map)
    return map
  }

  async function film(known: Map<string, RecordedMap>, { id: groupId, index }: StoredGroup): Promise<GroupReplay> {
    const { letter } = groupIdentity(index)
    const states: RecordedMap[] = []
    for (const checkpoint of chooseCheckpoints(await repository.list(groupId))) {
      const map = await recorded(known, letter, checkpoint)
      if (map) states.push(map)
    }
    const doc = await rooms.read(groupId)
    if (doc) states.push(recordMap(letter, clock.now(), readGroupWork(doc)))
    return { groupId, frames: framesOf(states) }
  }

  return {
    async of(classroom, groupId) {
      const known = seen.get(classroom.id) ?? new Map<string, RecordedMap>()
      seen.set(classroom.id, known)
      const films: GroupReplay[] = []
      for (const group of classroom.state().groups) if (groupId === null || group.id === groupId) films.push(await film(known, group))
      return films
    },
  }
}
