import { withoutPeople } from '../../../shared/mask/work.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Log } from '../../domain/Log.ts'
import type { Observatory } from '../../domain/observe/Observatory.ts'
import { send, type ClassChannel, type ControlSocket } from './ClassChannel.ts'
import { createThrottle } from './throttle.ts'

/** Fewer than four pictures a second, whatever the groups do. */
const FEED_MS = 260
/** Held updates and presence change without a word from the documents. */
const LOOK_AGAIN_MS = 2_000

type Summaries = Awaited<ReturnType<Observatory['summaries']>>
/** A group of which nothing has changed is the very same object. */
const areSame = (ones: Summaries | undefined, others: Summaries): boolean =>
  ones?.length === others.length && ones.every((one, place) => one === others[place])

export interface ObserverFeed {
  add(socket: ControlSocket): void
  remove(socket: ControlSocket): void
  /** A trainer follows one group's work, or none. */
  watch(socket: ControlSocket, groupId: string | null): void
  changed(before: ClassState, after: ClassState): void
  stop(): void
}

interface FeedParts {
  readonly classroom: ClassActor
  readonly channel: ClassChannel
  readonly observatory: Observatory
  readonly clock: Clock
  readonly log: Log
}

/** What trainers and projectors of one class see of the groups' work. Nothing is computed while nobody watches. */
export function createObserverFeed({ classroom, channel, observatory, clock, log }: FeedParts): ObserverFeed {
  const watched = new Map<ControlSocket, string>()
  const dirtyDetails = new Set<string>()
  /** What each face was last sent, so that looking again costs no traffic. */
  const lastSent = new WeakMap<ControlSocket, Summaries>()

  const observers = (): readonly ControlSocket[] => channel.sockets().filter((socket) => socket.data.peer.role !== 'participant')
  const projectorNames = (): 'named' | 'masked' => (classroom.state().projector.showCustomers ? 'named' : 'masked')
  const namesFor = (socket: ControlSocket): 'named' | 'masked' => (socket.data.peer.role === 'trainer' ? 'named' : projectorNames())

  async function pushAggregates(): Promise<void> {
    const made = new Map<string, Summaries>()
    for (const socket of observers()) {
      const names = namesFor(socket)
      const groups = made.get(names) ?? (await observatory.summaries(classroom, names))
      made.set(names, groups)
      if (areSame(lastSent.get(socket), groups) || namesFor(socket) !== names) continue
      lastSent.set(socket, groups)
      send(socket, 'aggregate', { serverNow: clock.now(), groups })
    }
  }

  function followedBy(socket: ControlSocket): string | undefined {
    if (socket.data.peer.role === 'trainer') return watched.get(socket)
    const { scene } = classroom.state().projector
    if (scene.kind === 'stage') return classroom.state().sharing?.presenterId ?? undefined
    return scene.kind === 'spotlight' || scene.kind === 'alone' ? scene.groupId : undefined
  }

  async function sendDetail(socket: ControlSocket, groupId: string): Promise<void> {
    const names = namesFor(socket)
    const detail = await observatory.detail(classroom, groupId, names)
    // Names may have been hidden while the document was loading.
    if (!detail || followedBy(socket) !== groupId || namesFor(socket) !== names) return
    const hidesPeople = socket.data.peer.role === 'projector' && !classroom.state().projector.showPeople
    send(socket, 'detail', hidesPeople ? { ...detail, work: withoutPeople(detail.work) } : detail)
  }

  async function pushDetails(): Promise<void> {
    const groupIds = new Set(dirtyDetails)
    dirtyDetails.clear()
    for (const socket of observers()) {
      const groupId = followedBy(socket)
      if (groupId !== undefined && groupIds.has(groupId)) await sendDetail(socket, groupId)
    }
  }

  const guarded = (work: () => Promise<void>) => (): void => {
    work().catch((error: unknown) => log.error('observe.failed', { classId: classroom.id, error }))
  }
  const aggregates = createThrottle(() => FEED_MS, guarded(pushAggregates))
  const details = createThrottle(() => FEED_MS, guarded(pushDetails))
  const refollow = (socket: ControlSocket): void => {
    const groupId = followedBy(socket)
    if (groupId !== undefined) guarded(() => sendDetail(socket, groupId))()
  }

  const stopListening = observatory.onChange((groupId) => {
    if (!classroom.state().groups.some((group) => group.id === groupId) || observers().length === 0) return
    aggregates.ask()
    dirtyDetails.add(groupId)
    details.ask()
  })
  const lookAgain = setInterval(() => {
    if (observers().length > 0) aggregates.ask()
  }, LOOK_AGAIN_MS)

  return {
    add(socket) {
      if (socket.data.peer.role === 'participant') return
      aggregates.ask()
      refollow(socket)
    },
    remove(socket) {
      watched.delete(socket)
      if (observers().length === 0) observatory.release(classroom)
    },
    watch(socket, groupId) {
      if (groupId === null) watched.delete(socket)
      else watched.set(socket, groupId)
      refollow(socket)
    },
    changed(before, after) {
      if (before.projector === after.projector && before.groups === after.groups && before.sharing === after.sharing) return
      aggregates.ask()
      for (const socket of observers()) if (socket.data.peer.role === 'projector') refollow(socket)
    },
    stop() {
      stopListening()
      clearInterval(lookAgain)
      aggregates.stop()
      details.stop()
    },
  }
}
