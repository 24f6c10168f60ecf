import * as Y from 'yjs'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { StoredAnswer } from '../answers/AnswerRepository.ts'
import type { Answers } from '../answers/Answers.ts'
import { withoutPersons } from '../answers/ballots.ts'
import { knownAnswers } from '../answers/knownAnswers.ts'
import type { CheckpointRepository, StoredCheckpoint } from '../checkpoint/CheckpointRepository.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { Classes } from '../class/Classes.ts'
import type { ClassState } from '../class/ClassState.ts'
import { allGroups } from '../class/groups.ts'
import { newId } from '../class/ids.ts'
import type { Clock } from '../clock.ts'
import type { FileWork } from '../intake/FileWork.ts'
import type { Log } from '../Log.ts'
import type { DocumentStore } from '../room/DocumentStore.ts'
import type { Rooms } from '../room/Rooms.ts'
import { archiveLimit, type ArchivedDocument, type ClassArchive } from './ClassArchive.ts'
import { type NewIds, openedState, portableState, titleOfCopy, withNewIds } from './openedState.ts'

/** A whole class as one file, and back: on another laptop, or beside itself on the same one. */
export interface Archives {
  /** Everything but sessions and keys. @throws Refusal 'not-found' */
  make(classId: string): Promise<Uint8Array>
  /**
   * A class of its own, with ids and a code that nothing else here has. All of it is on disk when it resolves, or nothing
   * of it is left. @throws Refusal 'archive-foreign' | 'archive-newer' | 'file-damaged' | 'file-too-large' | 'disk-full'
   */
  open(bytes: Uint8Array): Promise<ClassActor>
}

export interface ArchivesParts {
  readonly classes: Classes
  readonly rooms: Rooms
  readonly documents: DocumentStore
  readonly checkpoints: CheckpointRepository
  readonly answers: Answers
  readonly files: FileWork
  readonly clock: Clock
  readonly log: Log
}

export function createArchives(parts: ArchivesParts): Archives {
  const { classes, answers, files, clock, log } = parts
  return {
    async make(classId) {
      const state = classes.get(classId).state()
      const groupIds = allGroups(state).map(({ id }) => id)
      const documents: ArchivedDocument[] = []
      for (const id of groupIds) documents.push(await takeDocument(parts, id))
      const bytes = await files.packArchive({ madeAt: clock.now(), state: portableState(state), documents, checkpoints: await takeCheckpoints(parts, groupIds), answers: withoutPersons(answers.all(classId), state) })
      log.info('archive.made', { classId, bytes: bytes.length })
      return bytes
    },
    async open(bytes) {
      const archive = await files.unpackArchive(bytes)
      const ids: NewIds = new Map([archive.state.id, ...allGroups(archive.state).map(({ id }) => id)].map((id) => [id, newId()]))
      const state = withNewIds(archive.state, ids)
      const title = titleOfCopy(state.title, classes.list().map((one) => one.state().title))
      const classroom = await classes.bring((code) => openedState(state, archive.madeAt, { code, title }), state.code, () => fill(parts, state, archive, ids))
      log.info('archive.opened', { classId: classroom.id, bytes: bytes.length })
      return classroom
    },
  }
}

async function takeDocument({ rooms, documents }: ArchivesParts, id: string): Promise<ArchivedDocument> {
  const stored = await documents.load(id)
  const live = await rooms.read(id)
  if (!live || !stored) throw new Refusal('not-found', 'no such document')
  // At once: after another `await` it may hold what is not durable yet.
  const update = Y.encodeStateAsUpdate(live)
  return { id, editedAt: stored.editedAt, update, held: stored.held.map(({ participantId, at, update: one }) => ({ participantId, at, update: one })) }
}

/** The newest of all groups, as many as there is room for. */
async function takeCheckpoints({ checkpoints }: ArchivesParts, groupIds: readonly string[]): Promise<readonly StoredCheckpoint[]> {
  const kept = (await Promise.all(groupIds.map((id) => checkpoints.list(id)))).flat().sort((one, other) => other.at - one.at)
  const taken: StoredCheckpoint[] = []
  let left: number = archiveLimit.checkpointBytes
  for (const { documentId, id, bytes } of kept) {
    left -= bytes
    if (left < 0) break
    const found = await checkpoints.find(documentId, id)
    if (found) taken.push(found)
  }
  // The oldest first, as they were added.
  return taken.reverse()
}

async function fill({ documents, checkpoints, answers, rooms }: ArchivesParts, state: ClassState, archive: ClassArchive, ids: NewIds): Promise<void> {
  const idOf = (id: string): string => ids.get(id) ?? id
  const isGroup = (id: string): boolean => allGroups(state).some((group) => group.id === id)
  for (const { id, editedAt, update, held } of archive.documents) {
    const documentId = idOf(id)
    if (!isGroup(documentId)) continue
    await rooms.create(documentId, state.id, update)
    // The same once more adds nothing; it says when the group wrote last.
    const edit = editedAt === null ? [] : [{ kind: 'update' as const, documentId, update, at: editedAt }]
    await documents.append([...edit, ...held.map(({ participantId, at, update: one }) => ({ kind: 'held' as const, documentId, participantId, at, update: one }))])
  }
  await documents.syncToDisk()
  for (const checkpoint of archive.checkpoints) {
    const documentId = idOf(checkpoint.documentId)
    if (isGroup(documentId)) await checkpoints.add({ ...checkpoint, id: newId(), documentId }, [])
  }
  await answers.restore(knownAnswers(withNewIds<readonly StoredAnswer[]>(archive.answers, ids), state))
}
