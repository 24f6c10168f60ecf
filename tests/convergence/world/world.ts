import { vi } from 'vitest'
import * as Y from 'yjs'
import { createLocalBus } from '../../../server/bus/local.ts'
import { createRooms, type LiveRooms } from '../../../server/domain/room/createRooms.ts'
import type { Log } from '../../../server/domain/Log.ts'
import { seedUpdate } from '../../../shared/groupwork/document.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { createRandom, type Random } from '../../support/random.ts'
import { DiskRefuses, MemoryDisk, type Disk, type Life } from './disk.ts'
import { Line, type Quality } from './line.ts'
import type { Plan } from './plan.ts'
import { Promises, type Found } from './promises.ts'
import { silentLog } from '../../../server/log.ts'
import { marksOf, Tablet } from './tablet.ts'

/** Something that must not happen has happened. */
export class Broken extends Error {}

export interface Group {
  readonly place: number
  readonly id: string
  /** What the class wants; the server is told so after each start. */
  isLocked: boolean
  /** How the document takes what arrives. turning: nobody can say at this moment. */
  gate: 'open' | 'turning' | 'locked'
  readonly promises: Promises
}
/** How often things happened, so that a run can't be right by doing nothing. */
export const tally = { runs: 0, marks: 0, seen: 0, held: 0, saved: 0, behindLock: 0, kills: 0, powerCuts: 0, forgottenWrites: 0, restarts: 0, moves: 0, closed: 0 }

const STEP_MS = 5
const nextImmediate = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
/** Errors that the log may name: the disk's moods. All others are faults. */
const expectedErrors = new Set(['storage.failing', 'storage.lost', 'document.load-failed'])
/** And where it leaves gaps. */
const gapErrors = new Set(['document.row-unreadable', 'document.not-compacted'])

export type OpenDisk = (random: Random) => Promise<Disk>

/** A class in one process: real rooms on real SQLite, tablets on lines in memory, and time that only moves when told to. */
export class World {
  readonly groups: readonly Group[]
  readonly disk: Disk
  tablets: Tablet[] = []
  lines: Line[] = []
  rooms: LiveRooms
  /** What happened, for people. */
  readonly story: string[] = []
  private life: Life = { alive: true }
  private readonly clock = createFakeClock()
  private readonly plan: Plan
  private readonly ids: Random
  private broken: Broken | null = null
  private made = 0
  /** Seen by others while the disk refused: promised once it is over. */
  private shaky: (() => void)[] = []

  private constructor(plan: Plan, disk: Disk) {
    this.plan = plan
    this.disk = disk
    this.ids = createRandom(plan.seed ^ 0x5eed)
    this.groups = Array.from({ length: plan.groups }, (_, place) => ({ place, id: `g${place}`, isLocked: false, gate: 'open', promises: new Promises() }))
    this.rooms = this.boot()
  }
  static async open(plan: Plan, openDisk: OpenDisk = MemoryDisk.open): Promise<World> {
    const world = new World(plan, await openDisk(createRandom(plan.seed ^ 0xd15c)))
    for (const { id } of world.groups) await world.rooms.create(id, 'c1', seedUpdate())
    for (const { place } of world.groups) world.seat({ name: `trainer${place}`, isTrainer: true, isStock: false, group: place })
    for (let place = 0; place < plan.tablets; place++) {
      world.seat({ name: `t${place}`, isTrainer: false, isStock: place % 4 === 3, group: place % plan.groups })
    }
    for (const tablet of world.tablets) world.connect(tablet)
    return world
  }
  async close(): Promise<void> {
    this.die()
    await this.disk.close()
  }

  say(what: string): void {
    this.story.push(what)
  }
  /** @throws always */
  fail(what: string): never {
    this.broken ??= new Broken(what)
    throw this.broken
  }
  /** What failed where nobody could catch it fails here. */
  check(): void {
    if (this.broken) throw this.broken
    const news = this.shaky
    if (!this.rooms.storageFailing()) for (const promise of news.splice(0)) promise()
  }
  newMark = (by: string): string => {
    tally.marks++
    return `${by}-${this.made++}`
  }
  groupOf = ({ group }: { readonly group: number }): Group => {
    const found = this.groups[group]
    if (!found) throw new RangeError(`group ${group}`)
    return found
  }

  // Tablets and their lines.
  seat(given: Pick<Tablet, 'name' | 'isTrainer' | 'isStock' | 'group'>): Tablet {
    const group = this.groupOf(given)
    const tablet: Tablet = new Tablet({ ...given, clientId: 2 + this.ids.below(2 ** 31) }, {
      saw: (claim, isShaky) => {
        const leak = group.promises.leakedIn(claim.added)
        if (leak) this.fail(`${tablet.name} sees: ${leak}`)
        tally.seen += claim.added.length
        const promise = (): void => group.promises.promise(claim, 'seen')
        if (isShaky) this.shaky.push(promise)
        else promise()
      },
      wrote: ({ struck }) => group.promises.strikes(struck),
      promised(claim, strength) {
        tally[strength] += claim.added.length
        group.promises.promise(claim, strength)
      },
      broken: (what) => this.fail(`${tablet.name}: ${what}`),
    })
    this.tablets.push(tablet)
    return tablet
  }
  /** The tablet is thrown away, with all that it alone had. */
  unseat(tablet: Tablet): void {
    tablet.line?.abandon()
    this.tablets = this.tablets.filter((one) => one !== tablet)
  }
  connect(tablet: Tablet, quality: Quality = 'good'): void {
    const { life, rooms } = this
    const group = this.groupOf(tablet)
    const line: Line = new Line({
      receive: (frame, isShaky) => tablet.receive(frame, isShaky),
      ended(code) {
        if (code !== null) tally.closed++
        if (tablet.line === line) tablet.ended(code)
      },
      arriving: (claim) => {
        if (claim) group.promises.arrives(claim, !tablet.isTrainer && group.gate === 'locked')
      },
      isFailing: () => rooms.storageFailing(),
    }, quality)
    this.lines.push(line)
    tablet.starts(line)
    const actor = tablet.isTrainer ? { role: 'trainer' as const } : { role: 'participant' as const, classId: 'c1', participantId: tablet.name, groupId: group.id }
    void rooms.connect({ documentId: group.id, actor, wire: line, receipts: !tablet.isStock }).then((connection) => {
      if (life.alive) line.admitted(connection)
    }, this.fault)
  }
  deliver(most: number, dice: Random): void {
    this.lines = this.lines.filter((line) => !line.isOver || !line.isIdle)
    for (const line of this.lines) {
      line.deliverUp(most, dice)
      line.deliverDown(most, dice)
    }
  }

