import { COMMAND_MAX_AGE_MS } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { closeCode } from '../../../shared/protocol/sync.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Rooms } from '../room/Rooms.ts'
import { noteAttendance } from './attendance.ts'
import type { ClassRepository } from './ClassRepository.ts'
import type { ClassState } from './ClassState.ts'
import { consequencesOf, type Consequence } from './consequences.ts'
import { keepDay, withoutWayBack } from './day.ts'
import { MAX_RECENT_COMMANDS } from './limits.ts'
import { createPresence, type Presence } from './presence.ts'
import { afterSetBack, afterSleep, clockGap, type ClockGap, type ClockReading } from './sleep.ts'
import { passTime } from './timing.ts'
import { keepTurning } from './turning.ts'

/** How often it is noted who is here: one write a minute for everybody. */
const NOTE_MS = 60_000

/** What follows from any change, whatever made it. */
const kept = (before: ClassState, after: ClassState, now: number): ClassState => keepTurning(before, keepDay(before, after, now), now)

export type Decide = (state: ClassState, now: number) => ClassState

export interface ClassActor {
  readonly id: string
  readonly presence: Presence
  /** As it was last saved and told. */
  state(): ClassState
  /** Decides after everything that was asked before; resolves when the result is saved and applied to the documents. */
  change(decide: Decide): Promise<ClassState>
  /**
   * Does an order once, however often it is sent. `work` runs alone; it may call `decide` once.
   * @throws Refusal 'stale' when the order is older than 15 s and was not done.
   */
  once<T>(order: Order, work: (change: (decide: Decide) => Promise<ClassState>) => Promise<T>): Promise<T>
  /**
   * Does an order that changes nothing of the state and may be done again. It waits for no turn, only for what its sender asked
   * before: a hall that types at once must not make the trainer wait for its disk. @throws as `once`
   */
  beside<T>(order: Order, work: () => Promise<T>): Promise<T>
  /** Resolves when what is done beside is done. */
  quiet(): Promise<void>
  /** Called once a second: what the passing of time changes, and saving again what the disk refused. */
  tick(): Promise<void>
  saveFailing(): boolean
  /** After this nothing changes any more; resolves when what was under way is done. */
  retire(): Promise<void>
}
export interface Order {
  /** Unique among all senders of the class. */
  readonly key: string
  readonly sender: string
  readonly issuedAt: number
}

export interface ActorParts {
  readonly repository: ClassRepository
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: Log
  /** Makes the document of a new group. Resolves when it is on disk. @throws Refusal 'disk-full' */
  readonly createDocument: (groupId: string, classId: string) => Promise<void>
  readonly changed: (before: ClassState, after: ClassState) => void
}

