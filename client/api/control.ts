import { nanoid } from 'nanoid'
import { io, type Socket } from 'socket.io-client'
import { onScopeDispose, readonly, ref, type Ref, shallowRef, type ShallowRef } from 'vue'
import { type AnswersView, noAnswers } from '../../shared/answers/topics.ts'
import type { CommandName, CommandPayload, CommandResult } from '../../shared/protocol/commands.ts'
import type { Pointer } from '../../shared/sharing/model.ts'
import type { Reply } from '../../shared/protocol/reply.ts'
import type { Aggregate, ControlAuth, GroupDetail, ParticipantView, ProjectorSound, ProjectorView, Replay, ServerEvents, TrainerView, View } from '../../shared/protocol/views.ts'
import type { ScaleComparison } from '../../shared/scale/comparison.ts'
import type { Outcome } from './http.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createServerClock } from './serverClock.ts'
import { onWake } from './wake.ts'

/** 'stopped': the server said goodbye; nothing reconnects until the person does something. */
export type Line = 'connecting' | 'online' | 'offline' | 'stopped'
type Goodbye = Parameters<ServerEvents['goodbye']>[0]['reason']

export interface Control<V extends View> {
  /** The newest snapshot; null until the first one. Stays while offline. */
  readonly view: Readonly<ShallowRef<V | null>>
  readonly line: Readonly<Ref<Line>>
  readonly goodbye: Readonly<Ref<Goodbye | null>>
  readonly aggregate: Readonly<ShallowRef<Aggregate | null>>
  readonly detail: Readonly<ShallowRef<GroupDetail | null>>
  /** Where the group on the stage points. */
  readonly pointer: Readonly<ShallowRef<Pointer | null>>
  /** Shows the room where this device points. */
  point(pointer: Pointer | null): void
  /** The film that the projector shows, once it has come. */
  readonly replay: Readonly<ShallowRef<Replay | null>>
  /** The groups' scales side by side, as the projector last showed them. */
  readonly comparison: Readonly<ShallowRef<ScaleComparison | null>>
  /** What this device may see of votes and private entries. */
  readonly answers: Readonly<ShallowRef<AnswersView>>
  /** The server's clock, ms since 1970. */
  serverNow(): number
  /** Never buffered: while offline it fails at once, so that nothing fires by surprise later. */
  send<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Outcome<CommandResult<N>>>
  /** What this person has said and the server does not have yet. */
  readonly outbox: Outbox
  /** Of the projector alone: whether its bell can be heard. */
  hintSound(sound: ProjectorSound): void
  close(): void
}

const ACK_MS = 6_000
const PROBE_MS = 2_000
const SAMPLES = 5
/** The server beats every 10 s: a line that says nothing for longer looks open and may be dead. */
const SILENCE_MS = 13_000
const WATCH_MS = 2_000
/** About so long after the server cut or refused us. */
const AGAIN_MS = 4_000

type RoleView<R extends ControlAuth['role']> = R extends 'trainer' ? TrainerView : R extends 'projector' ? ProjectorView : ParticipantView