  // The server.
  setLocked(group: Group, isLocked: boolean): Promise<void> {
    const { life } = this
    group.isLocked = isLocked
    group.gate = 'turning'
    tally.behindLock += group.promises.behindLock.size
    // From now on what was held may come out at any moment, and counts as having arrived.
    if (!isLocked) for (const mark of group.promises.behindLock) group.promises.arrives({ added: [mark], struck: [] }, false)
    return this.rooms.setLocked(group.id, isLocked).then(() => {
      if (life.alive && group.isLocked === isLocked) group.gate = isLocked ? 'locked' : 'open'
    }, this.fault)
  }
  /** As `kill -9` does it. What the server had written to the lines may still arrive. */
  async kill(dice: Random): Promise<void> {
    tally.kills++
    this.die()
    this.cutAll(dice)
    await this.disk.killed()
    await this.lookAtDisk()
    this.start()
  }
  async cutPower(dice: Random): Promise<void> {
    tally.powerCuts++
    this.die()
    this.cutAll(dice)
    const lost = await this.disk.cutPower(dice)
    tally.forgottenWrites += lost
    this.say(`  ${lost} writes were not synced`)
    for (const { promises } of this.groups) promises.forgetSeen()
    await this.lookAtDisk()
    this.start()
  }
  async restart(dice: Random): Promise<void> {
    tally.restarts++
    this.disk.fast()
    await this.waitFor(this.rooms.close(), 'the server to close')
    this.die()
    this.cutAll(dice)
    await this.disk.restarted()
    await this.lookAtDisk()
    this.start()
  }

  // Time.
  async turn(immediates: number): Promise<void> {
    for (let left = immediates; left > 0; left--) await nextImmediate()
    this.check()
  }
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      this.clock.advance(STEP_MS)
      vi.advanceTimersByTime(STEP_MS)
      await this.turn(2)
      await this.disk.threads()
    }
  }
  async waitFor<T>(work: Promise<T>, what: string): Promise<T> {
    let isDone = false
    const done = work.finally(() => (isDone = true))
    for (let left = 400; left > 0 && !isDone; left--) await this.pass(STEP_MS)
    if (!isDone) this.fail(`waited in vain for ${what}`)
    return done
  }

  /** What is stored of a group, and what would be there once it is opened. */
  async stored(group: Group, look = this.disk.look, mayHaveGaps = false): Promise<Found> {
    const stored = await look(group.id)
    if (!stored) return this.fail(`${group.id} is not on disk`)
    const doc = new Y.Doc()
    for (const update of [...(stored.snapshot ? [stored.snapshot] : []), ...stored.updates]) Y.applyUpdate(doc, update)
    if (!mayHaveGaps && (doc.store.pendingStructs ?? doc.store.pendingDs)) this.fail(`${group.id} has missing parts on disk`)
    const marks = marksOf(doc).toArray()
    for (const { update } of stored.held) Y.applyUpdate(doc, update)
    return { marks, withHeld: marksOf(doc).toArray() }
  }

  private boot(): LiveRooms {
    const { life } = this
    const log: Log = {
      ...silentLog,
      error: (event, fields) => {
        if (life.alive && !expectedErrors.has(event) && !(this.disk.leavesGaps && gapErrors.has(event))) this.fault(new Error(`the log says ${event} ${JSON.stringify(fields)} ${String(fields?.['error'] ?? '')}`))
      },
    }
    return createRooms({ documents: this.disk.seenBy(life), bus: createLocalBus(), clock: this.clock, log, limits: this.plan.limits })
  }
  private start(): void {
    this.disk.isUnreadable = false
    this.life = { alive: true }
    this.rooms = this.boot()
    for (const group of this.groups) void this.setLocked(group, group.isLocked)
  }
  private die(): void {
    this.life.alive = false
    vi.clearAllTimers()
    for (const line of this.lines) line.serverDied()
  }
  private cutAll(dice: Random): void {
    for (const line of this.lines) {
      line.deliverDown(dice.below(30), dice)
      line.lose()
    }
    this.lines = []
    this.shaky = []
    this.check()
  }
  private async lookAtDisk(): Promise<void> {
    for (const group of this.groups) {
      const broken = group.promises.brokenBy(await this.stored(group, this.disk.look, this.disk.leavesGaps))
      if (broken) this.fail(`on disk after the server ended, ${group.id}: ${broken}`)
    }
  }
  private readonly fault = (error: unknown): void => {
    if (error instanceof DiskRefuses) return
    this.broken ??= error instanceof Broken ? error : new Broken(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error))
  }
}
