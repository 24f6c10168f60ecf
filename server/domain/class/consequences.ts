import type { ClassState, StoredGroup } from './ClassState.ts'
import { isLocked } from './locks.ts'

/** What a new state asks of the live documents and connections. */
export type Consequence =
  | { readonly kind: 'lock'; readonly documentId: string; readonly locked: boolean }
  /** Removed, or moved to another group: their connections to the old document end. */
  | { readonly kind: 'detach-person'; readonly participantId: string }
  | { readonly kind: 'detach-documents'; readonly documentIds: readonly string[] }

export function consequencesOf(before: ClassState, after: ClassState): readonly Consequence[] {
  // The documents of an ended class are told nothing, so they may not know by now.
  const reopened = before.endedAt !== null && after.endedAt === null
  const locks = after.groups
    .filter((group) => reopened || isLocked(before, group.id) !== (group.lock.state === 'locked'))
    .map((group): Consequence => ({ kind: 'lock', documentId: group.id, locked: group.lock.state === 'locked' }))
  return [...locks, ...released(before, after), ...detached(before, after), ...closed(before, after)]
}

const hasEnded = (before: ClassState, after: ClassState): boolean => before.endedAt === null && after.endedAt !== null

/** What a lock holds back when the class ends would wait for ever, and be in nobody's pack: it comes in. */
const released = (before: ClassState, after: ClassState): Consequence[] =>
  hasEnded(before, after) ? after.groups.filter(({ id }) => isLocked(after, id)).map(({ id }) => ({ kind: 'lock', documentId: id, locked: false })) : []

function detached(before: ClassState, after: ClassState): Consequence[] {
  if (before.participants === after.participants) return []
  const now = new Map(after.participants.map((one) => [one.id, one]))
  return before.participants
    .filter((one) => {
      const then = now.get(one.id)
      return one.removedAt === null && (!then || then.removedAt !== null || then.groupId !== one.groupId)
    })
    .map((one): Consequence => ({ kind: 'detach-person', participantId: one.id }))
}

function closed(before: ClassState, after: ClassState): Consequence[] {
  const ended = hasEnded(before, after)
  const gone = before.groups.filter((group) => ended || !after.groups.some((one) => one.id === group.id)).map((group) => group.id)
  return gone.length === 0 ? [] : [{ kind: 'detach-documents', documentIds: gone }]
}

/** How soon the faces must know. */
export interface Reach {
  /** The agenda, the timer, locks, messages …: everybody at once. */
  readonly control: boolean
  /** People and their hands: to their groups, the trainer and the projector, gathered. */
  readonly groupIds: ReadonlySet<string>
  /** Whose own place changed, or who has just done it: at once. */
  readonly movedIds: ReadonlySet<string>
}

const followed = ['code', 'title', 'trainerName', 'endedAt', 'doorOpen', 'takeHomeOpen', 'agenda', 'currentId', 'timer', 'day', 'groups', 'messages', 'projector', 'turning', 'sharing', 'polls', 'picks', 'chosenAddress', 'warnings', 'frozenSince', 'draws', 'points', 'archivedGroups'] as const

export function reachOf(before: ClassState, after: ClassState): Reach {
  // Its group may change a name, and what it shows of its work, as often as it likes: that is told with people, and not to everybody at once.
  const renamed = renamedAlone(before, after)
  const driving = drivenAlone(before, after)
  const groupIds = new Set<string>([...renamed, ...driving, ...roundsOf(before, after)])
  // Who drives sees at once what the projector shows.
  const movedIds = new Set<string>(driving.length > 0 ? [before.sharing?.driverId ?? [], after.sharing?.driverId ?? []].flat() : [])
  if (before.participants !== after.participants) {
    const then = new Map(before.participants.map((one) => [one.id, one]))
    for (const one of after.participants) {
      const was = then.get(one.id)
      then.delete(one.id)
      if (was === one) continue
      groupIds.add(one.groupId)
      if (!was) continue
      groupIds.add(was.groupId)
      if (was.groupId !== one.groupId || was.name !== one.name || was.removedAt !== one.removedAt) movedIds.add(one.id)
    }
    // Gone without a trace: their seats were given up.
    for (const one of then.values()) groupIds.add(one.groupId)
  }
  const isToldApart = (field: (typeof followed)[number]): boolean => (field === 'groups' && renamed.length > 0) || ((field === 'sharing' || field === 'turning') && driving.length > 0)
  return { control: followed.some((field) => before[field] !== after[field] && !isToldApart(field)), groupIds, movedIds }
}

/** The group on the stage, when nothing but what it shows there, and who of it drives, has changed. */
function drivenAlone({ sharing: before }: ClassState, { sharing: after }: ClassState): readonly string[] {
  if (!before || !after || before === after || after.presenterId === null) return []
  const { artifact, driverId } = before
  return JSON.stringify({ ...after, artifact, driverId }) === JSON.stringify(before) ? [after.presenterId] : []
}

/** Groups of which a round of what is done alone began, was shown or ended. */
const roundsOf = (before: ClassState, after: ClassState): readonly string[] =>
  before.alone === after.alone ? [] : Object.entries(after.alone).flatMap(([place, round]) => (before.alone[place] === round ? [] : [round.groupId]))

/** Groups whose names changed, when nothing else of any group did; else none. */
function renamedAlone(before: ClassState, after: ClassState): readonly string[] {
  if (before.groups === after.groups || before.groups.length !== after.groups.length) return []
  const isRename = (group: StoredGroup, then: StoredGroup | undefined): boolean =>
    then !== undefined && (['id', 'index', 'lock'] as const).every((field) => group[field] === then[field])
  return after.groups.every((group, place) => isRename(group, before.groups[place])) ? after.groups.filter((group, place) => group !== before.groups[place]).map(({ id }) => id) : []
}
