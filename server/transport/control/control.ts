import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server } from 'socket.io'
import type { ClientHints, ServerEvents, TrainerWarning, Usage } from '../../../shared/protocol/views.ts'
import type { PreflightView } from '../../../shared/preflight/report.ts'
import type { Role } from '../../../shared/access/policy.ts'
import type { MaskText } from '../../../shared/mask/names.ts'
import type { Answers } from '../../domain/answers/Answers.ts'
import type { Access } from '../../domain/access/Access.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import type { Addresses } from '../../domain/address/Addresses.ts'
import type { Checkpoints } from '../../domain/checkpoint/Checkpoints.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import type { Classes } from '../../domain/class/Classes.ts'
import { reachOf } from '../../domain/class/consequences.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Log } from '../../domain/Log.ts'
import type { Replays } from '../../domain/replay/Replays.ts'
import type { OwnHosts } from '../http/ownHosts.ts'
import { createAnswersFeed, type AnswersFeed } from './answersFeed.ts'
import type { ComparisonFeed } from './comparisonFeed.ts'
import { createAllowance, type Allowance } from './allowance.ts'
import { createClassChannel, type ClassChannel, type ControlSocket } from './ClassChannel.ts'
import { identify, Unwelcome, type Peer } from './handshake.ts'
import { listenToPeer } from './listenToPeer.ts'
import type { ObserverFeed } from './observerFeed.ts'
import { createPointing, type Pointing } from './pointing.ts'
import { createReplayFeed, type ReplayFeed } from './replayFeed.ts'

export interface ControlParts {
  readonly classes: Classes
  readonly access: Access
  readonly checkpoints: Checkpoints
  readonly answers: Answers
  readonly replays: Replays
  readonly masker: (classroom: ClassActor) => Promise<MaskText>
  readonly addresses: Addresses
  readonly hosts: OwnHosts
  readonly clock: Clock
  readonly log: Log
  /** Names this process; changes when the server restarts. */
  readonly run: string
  readonly machineWarnings: (state: ClassState) => readonly TrainerWarning[]
  readonly usage: (state: ClassState) => Usage
  readonly preflight: (classId: string) => PreflightView
  /** A participant's device floods the channel and was cut off. */
  readonly flooded: (participantId: string) => void
  /** What trainers and projectors see of the groups' work. */
  readonly openFeed: (classroom: ClassActor, channel: ClassChannel) => ObserverFeed
  readonly openComparison: (classroom: ClassActor, channel: ClassChannel) => ComparisonFeed
}
export interface Control {
  handleRequest(request: IncomingMessage, response: ServerResponse): void
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** The disk, or the network, changed: trainers are told. */
  machineChanged(): void
  /** The last word to the class's devices that are connected. @returns how many there were. */
  farewell(classId: string, reason: 'names-wiped' | 'class-wiped'): number
  /** Connections now. */
  connections(): Readonly<Record<Role, number>>
  close(): Promise<void>
}

const BEAT_MS = 10_000
/** What a class uses is told to its trainer no more often, and only when it is another figure. */
const USAGE_MS = 5_000
/** Devices of one person, and of everybody (P5.11). */
const MAX_SOCKETS_EACH = 4
const MAX_SOCKETS = 600

