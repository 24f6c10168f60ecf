import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import { docOf } from '../../../shared/checkpoint/goBack.ts'
import { maskDeep, type MaskText } from '../../../shared/mask/names.ts'
import { rewriteNames } from '../../../shared/mask/rewrite.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Answers } from '../answers/Answers.ts'
import type { CheckpointRepository } from '../checkpoint/CheckpointRepository.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { ClassRepository } from '../class/ClassRepository.ts'
import type { ClassState, StoredGroup } from '../class/ClassState.ts'
import { allGroups } from '../class/groups.ts'
import type { Rooms } from '../room/Rooms.ts'
import { maskerFor, namesOf, type GroupNames } from './names.ts'

export interface NamesParts {
  readonly rooms: Rooms
  readonly checkpoints: CheckpointRepository
  readonly answers: Answers
  readonly classes: Pick<ClassRepository, 'scrub'>
}
export interface NamesRemoved {
  readonly customers: number
  readonly checkpoints: number
  readonly answers: number
  readonly copies: number
}

/**
 * Puts a mask in the place of every customer's name, in the live work, in its earlier states, in what people said and in the
 * trainer's messages; then nothing of what was there before stays in the file, its log or its copies. For a class that has
 * ended. A second run after a crash finds what the first one left.
 */
export async function wipeNames(classroom: ClassActor, parts: NamesParts): Promise<NamesRemoved> {
  requireEnded(classroom.state())
  const groups = allGroups(classroom.state())
  const all: GroupNames[] = []
  for (const group of groups) all.push(await gather(group, parts))
  let checkpoints = 0
  for (const group of all) checkpoints += await rewriteGroup(group, maskerFor(all, group), parts)
  const mask = maskerFor(all)
  const answers = await parts.answers.rewrite(classroom.id, (value) => maskDeep(value, mask))
  await classroom.change((state, now) => withoutNames(state, mask, now))
  const copies = await parts.classes.scrub(classroom.id)
  return { customers: all.reduce((sum, { count }) => sum + count, 0), checkpoints, answers, copies }
}

/** What a lock held back is part of the work, and its names are names too. */
async function gather(group: StoredGroup, { rooms, checkpoints }: NamesParts): Promise<GroupNames> {
  await rooms.setLocked(group.id, false)
  const live = await rooms.read(group.id)
  if (!live) throw new Refusal('not-found', 'no such document')
  const kept = await checkpoints.list(group.id)
  const found = await Promise.all(kept.map(({ id }) => checkpoints.find(group.id, id)))
  return namesOf(group, live, opened(found.flatMap((one) => (one ? [one.update] : []))))
}

/** One at a time: each lives only while it is looked at. */
function* opened(updates: readonly Uint8Array[]): Iterable<Y.Doc> {
  for (const update of updates) {
    const doc = docOf(update)
    try {
      yield doc
    } finally {
      doc.destroy()
    }
  }
}

/** @returns how many checkpoints were written anew. */
async function rewriteGroup({ documentId, maskOf }: GroupNames, mask: MaskText, { rooms, checkpoints }: NamesParts): Promise<number> {
  await rooms.edit(documentId, (doc) => rewriteNames(doc, maskOf, mask))
  await rooms.compact(documentId)
  const kept = await checkpoints.list(documentId)
  for (const { id } of kept) {
    // A checkpoint a turn: other classes may be under way.
    await nextTurn()
    const checkpoint = await checkpoints.find(documentId, id)
    if (!checkpoint) continue
    for (const doc of opened([checkpoint.update])) {
      rewriteNames(doc, maskOf, mask)
      await checkpoints.rewrite(documentId, id, Y.encodeStateAsUpdate(doc))
    }
  }
  return kept.length
}

function withoutNames(state: ClassState, mask: MaskText, now: number): ClassState {
  requireEnded(state)
  return {
    ...state,
    namesWipedAt: now,
    groups: state.groups.map((group) => ({ ...group, lock: { state: 'open' } })),
    archivedGroups: state.archivedGroups.map((group) => ({ ...group, lock: { state: 'open' } })),
    messages: state.messages.map((message) => ({ ...message, text: mask(message.text) })),
    points: state.points.map((entry) => ({ ...entry, reason: mask(entry.reason) })),
    day: { ...state.day, remarks: state.day.remarks.map((remark) => ({ ...remark, text: mask(remark.text) })) },
  }
}

function requireEnded(state: ClassState): void {
  if (state.endedAt === null) throw new Refusal('wrong-state', 'the class goes on')
}
