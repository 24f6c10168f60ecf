import { groupIdentity } from '../../../shared/group/identity.ts'
import { groupWorkToJson, readGroupWork } from '../../../shared/groupwork/document.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { GroupDetail, GroupSummary } from '../../../shared/protocol/views.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { StoredGroup } from '../class/ClassState.ts'
import { present } from '../class/roster.ts'
import type { Rooms } from '../room/Rooms.ts'
import { maskSummary, maskWork } from './mask.ts'
import { summarise, type WorkSummary } from './summary.ts'

interface Seen {
  readonly work: GroupWork
  readonly named: WorkSummary
  readonly masked: WorkSummary
}

export interface Observatory {
  /** All groups of the class, in order. Only groups whose document changed are read again. */
  summaries(classroom: ClassActor, names: 'named' | 'masked'): Promise<readonly GroupSummary[]>
  /** One group's whole work, or undefined when there is no such group. */
  detail(classroom: ClassActor, groupId: string, names: 'named' | 'masked'): Promise<GroupDetail | undefined>
  /** A document changed. Returns the function that ends it. */
  onChange(listener: (groupId: string) => void): () => void
  close(): void
}

/** Looks into the groups' documents for those who watch; what was read stays until the document changes. */
export function createObservatory(rooms: Rooms): Observatory {
  const seen = new Map<string, Seen>()
  const listeners = new Set<(groupId: string) => void>()
  const stop = rooms.onChange((groupId) => {
    seen.delete(groupId)
    for (const listener of [...listeners]) listener(groupId)
  })

  async function look(group: StoredGroup): Promise<Seen | undefined> {
    const known = seen.get(group.id)
    if (known) return known
    // One document a turn: reading a dozen in one go would make everybody's letters wait.
    await new Promise((resolve) => setImmediate(resolve))
    const doc = await rooms.read(group.id)
    if (!doc) return undefined
    const { letter } = groupIdentity(group.index)
    const work = readGroupWork(doc)
    const named = summarise(group.id, letter, work)
    const fresh = { work, named, masked: maskSummary(named) }
    seen.set(group.id, fresh)
    return fresh
  }

  return {
    async summaries(classroom, names) {
      const state = classroom.state()
      const online = new Map<string, number>()
      for (const person of present(state)) {
        if (classroom.presence.of(person.id) === 'online') online.set(person.groupId, (online.get(person.groupId) ?? 0) + 1)
      }
      const found: (Seen | undefined)[] = []
      for (const group of state.groups) found.push(await look(group))
      return found.flatMap((one) => (one ? [one[names]] : [])).map((summary) => ({
        ...summary,
        editedAt: rooms.editedAt(summary.groupId),
        online: online.get(summary.groupId) ?? 0,
        heldDevices: rooms.heldBy(summary.groupId).size,
      }))
    },
    async detail(classroom, groupId, names) {
      const group = classroom.state().groups.find((one) => one.id === groupId)
      const found = group && (await look(group))
      if (!group || !found) return undefined
      const { letter } = groupIdentity(group.index)
      return { groupId, work: groupWorkToJson(names === 'named' ? found.work : maskWork(found.work, letter)) }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: stop,
  }
}
