import type { Socket } from 'socket.io'
import type { PreflightView } from '../../../shared/preflight/report.ts'
import type { ProjectorSound, ServerEvents, TrainerWarning, Usage } from '../../../shared/protocol/views.ts'
import type { Addresses } from '../../domain/address/Addresses.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import type { Reach } from '../../domain/class/consequences.ts'
import { commonView, groupView, projectorView, trainerView, type CommonView, type ViewContext } from '../../domain/class/views.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Peer } from './handshake.ts'
import { createThrottle } from './throttle.ts'

export type ControlSocket = Socket<Record<string, never>, ServerEvents, Record<string, never>, { peer: Peer }>

/** How often people come and go on the trainer's and the projector's faces, on those of their own group, and on all others. */
const WATCHING_MS = 250
const NEAR_MS = 250
const FAR_MS = 1_000
/**
 * One access point carries a room of 300, and a view has 5 KB: sent to all four times a second while they join, that
 * would fill it. So devices are told less often the more there are; what the trainer does still reaches them at once.
 */
const NEAR_MS_PER_DEVICE = 5
const FAR_MS_PER_DEVICE = 20
/** Packets that wait for a device that has stopped reading; it is cut off and comes back to a whole snapshot (P2.11). */
const MAX_WAITING_PACKETS = 100

export interface ChannelParts {
  readonly classroom: ClassActor
  readonly addresses: Addresses
  readonly clock: Clock
  readonly run: string
  /** Warnings of the machine and the documents, which the class doesn't store. */
  readonly machineWarnings: (state: ClassState) => readonly TrainerWarning[]
  readonly usage: (state: ClassState) => Usage
  readonly preflight: (classId: string) => PreflightView
}

export interface ClassChannel {
  add(socket: ControlSocket): void
  remove(socket: ControlSocket): void
  /** The state changed. */
  changed(reach: Reach): void
  /** Somebody came, went, or put the page aside. */
  presenceChanged(groupIds: Iterable<string>): void
  /** A projector says whether its bell can be heard. */
  heardSound(socket: ControlSocket, sound: ProjectorSound): void
  /** Trainers and projector only: addresses, warnings. */
  machineChanged(): void
  /** Tells trainers and projectors when it did. */
  usageMayHaveChanged(): void
  sockets(): readonly ControlSocket[]
  dismiss(who: (peer: Peer) => boolean, reason: Parameters<ServerEvents['goodbye']>[0]['reason']): void
  stop(): void
}

/** Documented by engine.io ("writeBuffer"), though its types call it private. */
const waitingPackets = (socket: ControlSocket): number => (socket.conn as unknown as { readonly writeBuffer: readonly unknown[] }).writeBuffer.length

export function send<E extends keyof ServerEvents>(socket: ControlSocket, event: E, ...given: Parameters<ServerEvents[E]>): void {
  if (waitingPackets(socket) > MAX_WAITING_PACKETS) return void socket.disconnect(true)
  socket.emit(event, ...given)
}

