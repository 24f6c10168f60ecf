import { markRaw, readonly, ref, type Ref, shallowReadonly, shallowRef, type ShallowRef } from 'vue'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { prepareDocument } from '../../shared/groupwork/document.ts'
import { SYNC_PATH } from '../../shared/protocol/sync.ts'
import { onWake } from '../api/wake.ts'
import { keepLocalCopy, noCopy } from './localCopy.ts'
import { openSyncLine } from './syncLine.ts'
import type { SyncStatus } from './SyncStatus.ts'

export interface OpenGroup {
  readonly classId: string
  readonly groupId: string
  readonly participantId: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** The origin of everything that is written here by hand. */
  readonly origin: LocalOrigin
  readonly status: Readonly<ShallowRef<SyncStatus>>
  /** True once there is something to show: from the server, or from this device's copy while the line is down. */
  readonly ready: Readonly<Ref<boolean>>
  /** Fields hand in how to write down what is still only in the DOM. @returns the function that takes it back. */
  onFlush(write: () => void): () => void
  /** Writes down what is still only in fields: half a composition, a figure before Enter. Before a lock, and on leaving. */
  flush(): void
  /** After a refusal, because the person asked. */
  retry(): void
  destroy(): void
}

export interface GroupDocumentRequest {
  readonly classId: string
  readonly groupId: string
  readonly participantId: string
  /** null: the trainer, who comes by cookie. */
  readonly token: string | null
  readonly WebSocket?: typeof WebSocket
  /** `ws://host:port`; the page's own host by default. */
  readonly origin?: string
}

const pageOrigin = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`

const sameStatus = (one: SyncStatus, other: SyncStatus): boolean =>
  one.state === other.state && one.waiting === other.waiting && one.since === other.since
  && (one.state !== 'saving' || other.state !== 'saving' || one.late === other.late)

/**
 * Opens a group's document and keeps it in step with the server until `destroy`. The document gets a new client id each
 * time (a reused one would corrupt it), and nothing is ever written into it here: it is the server that seeds.
 */
export function openGroupDocument(request: GroupDocumentRequest): OpenGroup {
  const doc = markRaw(new Y.Doc())
  prepareDocument(doc)
  const awareness = markRaw(new Awareness(doc))
  awareness.setLocalState(null)
  const status = shallowRef<SyncStatus>({ state: 'connecting', waiting: 0, since: performance.now() })
  const ready = ref(false)
  const flushers = new Set<() => void>()

  const line = openSyncLine({
    doc, awareness, documentName: request.groupId, token: request.token, WebSocket: request.WebSocket,
    url: (request.origin ?? pageOrigin()) + SYNC_PATH.slice(0, -1),
    onStatus(next) {
      if (line.synced()) ready.value = true
      if (!sameStatus(status.value, next)) status.value = next
    },
  })
  // The trainer looks into many documents and types into few: no copies on that side.
  const copy = request.token === null ? noCopy : keepLocalCopy(doc, request.classId, request.groupId)
  void copy.loaded.then((found) => { if (found) ready.value = true })
  line.connect()

  const flush = (): void => flushers.forEach((write) => write())
  const stopWaking = onWake({ wake: line.probe, hide: flush, leave: flush })
  window.addEventListener('focus', line.probe)

  return {
    classId: request.classId,
    groupId: request.groupId,
    participantId: request.participantId,
    doc, awareness, flush,
    origin: markRaw(new LocalOrigin(request.participantId)),
    status: shallowReadonly(status),
    ready: readonly(ready),
    onFlush(write) {
      flushers.add(write)
      return () => flushers.delete(write)
    },
    retry: line.retry,
    destroy() {
      flush()
      stopWaking()
      window.removeEventListener('focus', line.probe)
      copy.close()
      line.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}
