import { shallowRef } from 'vue'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { OpenGroup } from '../../client/collab/openGroupDocument.ts'
import type { SyncStatus } from '../../client/collab/SyncStatus.ts'
import { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { seedUpdate } from '../../shared/groupwork/document.ts'

/** A group's document that is open and in step, without a line: for what lies above the line. */
export function openedGroup(participantId = 'p1', doc = new Y.Doc()): OpenGroup {
  Y.applyUpdate(doc, seedUpdate())
  const writers = new Set<() => void>()
  return {
    classId: 'c1', groupId: 'g1', participantId, doc,
    awareness: new Awareness(doc),
    origin: new LocalOrigin(participantId),
    status: shallowRef<SyncStatus>({ state: 'saved', waiting: 0, since: 0 }),
    ready: shallowRef(true),
    onFlush(write) {
      writers.add(write)
      return () => writers.delete(write)
    },
    flush: () => writers.forEach((write) => write()),
    retry: () => undefined,
    destroy: () => doc.destroy(),
  }
}