export function createControl({ classes, access, checkpoints, answers, replays, masker, addresses, hosts, clock, log, run, machineWarnings, usage, preflight, flooded, openFeed, openComparison }: ControlParts): Control {
  const io = new Server<Record<string, never>, ServerEvents & Record<keyof ClientHints, never>, Record<string, never>, { peer: Peer }>({
    serveClient: false,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 64 * 1_024,
    pingInterval: 10_000,
    pingTimeout: 20_000,
    connectTimeout: 5_000,
    allowRequest: (request, answer) => answer(null, hosts.allowHost(request) && hosts.allowOrigin(request)),
  })
  // The engine needs a server to be made; the real one belongs to the upgrade router and the app, which call it (P3.1).
  io.attach(createServer())
  io.engine.on('connection_error', ({ message }: { message: string }) => log.debug('control.connection-error', { message }))

  interface Open {
    readonly channel: ClassChannel
    readonly feed: ObserverFeed
    readonly answersFeed: AnswersFeed
    readonly replayFeed: ReplayFeed
    readonly comparisonFeed: ComparisonFeed
    readonly pointing: Pointing
    /** Of each participant, over all devices and connections: who comes again and again gets no more of it. */
    readonly allowances: Map<string, Allowance>
  }
  const channels = new Map<string, Open>()
  function openChannel(classroom: ClassActor): Open {
    const open = channels.get(classroom.id)
    if (open) return open
    const channel = createClassChannel({ classroom, addresses, clock, run, machineWarnings, usage, preflight })
    const opened: Open = {
      allowances: new Map(), channel, feed: openFeed(classroom, channel), comparisonFeed: openComparison(classroom, channel),
      answersFeed: createAnswersFeed({ classroom, channel, answers, masker, log }), replayFeed: createReplayFeed({ classroom, channel, replays, log }),
      pointing: createPointing(classroom, channel),
    }
    channels.set(classroom.id, opened)
    return opened
  }

  classes.listen({
    changed(classroom, before, after) {
      const open = channels.get(classroom.id)
      if (!open) return
      const stays = new Set(after.participants.filter((one) => one.removedAt === null).map((one) => one.id))
      open.channel.dismiss((peer) => peer.role === 'participant' && !stays.has(peer.participantId), 'removed')
      open.channel.changed(reachOf(before, after))
      if (before.endedAt === null && after.endedAt !== null) open.channel.dismiss((peer) => peer.role === 'participant', 'class-ended')
      open.feed.changed(before, after)
      open.answersFeed.changed()
      open.replayFeed.changed(before, after)
      open.comparisonFeed.changed(before, after)
      open.pointing.changed()
    },
    faded(classroom, participantIds) {
      const groups = classroom.state().participants.filter((one) => participantIds.includes(one.id)).map((one) => one.groupId)
      channels.get(classroom.id)?.channel.presenceChanged(groups)
    },
    wiped(classId) {
      const open = channels.get(classId)
      if (!open) return
      channels.delete(classId)
      open.feed.stop()
      open.comparisonFeed.stop()
      open.answersFeed.stop()
      open.channel.stop()
      open.channel.dismiss(() => true, 'class-wiped')
    },
  })
  const machineChanged = (): void => {
    for (const { channel } of channels.values()) channel.machineChanged()
  }
  addresses.onChange(machineChanged)

  const count = (): number => [...channels.values()].reduce((sum, { channel }) => sum + channel.sockets().length, 0)
  function allowanceOf(peer: Peer, { allowances }: Open): Allowance {
    if (peer.role !== 'participant') return createAllowance(false, clock.monotonic)
    const allowance = allowances.get(peer.participantId) ?? createAllowance(true, clock.monotonic)
    allowances.set(peer.participantId, allowance)
    return allowance
  }

  io.use((socket, next) => {
    identify(socket.request, socket.handshake.auth, { access, classes }).then(
      (peer) => {
        // Of those who are somebody: strangers' handshakes must not shut the door. The trainer always gets in.
        if (peer.role !== 'trainer' && count() >= MAX_SOCKETS) return next(new Unwelcome('too-many'))
        socket.data.peer = peer
        next()
      },
      (error: unknown) => {
        if (!(error instanceof Unwelcome)) log.error('control.identify-failed', { error })
        next(error instanceof Unwelcome ? error : new Unwelcome('internal'))
      },
    )
  })

  io.on('connection', (socket: ControlSocket) => {
    const { peer } = socket.data
    const classroom = classes.find(peer.classId)
    if (!classroom) {
      socket.emit('goodbye', { reason: 'class-wiped' }) // during the handshake
      return void socket.disconnect(true)
    }
    if (peer.role === 'participant' && !isPresent(classroom, peer.participantId)) {
      socket.emit('goodbye', { reason: 'removed' }) // by the trainer, during the handshake
      return void socket.disconnect(true)
    }
    const open = openChannel(classroom)
    const { channel, feed, answersFeed, replayFeed, comparisonFeed, pointing } = open
    const allowed = allowanceOf(peer, open)
    if (!allowed.message()) return void socket.disconnect(true) // comes again and again
    const groupOf = (participantId: string): string[] => classroom.state().participants.filter((one) => one.id === participantId).map((one) => one.groupId)
    const presence = {
      connected: (): void => {
        if (peer.role !== 'participant') return
        closeOldest(channel, peer.participantId)
        classroom.presence.connected(peer.participantId, socket.id)
        channel.presenceChanged(groupOf(peer.participantId))
      },
      changed: (): void => {
        if (peer.role === 'participant') channel.presenceChanged(groupOf(peer.participantId))
      },
    }
    const actor = (): Actor => (peer.role === 'participant' ? { ...peer, groupId: groupOf(peer.participantId)[0] ?? '' } : peer.role === 'trainer' ? { role: 'trainer' } : peer)

    socket.on('disconnect', () => {
      if (peer.role === 'participant') classroom.presence.disconnected(peer.participantId, socket.id)
      channel.remove(socket)
      feed.remove(socket)
      pointing.gone(socket)
      presence.changed()
    })
    listenToPeer(socket, {
      allowed, clock, log,
      flooded: () => {
        if (peer.role === 'participant') flooded(peer.participantId)
      },
      context: () => ({ actor: actor(), classroom, classes, access, checkpoints, answers, log, watch: (groupId) => feed.watch(socket, groupId) }),
      point: (pointer) => pointing.point(socket, pointer),
      sound: (sound) => channel.heardSound(socket, sound),
      hint: (hint) => {
        if (peer.role !== 'participant') return
        classroom.presence.hinted(peer.participantId, socket.id, hint)
        presence.changed()
      },
    })
    presence.connected()
    channel.add(socket)
    feed.add(socket)
    answersFeed.add(socket)
    replayFeed.add(socket)
    comparisonFeed.add(socket)
  })

  const beat = setInterval(() => {
    const now = { serverNow: clock.now() }
    for (const { channel } of channels.values()) for (const socket of channel.sockets()) socket.emit('beat', now)
  }, BEAT_MS)
  const lookAtUsage = setInterval(() => {
    for (const { channel } of channels.values()) channel.usageMayHaveChanged()
  }, USAGE_MS)

  return {
    handleRequest: (request, response) => io.engine.handleRequest(request as Parameters<typeof io.engine.handleRequest>[0], response),
    handleUpgrade: (request, socket, head) => io.engine.handleUpgrade(request as Parameters<typeof io.engine.handleUpgrade>[0], socket, head),
    machineChanged,
    farewell(classId, reason) {
      const channel = channels.get(classId)?.channel
      const isDevice = ({ role }: Peer): boolean => role === 'participant'
      const told = channel?.sockets().filter(({ data }) => isDevice(data.peer)).length ?? 0
      channel?.dismiss(isDevice, reason)
      return told
    },
    connections() {
      const count = { trainer: 0, participant: 0, projector: 0 }
      for (const { channel } of channels.values()) for (const { data } of channel.sockets()) count[data.peer.role]++
      return count
    },
    async close() {
      clearInterval(beat)
      clearInterval(lookAtUsage)
      for (const { channel, feed, answersFeed, comparisonFeed } of channels.values()) {
        channel.stop()
        feed.stop()
        comparisonFeed.stop()
        answersFeed.stop()
      }
      await io.close()
    },
  }
}

const isPresent = (classroom: ClassActor, participantId: string): boolean =>
  classroom.state().participants.some((one) => one.id === participantId && one.removedAt === null)

/** A fifth tab of one person takes the place of the first, so that nobody is shut out by tabs they forgot. */
function closeOldest(channel: ClassChannel, participantId: string): void {
  const own = channel.sockets().filter(({ data }) => data.peer.role === 'participant' && data.peer.participantId === participantId)
  for (const socket of own.slice(0, Math.max(0, own.length - MAX_SOCKETS_EACH + 1))) {
    // Or the five would push each other out in turns.
    socket.emit('displaced')
    socket.disconnect(true)
  }
}