/** Opens the control channel; ends with the calling scope. */
export function useControl<A extends ControlAuth>(auth: A): Control<RoleView<A['role']>> {
  type V = RoleView<A['role']>
  // shallowRef's own overloads ask whether V is a ref, which can't be known of a type that is still open.
  const view = shallowRef(null) as ShallowRef<V | null>
  const aggregate = shallowRef<Aggregate | null>(null)
  const detail = shallowRef<GroupDetail | null>(null)
  const replay = shallowRef<Replay | null>(null)
  const comparison = shallowRef<ScaleComparison | null>(null)
  const answers = shallowRef<AnswersView>(noAnswers)
  const pointer = shallowRef<Pointer | null>(null)
  const line = ref<Line>('connecting')
  const goodbye = ref<Goodbye | null>(null)
  const clock = createServerClock()

  // Websocket first; long polling is only the way through proxies that break it. The jitter spreads a room's return.
  const socket: Socket = io({
    auth, transports: ['websocket', 'polling'], tryAllTransports: true,
    reconnectionDelay: 600, reconnectionDelayMax: 4_000, randomizationFactor: 0.9, timeout: 5_000,
  })

  async function sampleClock(count: number): Promise<void> {
    for (let taken = 0; taken < count && socket.connected; taken++) {
      const sentAt = performance.now()
      try {
        const serverNow: unknown = await socket.timeout(PROBE_MS).emitWithAck('time')
        if (typeof serverNow === 'number') clock.addSample(sentAt, performance.now(), serverNow)
      } catch {
        return
      }
    }
  }

  // Online only with a first idea of the server's clock: commands say when they were issued, and are refused as stale.
  socket.on('connect', () => {
    void sampleClock(1).then(() => {
      if (!socket.connected || line.value === 'stopped') return
      line.value = 'online'
      void sampleClock(SAMPLES - 1)
    })
  })
  /** Another page of this person has the place: this one waits until somebody looks at it again. */
  let isDisplaced = false
  let isClosed = false
  let again: ReturnType<typeof setTimeout> | undefined
  const mayComeBack = (): boolean => line.value !== 'stopped' && !isClosed
  /** The library comes back by itself from a dead line alone, not when the server cut it or refused it for now. */
  function lost(): void {
    if (!mayComeBack()) return
    line.value = 'offline'
    clearTimeout(again)
    if (!socket.active && !isDisplaced) again = setTimeout(() => void (mayComeBack() && !socket.active && socket.connect()), AGAIN_MS * (0.2 + Math.random()))
  }
  socket.on('disconnect', lost)
  socket.on('displaced', () => { isDisplaced = true })
  socket.on('connect_error', (error: Error & { data?: { reason?: Goodbye } }) => {
    if (error.data?.reason) stop(error.data.reason)
    else lost()
  })
  socket.on('state', (next: V) => {
    const seen = view.value
    if (seen && seen.run === next.run && next.version < seen.version) return
    if (!seen || seen.run !== next.run) clock.reset()
    view.value = next
  })
  socket.on('aggregate', (next: Aggregate) => { aggregate.value = next })
  socket.on('detail', (next: GroupDetail) => { detail.value = next })
  socket.on('replay', (next: Replay) => { replay.value = next })
  socket.on('comparison', (next: ScaleComparison) => { comparison.value = next })
  socket.on('answers', (next: AnswersView) => { answers.value = next })
  socket.on('pointer', (next: Pointer | null) => { pointer.value = next })
  socket.on('beat', () => void sampleClock(1))
  socket.on('goodbye', ({ reason }: { reason: Goodbye }) => stop(reason))

  function stop(reason: Goodbye): void {
    goodbye.value = reason
    line.value = 'stopped'
    socket.disconnect()
  }

  /** After a sleep a socket may look open and be dead: ask, and take a new one when there is no answer. */
  async function probe(): Promise<void> {
    if (line.value === 'stopped') return
    try {
      await socket.timeout(PROBE_MS).emitWithAck('time')
    } catch {
      if (!mayComeBack()) return
      socket.disconnect().connect()
    }
    void sampleClock(SAMPLES)
  }
  let heardAt = performance.now()
  socket.onAny(() => { heardAt = performance.now() })
  const watching = setInterval(() => {
    if (line.value !== 'online' || performance.now() - heardAt < SILENCE_MS) return
    heardAt = performance.now()
    void probe()
  }, WATCH_MS)
  const stopWaking = onWake({
    wake() {
      if (line.value === 'stopped') return
      isDisplaced = false
      if (!socket.connected) socket.connect()
      else {
        socket.emit('presence', 'online')
        void probe()
      }
    },
    hide: () => { if (socket.connected) socket.volatile.emit('presence', 'away') },
    leave: () => { if (socket.connected) socket.volatile.emit('presence', 'leaving') },
  })

  async function send<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Outcome<CommandResult<N>>> {
    if (line.value !== 'online') return { ok: false, reason: 'offline' }
    try {
      const envelope = { commandId: nanoid(), issuedAt: clock.now() }
      const reply: Reply<CommandResult<N>> = await socket.timeout(ACK_MS).emitWithAck(name, { ...payload, ...envelope })
      return reply.ok ? reply : { ok: false, reason: reply.reason }
    } catch {
      // Nobody should have to wait for a heartbeat that is missing, too.
      if (socket.connected) void probe()
      return { ok: false, reason: 'offline' }
    }
  }

  function close(): void {
    isClosed = true
    clearTimeout(again)
    clearInterval(watching)
    stopWaking()
    socket.disconnect()
  }
  onScopeDispose(close)

  return {
    view, aggregate, detail, replay, comparison, answers, pointer,
    point: (next) => void (next ? socket.volatile : socket).emit('point', next),
    line: readonly(line),
    goodbye: readonly(goodbye),
    serverNow: clock.now,
    send,
    outbox: createOutbox({
      line, answers, whose: () => (view.value && 'me' in view.value ? view.value.me.id : null),
      // JSON by the answers' types; the wire's own type says so only of values it knows.
      give: (topic, value) => send('answer:give', { topic, value: JSON.parse(JSON.stringify(value)) as never }),
    }),
    hintSound: (sound) => { if (socket.connected) socket.emit('sound', sound) },
    close,
  }
}
