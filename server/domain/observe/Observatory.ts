import { groupIdentity } from '../../../shared/group/identity.ts'
import { maskDeep, maskerOf, type MaskedName, type MaskText } from '../../../shared/mask/names.ts'
import { maskWork, namesIn } from '../../../shared/mask/work.ts'
import { groupWorkToJson, readGroupWork } from '../../../shared/groupwork/document.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { GroupDetail, GroupSummary } from '../../../shared/protocol/views.ts'
import { compareScales, type ScaleComparison } from '../../../shared/scale/comparison.ts'
import type { Axis } from '../../../shared/scale/model.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { StoredGroup } from '../class/ClassState.ts'
import { present } from '../class/roster.ts'
import { oneByOne } from '../oneByOne.ts'
import type { Rooms } from '../room/Rooms.ts'
import { maskSummary } from './mask.ts'
import { summarise, type WorkSummary } from './summary.ts'

interface Seen {
  readonly work: GroupWork
  readonly named: WorkSummary
  readonly names: readonly MaskedName[]
}

export interface Observatory {
  /** All groups of the class, in order. Only groups whose document changed are read again. */
  summaries(classroom: ClassActor, names: 'named' | 'masked'): Promise<readonly GroupSummary[]>
  /** One group's whole work, or undefined when there is no such group. */
  detail(classroom: ClassActor, groupId: string, names: 'named' | 'masked'): Promise<GroupDetail | undefined>
  /** The groups' scales of one axis side by side. */
  comparison(classroom: ClassActor, axis: Axis, names: 'named' | 'masked'): Promise<ScaleComparison>
  /** Masks the names of all customers of the class, wherever they stand in a text. */
  masker(classroom: ClassActor): Promise<MaskText>
  /** Nobody watches the class any more: what was read of it goes, and is read again for the next one. */
  release(classroom: ClassActor): void
  /** A document changed. Returns the function that ends it. */
  onChange(listener: (groupId: string) => void): () => void
  close(): void
}

/** Looks into the groups' documents for those who watch; what was read stays until the document changes. */
export function createObservatory(rooms: Rooms): Observatory {
  /** One document a turn of the event loop, of all classes together: reading a dozen in one go would make everybody's letters wait. */
  const turn = oneByOne()
  const seen = new Map<string, Seen>()
  const listeners = new Set<(groupId: string) => void>()
  /** Looked at once, and changed since. */
  const stale = new Set<string>()
  const stop = rooms.onChange((groupId) => {
    if (seen.has(groupId)) stale.add(groupId)
    for (const listener of [...listeners]) listener(groupId)
  })

  async function look(group: StoredGroup): Promise<Seen | undefined> {
    const known = seen.get(group.id)
    if (known && !stale.has(group.id)) return known
    await turn(() => new Promise((resolve) => setImmediate(resolve)))
    let doc: Awaited<ReturnType<Rooms['read']>>
    try {
      doc = await rooms.read(group.id)
    } catch (error) {
      // One document that can't be read for now must not stand before all the others.
      if (known) return known
      throw error
    }
    // Not before: who asks while the document is still being read would be given what was known of it.
    stale.delete(group.id)
    if (!doc) {
      seen.delete(group.id)
      return undefined
    }
    const { letter } = groupIdentity(group.index)
    const work = readGroupWork(doc)
    const names = namesIn(work, letter)
    const fresh = { work, named: summarise(group.id, letter, work), names: known && sameNames(known.names, names) ? known.names : names }
    seen.set(group.id, fresh)
    return fresh
  }

  async function lookAtAll(classroom: ClassActor): Promise<readonly Seen[]> {
    const found: (Seen | undefined)[] = []
    for (const group of classroom.state().groups) found.push(await look(group))
    return found.flatMap((one) => one ?? [])
  }
  /** Made anew when a name changed: it is a long pattern, and remembers what it has masked. */
  const maskers = new Map<string, { readonly of: readonly Seen['names'][]; readonly mask: MaskText }>()
  function maskerFor(classId: string, all: readonly Seen[]): MaskText {
    const known = maskers.get(classId)
    if (known && known.of.length === all.length && all.every(({ names }, place) => known.of[place] === names)) return known.mask
    const of = all.map(({ names }) => names)
    const mask = maskerOf(of.flat())
    maskers.set(classId, { of, mask })
    return mask
  }

  return {
    masker: async (classroom) => maskerFor(classroom.id, await lookAtAll(classroom)),
    async summaries(classroom, names) {
      const state = classroom.state()
      const online = new Map<string, number>()
      for (const person of present(state)) {
        if (classroom.presence.of(person.id) === 'online') online.set(person.groupId, (online.get(person.groupId) ?? 0) + 1)
      }
      const all = await lookAtAll(classroom)
      const mask = maskerFor(classroom.id, all)
      return all.map(({ named }) => (names === 'named' ? named : maskSummary(named, mask))).map((summary) => wholeSummary(summary, {
        editedAt: rooms.editedAt(summary.groupId),
        online: online.get(summary.groupId) ?? 0,
        heldDevices: rooms.heldBy(summary.groupId).size,
      }))
    },
    async detail(classroom, groupId, names) {
      const group = classroom.state().groups.find((one) => one.id === groupId)
      const found = group && (await look(group))
      if (!group || !found) return undefined
      if (names === 'named') return { groupId, work: groupWorkToJson(found.work) }
      const { letter } = groupIdentity(group.index)
      const mask = maskerFor(classroom.id, await lookAtAll(classroom))
      return { groupId, work: maskDeep(groupWorkToJson(maskWork(found.work, letter)), mask) }
    },
    async comparison(classroom, axis, names) {
      const all = await lookAtAll(classroom)
      const comparison = compareScales(axis, all.map(({ named, work }) => ({ groupId: named.groupId, factors: work.scales[axis].factors })), classroom.state().projector.locale)
      return names === 'named' ? comparison : maskDeep(comparison, maskerFor(classroom.id, all))
    },
    release(classroom) {
      for (const { id } of classroom.state().groups) {
        seen.delete(id)
        stale.delete(id)
      }
      maskers.delete(classroom.id)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: stop,
  }
}

const remembered = new WeakMap<WorkSummary, GroupSummary>()
/** The very same as before when nothing has changed, so that whoever was sent it can tell without a look inside. */
function wholeSummary(work: WorkSummary, room: Omit<GroupSummary, keyof WorkSummary>): GroupSummary {
  const known = remembered.get(work)
  if (known && known.editedAt === room.editedAt && known.online === room.online && known.heldDevices === room.heldDevices) return known
  const whole = { ...work, ...room }
  remembered.set(work, whole)
  return whole
}

const sameNames = (ones: readonly MaskedName[], others: readonly MaskedName[]): boolean =>
  ones.length === others.length && ones.every(({ name, mask }, place) => others[place]?.name === name && others[place].mask === mask)
