import { closeCode, documentNamePattern, type CloseCode } from '../../../shared/protocol/sync.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { may } from '../../../shared/access/policy.ts'
import type { Actor } from '../access/Actor.ts'
import type { Bus } from '../Bus.ts'
import type { Clock } from '../clock.ts'
import { goAround } from '../goAround.ts'
import type { Log } from '../Log.ts'
import type { DocumentStore } from './DocumentStore.ts'
import { createJournal } from './journal.ts'
import { defaultLimits, type RoomLimits } from './limits.ts'
import { Peer, type PeerHub } from './peer.ts'
import { Riding } from './riding.ts'
import { relay } from './relay.ts'
import { Room } from './room.ts'
import { TOO_LARGE, type RefusedPeer, type Rooms } from './Rooms.ts'
import { noMeter, type RoomMeter, type RoomUsage } from './RoomMeter.ts'
import { createTicks } from './ticks.ts'
import type { ConnectRequest, Connection } from './Wire.ts'

export interface RoomsParts {
  readonly documents: DocumentStore
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Log
  readonly limits?: Partial<RoomLimits>
  readonly meter?: RoomMeter
}
export interface LiveRooms extends Rooms {
  /** Lets a peer in, once its document is loaded. Undefined when it was refused: the wire is closed with the reason. */
  connect(request: ConnectRequest): Promise<Connection | undefined>
  /** Writes of all rooms that wait for the disk. */
  waitingWrites(): number
  /** Lets go of the documents that nobody has used for a while. Done by itself every few minutes. @returns how many */
  sleep(): number
}
interface Opened {
  readonly room: Room
  readonly unsubscribe: () => Promise<void>
}

const LOOK_AT_CLASSES_MS = 1_000
/** So long a server that stops writes documents anew, so that the next start reads each of them as one; the others read their logs. */
const COMPACT_AT_CLOSE_MS = 2_000