/** All control connections of one class, and who is told what when. Views are whole: nothing depends on an earlier one. */
export function createClassChannel({ classroom, addresses, clock, run, machineWarnings, usage, preflight }: ChannelParts): ClassChannel {
  const sockets = new Set<ControlSocket>()
  const sounds = new Map<ControlSocket, ProjectorSound>()
  const dirtyGroups = new Set<string>()
  /** Version that each group's devices were last told. */
  const told = new Map<string, number>()
  let version = 1
  let toldUsage = ''

  /** One window that rings is enough for the room. */
  function bestSound(): ProjectorSound | null {
    const heard = [...sockets].filter((socket) => socket.data.peer.role === 'projector').map((socket) => sounds.get(socket) ?? 'asleep')
    return (['on', 'none', 'asleep'] as const).find((sound) => heard.includes(sound)) ?? null
  }

  function context(): ViewContext {
    const state = classroom.state()
    return {
      run, version,
      now: clock.now(),
      presence: classroom.presence.of,
      place: addresses.view(state.chosenAddress, `/j/${state.code}`),
      firstOutsideAt: addresses.firstOutsideAt(),
      projectorsOnline: [...sockets].filter((socket) => socket.data.peer.role === 'projector').length,
      projectorSound: bestSound(),
      preflight: preflight(state.id),
      warnings: [...state.warnings, ...machineWarnings(state)],
      usage: usage(state),
    }
  }

  /** Tells those who pass the filter; a group's view is made once for all its members. */
  function tell(isTold: (peer: Peer, groupId: string | undefined) => boolean): void {
    const state = classroom.state()
    const shared = context()
    const common = commonView(state, shared)
    const members = new Map(common.members.map((member) => [member.id, member]))
    const ofGroup = new Map<string, ReturnType<typeof groupView>>()
    let forTrainer: ReturnType<typeof trainerView> | undefined
    let forProjector: ReturnType<typeof projectorView> | undefined
    for (const socket of [...sockets]) {
      const { peer } = socket.data
      const me = peer.role === 'participant' ? members.get(peer.participantId) : undefined
      if (!isTold(peer, me?.groupId)) continue
      if (peer.role === 'trainer') send(socket, 'state', (forTrainer ??= trainerView(state, common, shared)))
      else if (peer.role === 'projector') send(socket, 'state', (forProjector ??= projectorView(state, common, shared)))
      else if (me) send(socket, 'state', { ...viewOfGroup(me.groupId, common, ofGroup), me })
    }
  }

  function viewOfGroup(groupId: string, common: CommonView, made: Map<string, ReturnType<typeof groupView>>): ReturnType<typeof groupView> {
    const view = made.get(groupId) ?? groupView(classroom.state(), common, groupId)
    made.set(groupId, view)
    told.set(groupId, version)
    return view
  }

  const watching = createThrottle(() => WATCHING_MS, () => tell((peer) => peer.role !== 'participant'))
  const near = createThrottle(() => Math.max(NEAR_MS, sockets.size * NEAR_MS_PER_DEVICE), () => {
    const groupIds = new Set(dirtyGroups)
    dirtyGroups.clear()
    tell((peer, groupId) => peer.role === 'participant' && groupId !== undefined && groupIds.has(groupId))
  })
  const far = createThrottle(() => Math.max(FAR_MS, sockets.size * FAR_MS_PER_DEVICE), () => {
    const behind = new Set(classroom.state().groups.filter((group) => (told.get(group.id) ?? 0) < version).map((group) => group.id))
    tell((peer, groupId) => peer.role === 'participant' && groupId !== undefined && behind.has(groupId))
  })

  function gather(groupIds: Iterable<string>): void {
    version += 1
    for (const groupId of groupIds) dirtyGroups.add(groupId)
    watching.ask()
    if (dirtyGroups.size > 0) near.ask()
    far.ask()
  }

  function watchersOnly(): void {
    version += 1
    watching.ask()
  }

  return {
    add(socket) {
      sockets.add(socket)
      tell((peer) => peer === socket.data.peer)
      if (socket.data.peer.role === 'projector') watchersOnly()
    },
    remove(socket) {
      sockets.delete(socket)
      sounds.delete(socket)
      if (socket.data.peer.role === 'projector') watchersOnly()
    },
    changed(reach) {
      if (reach.control) {
        version += 1
        dirtyGroups.clear()
        tell(() => true)
        return
      }
      gather(reach.groupIds)
      if (reach.movedIds.size > 0) tell((peer) => peer.role === 'participant' && reach.movedIds.has(peer.participantId))
    },
    presenceChanged: gather,
    heardSound(socket, sound) {
      if (socket.data.peer.role !== 'projector' || sounds.get(socket) === sound) return
      sounds.set(socket, sound)
      watchersOnly()
    },
    machineChanged: watchersOnly,
    usageMayHaveChanged() {
      if (![...sockets].some(({ data }) => data.peer.role === 'trainer')) return
      const used = JSON.stringify(usage(classroom.state()))
      if (used !== toldUsage) watchersOnly()
      toldUsage = used
    },
    sockets: () => [...sockets],
    dismiss(who, reason) {
      for (const socket of [...sockets]) {
        if (!who(socket.data.peer)) continue
        socket.emit('goodbye', { reason })
        socket.disconnect(true)
      }
    },
    stop() {
      watching.stop()
      near.stop()
      far.stop()
    },
  }
}