/** @param initial as stored, `initial.version` being the stored version. */
export function createClassActor(initial: ClassState, parts: ActorParts): ClassActor {
  const { repository, rooms, clock, log } = parts
  let current = initial
  let savedVersion = initial.version
  let failing = false
  /** One is in the queue: a disk that takes seconds to refuse must not gather a row of them before what people press. */
  let isTicking = false
  let retired = false
  let queue: Promise<unknown> = Promise.resolve()
  const results = new Map<string, unknown>()
  /** The last of each sender. */
  const besides = new Map<string, Promise<unknown>>()
  /** Not before the first look: a start may take long, and is no sleep. */
  let last: ClockReading | null = null
  let gaps: ClockGap[] = []
  let notedAt = clock.monotonic()
  const presence = createPresence(clock)

  /** Looked at on arrival, not in turn: a slow disk must not look like a sleep. */
  function lookAtClock(): void {
    const reading = { wall: clock.now(), monotonic: clock.monotonic() }
    const gap = clockGap(last ?? reading, reading)
    last = reading
    if (gap.kind === 'none') return
    gaps.push(gap)
    log.warn('clock.gap', { classId: initial.id, ...gap })
  }

  /** The state as it is by now, before anything is decided on it. */
  function caughtUp(now: number): ClassState {
    const noticed = gaps
    gaps = []
    const steady = noticed.reduce((state, gap) => {
      if (gap.kind === 'slept') return afterSleep(state, gap.from, gap.forMs, now)
      return gap.kind === 'set-back' ? afterSetBack(state, gap.byMs) : state
    }, current)
    return kept(current, passTime(noticed.length > 0 ? withoutWayBack(steady) : steady, now), now)
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(() => {
      requireThere()
      return work()
    })
    queue = turn.catch(() => undefined)
    return turn
  }

  const numberedAnew = (state: ClassState): ClassState => ({ ...state, version: savedVersion + 1 })
  async function save(next: ClassState): Promise<ClassState> {
    const numbered = numberedAnew(next)
    try {
      await repository.save(numbered)
      savedVersion = numbered.version
      failing = false
    } catch (error) {
      if (error instanceof Refusal) throw error
      // A full disk must not stop the class: it goes on from memory, the trainer is warned, and each tick tries again.
      failing = true
      log.error('class.save-failed', { classId: next.id, error })
    }
    return numbered
  }

  async function apply(decide: Decide, key: string | null): Promise<ClassState> {
    const now = clock.now()
    await become(caughtUp(now))
    const decided = kept(current, decide(current, now), now)
    if (decided === current || key === null) return become(decided)
    return become({ ...decided, recentCommands: [...decided.recentCommands, key].slice(-MAX_RECENT_COMMANDS) })
  }

  async function become(next: ClassState): Promise<ClassState> {
    const before = current
    if (next === before) return before
    for (const group of next.groups) {
      if (!before.groups.some((one) => one.id === group.id)) await parts.createDocument(group.id, next.id)
    }
    // A disk that refused is asked again by the next tick: nobody's order waits for another refusal.
    current = failing ? numberedAnew(next) : await save(next)
    await settle(before, current)
    parts.changed(before, current)
    return current
  }

  /** The decision stands already; a document that can't be reached must not keep it from the others. */
  async function settle(before: ClassState, after: ClassState): Promise<void> {
    for (const consequence of consequencesOf(before, after)) {
      try {
        await carryOut(consequence)
      } catch (error) {
        log.error('class.consequence-failed', { classId: after.id, kind: consequence.kind, error })
      }
    }
  }

  async function carryOut(consequence: Consequence): Promise<void> {
    if (consequence.kind === 'lock') await rooms.setLocked(consequence.documentId, consequence.locked)
    else if (consequence.kind === 'detach-person') rooms.disconnect({ participantId: consequence.participantId }, closeCode.moved)
    else rooms.disconnect({ documentIds: consequence.documentIds }, closeCode.moved)
  }

  function remember(key: string, result: unknown): void {
    results.set(key, result)
    const oldest = results.keys().next()
    if (results.size > MAX_RECENT_COMMANDS && !oldest.done) results.delete(oldest.value)
  }

  /** Asked on arrival: what waited for its turn is not older for it. */
  function freshness({ issuedAt }: Order): () => void {
    const ageMs = Math.abs(clock.now() - issuedAt)
    return () => {
      if (!(ageMs <= COMMAND_MAX_AGE_MS)) throw new Refusal('stale', 'the command is too old')
    }
  }
  function requireThere(): void {
    if (retired) throw new Refusal('not-found', 'the class is gone')
  }

  function beside<T>(order: Order, work: () => Promise<T>): Promise<T> {
    const requireFresh = freshness(order)
    const own = (besides.get(order.sender) ?? Promise.resolve()).then(() => {
      requireThere()
      requireFresh()
      return work()
    })
    const last = own.catch(() => undefined).then(() => {
      if (besides.get(order.sender) === last) besides.delete(order.sender)
    })
    besides.set(order.sender, last)
    return own
  }
  const quiet = async (): Promise<void> => void (await Promise.all(besides.values()))

  return {
    id: initial.id,
    presence,
    state: () => current,
    change(decide) {
      lookAtClock()
      return inTurn(() => apply(decide, null))
    },
    beside,
    quiet,
    once: <T>(order: Order, work: (change: (decide: Decide) => Promise<ClassState>) => Promise<T>): Promise<T> => {
      lookAtClock()
      const { key, sender } = order
      const requireFresh = freshness(order)
      const inItsTurn = (): Promise<T> => inTurn(async () => {
        if (results.has(key)) return results.get(key) as T
        if (current.recentCommands.includes(key)) return null as T // done before a restart; the result went with it
        requireFresh()
        const result = await work((decide) => apply(decide, key))
        remember(key, result)
        return result
      })
      return besides.get(sender)?.then(inItsTurn) ?? inItsTurn()
    },
    async tick() {
      lookAtClock()
      const notes = clock.monotonic() - notedAt >= NOTE_MS
      if (isTicking || (gaps.length === 0 && !failing && !notes && passTime(current, clock.now()) === current)) return
      if (notes) notedAt = clock.monotonic()
      isTicking = true
      await inTurn(async () => {
        await apply((state, now) => (notes ? noteAttendance(state, presence.of, now) : state), null)
        if (failing) current = await save(current)
      }).finally(() => (isTicking = false))
    },
    saveFailing: () => failing,
    retire: async () => {
      retired = true
      await queue
      await quiet()
      // By now the disk may be well, and no tick comes any more.
      if (failing) await save(current)
    },
  }
}