export function createRooms({ documents, bus, clock, log, limits: changes, meter = noMeter }: RoomsParts): LiveRooms {
  const limits: RoomLimits = { ...defaultLimits, ...changes }
  const journal = createJournal({ documents, clock, log, meter }, limits)
  const ticks = createTicks()
  const riding = new Riding(limits.ridingMs)
  const others = relay(bus, log)
  const changeListeners = new Set<(documentId: string) => void>()
  const fullListeners = new Set<(documentId: string) => void>()
  const refusedListeners = new Set<(refused: RefusedPeer) => void>()
  /** Two who open at once share one load; a load that failed or found nothing is not remembered (P2.3). */
  const loading = new Map<string, Promise<Opened | undefined>>()
  const opened = new Map<string, Opened>()
  /** Of documents that sleep: when somebody last wrote there. */
  const sleeping = new Map<string, number | null>()
  /** Which documents are to be locked, and which not, as far as anybody said: also of those that could not be loaded then. */
  const locks = new Map<string, boolean>()
  /** Also those whose document is still loading, oldest first. */
  const peers = new Set<Peer>()
  let closing = false

  function usage(classId?: string): RoomUsage {
    const rooms = [...opened.values()].map(({ room }) => room).filter((room) => classId === undefined || room.document.classId === classId)
    return {
      documents: rooms.length,
      bytes: rooms.reduce((bytes, { document }) => bytes + document.size, 0),
      connections: rooms.reduce((connections, room) => connections + room.peers.size, 0),
      updatesPerSecond: rooms.reduce((rate, room) => rate + room.updatesPerSecond(), 0),
    }
  }
  /** Asked with every update: to look at all classes once a second is enough for tens of megabytes. */
  let fullClasses: ReadonlySet<string> = new Set()
  let lookedAt = -Infinity
  function classIsFull(classId: string): boolean {
    const now = clock.monotonic()
    if (now - lookedAt >= LOOK_AT_CLASSES_MS) {
      lookedAt = now
      fullClasses = findFullClasses()
    }
    return fullClasses.has(classId)
  }
  function findFullClasses(): ReadonlySet<string> {
    const bytes = new Map<string, number>()
    for (const { room: { document } } of opened.values()) bytes.set(document.classId, (bytes.get(document.classId) ?? 0) + document.size)
    const large = [...bytes].filter(([, size]) => size > limits.classBytes).map(([classId]) => classId)
    return new Set(large.filter((classId) => {
      // Logs repeat overhead, so before anybody is refused the documents are measured.
      for (const { room } of opened.values()) if (room.document.classId === classId) room.document.measure()
      return usage(classId).bytes > limits.classBytes
    }))
  }
  const tell = <What>(listeners: ReadonlySet<(what: What) => void>) => (what: What): void => {
    for (const listener of listeners) {
      try {
        listener(what)
      } catch (error) {
        log.error('rooms.listener-failed', { error })
      }
    }
  }
  /** Closes it without saving what only memory has, which its devices bring again. */
  function drop(documentId: string, code: CloseCode, why: unknown): void {
    for (const peer of [...peers]) if (peer.documentId === documentId) peer.close(code)
    const found = opened.get(documentId)
    loading.delete(documentId)
    opened.delete(documentId)
    sleeping.delete(documentId)
    found?.room.forget(why)
    void found?.unsubscribe()
  }
  async function load(documentId: string): Promise<Opened | undefined> {
    const stored = await documents.load(documentId)
    if (!stored) return undefined
    const room: Room = new Room(stored, { documents, journal, ticks, clock, log, limits, meter, classIsFull, failed: (id, error) => void (opened.get(id)?.room === room && drop(id, closeCode.restart, error)), changed: tell(changeListeners), full: tell(fullListeners), refused: tell(refusedListeners), publish: others.publish })
    const locked = locks.get(documentId)
    // The first thing that happens there; who waits for a lock waits for one of its own.
    if (locked !== undefined && locked !== room.document.locked) void room.setLocked(locked)
    const unsubscribe = await others.subscribe(documentId, (update) => room.receiveRemote(update))
    return { room, unsubscribe: () => unsubscribe().catch((error: unknown) => log.warn('bus.unsubscribe-failed', { documentId, error })) }
  }
  function open(documentId: string): Promise<Opened | undefined> {
    if (!documentNamePattern.test(documentId)) return Promise.resolve(undefined)
    const known = loading.get(documentId)
    if (known) return known
    const started = load(documentId).then(
      (found) => {
        if (loading.get(documentId) !== started) return undefined // wiped meanwhile
        if (found) opened.set(documentId, found)
        else loading.delete(documentId)
        sleeping.delete(documentId)
        return found
      },
      (error: unknown) => {
        if (loading.get(documentId) === started) loading.delete(documentId)
        throw error
      },
    )
    loading.set(documentId, started)
    return started
  }
  const stopHeartbeats = goAround(peers, limits.heartbeatMs, (peer) => peer.heartbeat())
  function sleep(): number {
    const unused = [...opened].filter(([, { room }]) => room.maySleep())
    for (const [documentId, { room, unsubscribe }] of unused) {
      sleeping.set(documentId, room.editedAt)
      loading.delete(documentId)
      opened.delete(documentId)
      room.stop()
      void unsubscribe()
    }
    if (unused.length > 0) log.info('documents.asleep', { documents: unused.length, open: opened.size })
    return unused.length
  }
  const stopFolding = goAround(opened, limits.foldMs, ([, { room }]) => room.fold())
  const naps = setInterval(sleep, limits.sleepMs / 4)
  naps.unref()

  /** One more socket of a person who has enough of them costs the oldest one its place. */
  function makeRoomFor({ participantId }: Peer): void {
    if (participantId === null) return
    const own = [...peers].filter((peer) => peer.participantId === participantId)
    for (const oldest of own.slice(0, Math.max(0, own.length - limits.socketsPerParticipant))) oldest.close(closeCode.tooFast)
  }

  const hub: PeerHub = {
    limits, clock, riding,
    isClosing: () => closing,
    tooLarge({ documentId, participantId }) {
      meter.refused(TOO_LARGE)
      tell(refusedListeners)({ documentId, participantId, code: TOO_LARGE, why: 'message too large' })
    },
    gone: (peer) => void peers.delete(peer),
  }

  return {
    async create(documentId, classId, seed) {
      if (!documentNamePattern.test(documentId)) throw new Refusal('bad-payload', 'not a document name')
      await documents.create(documentId, classId, seed, clock.now())
    },
    async read(documentId) {
      const found = await open(documentId)
      await found?.room.quiet()
      return found?.room.document.doc
    },
    async setLocked(documentId, locked) {
      locks.set(documentId, locked)
      const found = await open(documentId)
      if (!found) throw new Refusal('not-found', 'no such document')
      await found.room.setLocked(locked)
    },
    openWhenLoaded: (documentId) => void locks.set(documentId, false),
    heldBy: (documentId) => opened.get(documentId)?.room.document.heldBy() ?? new Set(),
    present(documentId) {
      const here = [...(opened.get(documentId)?.room.peers ?? [])]
      return new Set(here.flatMap((peer) => (peer.gone || peer.participantId === null ? [] : [peer.participantId])))
    },
    onChange(listener) {
      changeListeners.add(listener)
      return () => void changeListeners.delete(listener)
    },
    onFull(listener) {
      fullListeners.add(listener)
      return () => void fullListeners.delete(listener)
    },
    onRefused(listener) {
      refusedListeners.add(listener)
      return () => void refusedListeners.delete(listener)
    },
    usage,
    async edit(documentId, change) {
      const found = await open(documentId)
      if (!found) throw new Refusal('not-found', 'no such document')
      await found.room.edit(change)
    },
    async compact(documentId) {
      const found = await open(documentId)
      if (!found) throw new Refusal('not-found', 'no such document')
      if (!(await found.room.compactNow())) throw new Refusal('disk-full', 'the document could not be written anew')
    },
    editedAt: (documentId) => opened.get(documentId)?.room.editedAt ?? sleeping.get(documentId) ?? null,
    disconnect(match, code) {
      const meant = (peer: Peer): boolean =>
        'participantId' in match ? peer.participantId === match.participantId : match.documentIds.includes(peer.documentId)
      for (const peer of [...peers]) if (meant(peer)) peer.close(code)
    },
    forget(documentIds) {
      for (const documentId of documentIds) {
        drop(documentId, closeCode.moved, new Refusal('not-found', 'no such document any more'))
        locks.delete(documentId)
      }
    },
    storageFailing: () => journal.failing() || [...opened.values()].some(({ room }) => room.isUnreadable),
    waitingWrites: () => journal.length(),
    sleep,

    async connect(request) {
      const { documentId, actor, wire } = request
      if (closing || peers.size >= limits.sockets) return void wire.close(closeCode.restart)
      if (!documentNamePattern.test(documentId)) return void wire.close(closeCode.unknownDocument)
      // Counted before the document is there: who is moved or removed meanwhile must not slip in.
      // Under the name that the room has: the one that came is a piece of the whole address and would keep all of it.
      const peer = new Peer({ ...request, documentId: opened.get(documentId)?.room.document.id ?? documentId }, hub)
      peers.add(peer)
      makeRoomFor(peer)
      const refuse = (code: CloseCode): undefined => {
        peer.close(code)
        peers.delete(peer)
      }
      let found: Opened | undefined
      try {
        found = await open(documentId)
      } catch (error) {
        log.error('document.load-failed', { documentId, error: error instanceof Error ? error.message : String(error) })
        return refuse(closeCode.restart)
      }
      if (!found) return refuse(closeCode.unknownDocument)
      const refusal = peer.gone ? closeCode.moved : refusalFor(actor, documentId, found.room.document.classId)
      if (refusal !== null) return refuse(refusal)
      found.room.join(peer)
      return peer
    },
    async close() {
      closing = true
      stopHeartbeats()
      stopFolding()
      clearInterval(naps)
      const startedAt = clock.monotonic()
      for (const { room } of opened.values()) {
        try {
          await room.drained()
        } catch (error) {
          // It has nothing that its devices were told is saved and is not stored; they bring the rest to the next start.
          log.error('document.left-broken', { documentId: room.document.id, error })
          room.forget(error)
          continue
        }
        if (room.isWorthCompacting() && clock.monotonic() - startedAt < COMPACT_AT_CLOSE_MS) await room.compactNow()
      }
      await journal.close()
      riding.flush()
      for (const peer of [...peers]) peer.close(closeCode.restart)
      for (const { room, unsubscribe } of opened.values()) {
        room.stop()
        await unsubscribe()
      }
    },
  }
}

/** Members have their own group's document, the trainer all, others none. */
function refusalFor(actor: Actor, documentId: string, classId: string): CloseCode | null {
  if (may(actor.role, 'document:any')) return null
  const own = actor.role === 'participant' && may(actor.role, 'document:own') && actor.groupId === documentId
  return own && actor.classId === classId ? null : closeCode.forbidden
}
