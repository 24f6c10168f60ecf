import { closeCode } from '../../../shared/protocol/sync.ts'
import { deedKinds, doDeed } from '../../support/groupPeers.ts'
import type { Random } from '../../support/random.ts'
import type { StepKind } from './plan.ts'
import { settle } from './settle.ts'
import { marksOf, notesOf, type Tablet } from './tablet.ts'
import { tally, type World } from './world.ts'

type Act = (world: World, dice: Random) => void | Promise<void>

/** A tablet that shows its document: nobody writes before that. */
function atWork(world: World, dice: Random): Tablet | undefined {
  const able = world.tablets.filter((tablet) => tablet.everSynced)
  return able.length === 0 ? undefined : dice.pick(able)
}
/** Does something with a tablet that can, and says so. */
const byTablet = (what: string, act: (tablet: Tablet, world: World, dice: Random) => string | undefined): Act => (world, dice) => {
  const tablet = atWork(world, dice)
  if (!tablet) return
  const detail = act(tablet, world, dice)
  world.say(`${tablet.name} in g${tablet.group}${tablet.line ? '' : ' (offline)'} ${what}${detail === undefined ? '' : ` ${detail}`}`)
}
const mark = (tablet: Tablet, world: World, dice: Random): string => {
  const word = world.newMark(tablet.name)
  marksOf(tablet.doc).insert(dice.below(marksOf(tablet.doc).length + 1), [word])
  return word
}
const deed = (tablet: Tablet, world: World, dice: Random, kind: string): void =>
  doDeed(tablet, { who: 0, kind, pick: dice.below(30), more: dice.below(300) }, world.newMark('row').toLowerCase())

