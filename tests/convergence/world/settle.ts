import * as Y from 'yjs'
import { groupWorkToJson, readGroupWork } from '../../../shared/groupwork/document.ts'
import type { Random } from '../../support/random.ts'
import { marksOf, notesOf, type Tablet } from './tablet.ts'
import type { Group, World } from './world.ts'

const ROUNDS = 300
const ROUND_MS = 50

/** Delivers and lets time pass until nothing is under way and every receipt is there; lost lines come back. */
export async function settle(world: World, dice: Random): Promise<void> {
  const open = new Set(world.groups.filter(({ gate }) => gate === 'open').map(({ place }) => place))
  const isDone = ({ line, synced, group, isAllSaved }: Tablet): boolean => line === null || line.quality === 'lossy' || (line.quality === 'leaky' && !synced) || (synced && (isAllSaved || !open.has(group)))
  let quiet = 0
  for (let round = 0; round < ROUNDS && quiet < 3; round++) {
    world.deliver(1_000, dice)
    await world.pass(ROUND_MS)
    quiet = world.lines.every((line) => line.isIdle) && world.tablets.every(isDone) && !world.rooms.storageFailing() ? quiet + 1 : 0
  }
  if (quiet >= 3) return
  const waiting = world.tablets.filter((tablet) => !isDone(tablet)).map(({ name, synced, saved, held, frames }) => `${name} ${synced ? '' : 'not synced '}${saved}/${held} of ${frames.length}`)
  world.fail(`does not come to rest: ${waiting.join(', ')}${world.rooms.storageFailing() ? ' the disk fails' : ''}`)
}

/** Everything is well again: locks open, every tablet has a good line, and somebody new comes to each group. */
export async function heal(world: World, dice: Random): Promise<void> {
  world.disk.heal()
  for (const group of world.groups) await world.waitFor(world.setLocked(group, false), `${group.id} to open`)
  for (const tablet of world.tablets) {
    if (tablet.line?.quality === 'good') continue
    if (tablet.line?.quality === 'leaky' && tablet.synced) mend(tablet, world)
    else {
      tablet.line?.abandon()
      world.connect(tablet)
    }
  }
  for (const { place } of world.groups) world.connect(world.seat({ name: `new${place}`, isTrainer: true, isStock: false, group: place }))
  for (let tries = 0; tries < 10; tries++) {
    await settle(world, dice)
    const lost = world.tablets.filter(({ line }) => line === null)
    if (lost.length === 0) return
    for (const tablet of lost) world.connect(tablet)
  }
  world.fail('some tablets are closed again and again')
}

/** The line loses nothing more. What it lost comes to light with the next update, and then the server asks for all of it. */
function mend(tablet: Tablet, world: World): void {
  if (!tablet.line) return
  tablet.line.quality = 'good'
  marksOf(tablet.doc).push([world.newMark(tablet.name)])
}

/** Something is written while the disk has its troubles with what came before, and nobody writes after it. */
export async function lastWords(world: World, dice: Random): Promise<void> {
  const { disk } = world
  const write = async (ms: number): Promise<void> => {
    for (const tablet of world.tablets.filter(({ isTrainer, line }) => isTrainer && line !== null)) marksOf(tablet.doc).push([world.newMark(tablet.name)])
    for (let left = ms; left > 0; left -= ROUND_MS) {
      world.deliver(1_000, dice)
      await world.pass(ROUND_MS)
    }
  }
  if (dice.below(2) === 0) disk.slow()
  if (dice.below(2) === 0) disk.isFull = true
  if (dice.below(2) === 0) disk.syncFails = true
  await write(disk.waitsMs / 2 + dice.below(1_000))
  await write(100)
  disk.heal()
  world.say('the last word was said')
  await settle(world, dice)
}

/** After `heal`: all have the same, nothing promised is missing, and the disk alone says so too. */
export async function examine(world: World, dice: Random): Promise<void> {
  for (const group of world.groups) {
    const live = await world.waitFor(world.rooms.read(group.id), 'the document')
    if (!live) return world.fail(`${group.id} is gone`)
    const right = contentOf(live)
    for (const { name, doc } of world.tablets.filter((tablet) => tablet.group === group.place)) {
      if (doc.store.pendingStructs ?? doc.store.pendingDs) world.fail(`${name} has missing parts`)
      if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(live))) world.fail(`${name} and ${group.id} differ in structs`)
      if (contentOf(doc) !== right) world.fail(`${name} shows another ${group.id}:\n${contentOf(doc)}\n${right}`)
    }
    if (world.rooms.heldBy(group.id).size > 0) world.fail(`${group.id} is open and still holds edits back`)
    examinePromises(world, group, live)
    const stored = await world.stored(group)
    if (JSON.stringify(stored.marks) !== JSON.stringify(marksOf(live).toArray())) world.fail(`${group.id} is stored otherwise than it is shown`)
    if (stored.withHeld.length !== stored.marks.length) world.fail(`${group.id} is open, and edits are stored as held`)
  }
  await world.pass(world.disk.waitsMs)
  for (const group of world.groups) {
    const [all, taken] = [await world.stored(group), await world.stored(group, world.disk.lookAtDatabase)]
    if (JSON.stringify(taken) !== JSON.stringify(all)) world.fail(`${group.id} is not in the database, though nobody writes`)
  }
  const shown = await Promise.all(world.groups.map(async ({ id }) => contentOf(await world.waitFor(world.rooms.read(id), id) ?? new Y.Doc())))
  await world.kill(dice)
  for (const group of world.groups) {
    const live = await world.waitFor(world.rooms.read(group.id), 'the document after a last kill')
    if (contentOf(live ?? new Y.Doc()) !== shown[group.place]) world.fail(`${group.id} comes back from disk otherwise`)
  }
}
function examinePromises(world: World, { id, promises }: Group, live: Y.Doc): void {
  const marks = marksOf(live).toArray()
  const broken = promises.brokenBy({ marks, withHeld: marks })
  if (broken) world.fail(`in the end, ${id}: ${broken}`)
}
/** Maps have no order that tablets could agree on. */
const sorted = <T>(list: readonly T[]): readonly T[] => [...list].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
function contentOf(doc: Y.Doc): string {
  const { customers, judgements, leftOut, ...work } = groupWorkToJson(readGroupWork(doc))
  const rows = customers.map(({ grades, ...customer }) => ({ ...customer, grades: sorted(grades) }))
  // A field that was only looked at makes an empty one.
  const judged = judgements.filter(([, { verdict, reason }]) => verdict !== null || reason !== '')
  return JSON.stringify([work, rows, sorted(judged), sorted(leftOut), notesOf(doc).toString(), marksOf(doc).toArray()])
}