export const actions: Readonly<Record<StepKind, Act>> = {
  deed: byTablet('does', (tablet, world, dice) => {
    const kind = dice.pick(deedKinds)
    if (dice.below(2) === 0) deed(tablet, world, dice, kind)
    else tablet.doc.transact(() => (deed(tablet, world, dice, kind), mark(tablet, world, dice)), tablet.origin)
    return kind
  }),
  mark: byTablet('marks', mark),
  unmark: byTablet('strikes out', (tablet, _world, dice) => {
    const marks = marksOf(tablet.doc)
    if (marks.length === 0) return 'nothing'
    const place = dice.below(marks.length)
    const word = marks.get(place)
    marks.delete(place)
    return word
  }),
  write: byTablet('writes', (tablet, _world, dice) => {
    const notes = notesOf(tablet.doc)
    tablet.doc.transact(() => {
      const place = dice.below(notes.length + 1)
      if (dice.below(3) === 0) notes.delete(place, Math.min(dice.below(5), notes.length - place))
      else notes.insert(place, dice.pick(['word ', '字', 'ab', '明年']))
    }, tablet.origin)
    return undefined
  }),
  undo: byTablet('undoes', (tablet, world, dice) => void deed(tablet, world, dice, 'undo')),
  redo: byTablet('redoes', (tablet, world, dice) => void deed(tablet, world, dice, 'redo')),
  twice: byTablet('sends its last update again', (tablet) => {
    // Made offline, it is the first time that the server hears of it.
    if (tablet.last) tablet.sendCounted(tablet.last.frame, tablet.last.claim, false)
    return undefined
  }),

  connect(world, dice) {
    const tablet = dice.pick(world.tablets)
    // Some come back over a new line while the server still has the old one.
    if (tablet.line) tablet.line.abandon()
    // Receipts count what arrives, so only those who ask for none can have a line that loses messages.
    const quality = tablet.isStock ? dice.pick(['good', 'lossy', 'leaky', 'leaky'] as const) : 'good'
    world.connect(tablet, quality)
    world.say(`${tablet.name} connects to g${tablet.group} by a ${quality} line`)
  },
  cut(world, dice) {
    const { name, line } = dice.pick(world.tablets)
    if (!line) return
    line.lose()
    const isNoticed = dice.below(2) === 0
    if (isNoticed) line.hangUp()
    world.say(`the line of ${name} is cut${isNoticed ? '' : ', unknown to the server'}`)
  },
  leave(world, dice) {
    const tablet = dice.pick(world.tablets)
    if (!tablet.line) return
    tablet.line.leave()
    tablet.ended(null)
    world.say(`${tablet.name} goes offline`)
  },
  deliver(world, dice) {
    const most = 1 + dice.below(6)
    world.deliver(most, dice)
    world.say(`up to ${most} frames arrive on each line`)
  },
  async time(world, dice) {
    const ms = 5 * (1 + dice.below(dice.below(4) === 0 ? 60 : 8))
    await world.pass(ms)
    world.say(`${ms} ms pass`)
  },
  async settle(world, dice) {
    world.disk.heal()
    await settle(world, dice)
    world.say('the disk is well, and everything arrives')
  },

  lock: (world, dice) => lock(world, dice, true),
  unlock: (world, dice) => lock(world, dice, false),
  move(world, dice) {
    const tablet = dice.pick(world.tablets)
    if (tablet.isTrainer || world.groups.length < 2) return
    tally.moves++
    const group = (tablet.group + 1 + dice.below(world.groups.length - 1)) % world.groups.length
    const line = tablet.line
    world.rooms.disconnect({ participantId: tablet.name }, closeCode.moved)
    if (line && line.closedWith === null) world.fail(`${tablet.name} is moved, and its line stays open`)
    world.unseat(tablet)
    world.connect(world.seat({ name: tablet.name, isTrainer: false, isStock: tablet.isStock, group }))
    world.say(`${tablet.name} is moved from g${tablet.group} to g${group}`)
  },
  replace(world, dice) {
    const tablet = dice.pick(world.tablets)
    world.unseat(tablet)
    world.connect(world.seat(tablet))
    world.say(`${tablet.name} gets a new tablet`)
  },

  async kill(world, dice) {
    world.say('the server is killed')
    await world.kill(dice)
  },
  async power(world, dice) {
    world.say('the power goes')
    await world.cutPower(dice)
  },
  async restart(world, dice) {
    world.say('the server is restarted')
    await world.restart(dice)
  },
  slow: mood('slow', (world) => world.disk.slow()),
  fast: mood('fast again', (world) => world.disk.fast()),
  full: mood('full', (world) => void (world.disk.isFull = true)),
  room: mood('no longer full', (world) => void (world.disk.isFull = false)),
  syncFails: mood('unable to sync', (world) => void (world.disk.syncFails = true)),
  syncWorks: mood('able to sync', (world) => void (world.disk.syncFails = false)),
  unreadable: mood('unreadable, or no longer', (world) => void (world.disk.isUnreadable = !world.disk.isUnreadable)),

  copy(world) {
    void world.disk.copy()
    world.say('a safety copy begins')
  },

  serverEdit(world, dice) {
    const group = dice.pick(world.groups)
    const word = world.newMark('server')
    const clientId = 2 + dice.below(2 ** 31)
    const { rooms } = world
    group.promises.arrivedOpen.add(word)
    const edited = rooms.edit(group.id, (doc) => {
      doc.clientID = clientId
      marksOf(doc).push([word])
    })
    edited.then(
      () => { if (world.rooms === rooms && !rooms.storageFailing()) group.promises.promise({ added: [word], struck: [] }, 'seen') },
      () => { if (!world.disk.isUnreadable) world.say(`  the server's edit ${word} was refused`) },
    )
    world.say(`the server edits ${group.id}: ${word}`)
  },
  failedEdit(world, dice) {
    const group = dice.pick(world.groups)
    const word = world.newMark('refused')
    group.promises.refused.add(word)
    world.rooms.edit(group.id, (doc) => {
      marksOf(doc).push([word])
      throw new RangeError('changed its mind')
    }).catch(() => undefined)
    world.say(`the server edits ${group.id} and changes its mind: ${word}`)
  },
  async read(world, dice) {
    const group = dice.pick(world.groups)
    if (world.disk.isUnreadable) return
    world.disk.fast()
    let found: readonly string[] = []
    await world.waitFor(world.rooms.read(group.id).then((doc) => { if (doc) found = marksOf(doc).toArray() }), 'a quiet moment')
    const leak = group.promises.leakedIn(found)
    if (leak) world.fail(`whoever reads ${group.id} sees: ${leak}`)
    if (!world.rooms.storageFailing()) {
      const onDisk = new Set((await world.stored(group)).marks)
      // Struck out meanwhile, perhaps: what is read may be a moment old.
      const early = found.find((word) => !onDisk.has(word) && !group.promises.mayBeStruck(word))
      if (early) world.fail(`whoever reads ${group.id} sees ${early}, which is not on disk`)
    }
    world.say(`somebody reads ${group.id}`)
  },
}

function lock(world: World, dice: Random, isLocked: boolean): void {
  const group = dice.pick(world.groups)
  if (world.disk.isUnreadable) return
  void world.setLocked(group, isLocked)
  world.say(`${group.id} is ${isLocked ? 'locked' : 'opened'}`)
}
function mood(what: string, change: (world: World) => void): Act {
  return (world) => {
    change(world)
    world.say(`the disk is ${what}`)
  }
}
