import { Refusal } from '../../../shared/protocol/reply.ts'
import { nameKey, normaliseName } from '../../../shared/text/sanitise.ts'
import type { ClassState, StoredParticipant } from './ClassState.ts'
import { MAX_GROUP_MEMBERS, MAX_PEOPLE, UNUSED_SEAT_MS } from './limits.ts'

/** A name as it is shown. @throws Refusal 'name-invalid' when nothing visible is left of it. */
export function nameOf(given: string): string {
  const name = normaliseName(given)
  if (name === '') throw new Refusal('name-invalid', 'a name needs a visible letter')
  return name
}

export const present = (state: ClassState): readonly StoredParticipant[] => state.participants.filter((one) => one.removedAt === null)

/** The person, in the class now. @throws Refusal 'not-found' */
export function participantOf(state: ClassState, participantId: string): StoredParticipant {
  const participant = state.participants.find((one) => one.id === participantId)
  if (!participant || participant.removedAt !== null) throw new Refusal('not-found', 'no such participant')
  return participant
}

/** "ann" and "Ann" on one projector are one name to the room. */
export const personNamed = (state: ClassState, name: string): StoredParticipant | undefined => present(state).find((one) => nameKey(one.name) === nameKey(name))

function requireFreeName(state: ClassState, name: string, exceptId: string | null): void {
  const holder = personNamed(state, name)
  if (holder && holder.id !== exceptId) throw new Refusal('name-taken', 'somebody has this name already; if it is you, come back with a re-entry code')
}

function requirePlace(state: ClassState, groupId: string): void {
  if (!state.groups.some((group) => group.id === groupId)) throw new Refusal('not-found', 'no such group')
  const members = present(state).filter((one) => one.groupId === groupId).length
  if (members >= MAX_GROUP_MEMBERS) throw new Refusal('group-full', `a group has at most ${MAX_GROUP_MEMBERS} people`)
}

const changePerson = (state: ClassState, participantId: string, change: Partial<StoredParticipant>): ClassState => ({
  ...state, participants: state.participants.map((one) => (one.id === participantId ? { ...one, ...change } : one)),
})

/** Somebody has joined and never come: no device of theirs was ever on the control channel. */
export const isUnused = (state: ClassState, person: StoredParticipant, wasHere: (participantId: string) => boolean): boolean =>
  state.attendance[person.id] === undefined && !wasHere(person.id)

/** Where there is no room any more, seats that nobody ever used are given up: a script with the class's code must not keep people out. */
function withRoom(state: ClassState, groupId: string, wasHere: (participantId: string) => boolean, now: number): ClassState {
  const here = present(state)
  if (here.length < MAX_PEOPLE && here.filter((one) => one.groupId === groupId).length < MAX_GROUP_MEMBERS) return state
  const gone = new Set(here.filter((one) => now - one.joinedAt > UNUSED_SEAT_MS && isUnused(state, one, wasHere)))
  return gone.size === 0 ? state : { ...state, participants: state.participants.filter((one) => !gone.has(one)) }
}

/** As a newcomer is told: seats that nobody ever used don't count. */
export const isGroupFull = (state: ClassState, groupId: string, wasHere: (participantId: string) => boolean): boolean =>
  present(state).filter((one) => one.groupId === groupId && !isUnused(state, one, wasHere)).length >= MAX_GROUP_MEMBERS

export interface Newcomer {
  readonly id: string
  readonly name: string
  readonly groupId: string
}
/** Somebody who was awaited has a device here now: from now on the name alone opens nothing. */
export const arrived = (state: ClassState, participantId: string): ClassState =>
  participantOf(state, participantId).awaited ? changePerson(state, participantId, { awaited: undefined }) : state

/** Who joins under this name: a newcomer, or somebody of an opened class who is awaited here and comes back as who they were. */
export function join(given: ClassState, { id, groupId, ...newcomer }: Newcomer, wasHere: (participantId: string) => boolean, now: number): ClassState {
  const state = withRoom(given, groupId, wasHere, now)
  if (state.endedAt !== null) throw new Refusal('class-ended', 'the class has ended')
  if (!state.doorOpen) throw new Refusal('door-closed', 'the trainer has closed the door')
  const name = nameOf(newcomer.name)
  const awaited = personNamed(state, name)
  if (awaited?.awaited) return arrived(state, awaited.id)
  if (present(state).length >= MAX_PEOPLE) throw new Refusal('too-many', `a class has at most ${MAX_PEOPLE} people`)
  requireFreeName(state, name, null)
  requirePlace(state, groupId)
  const person: StoredParticipant = { id, name, groupId, joinedAt: now, handRaisedAt: null, removedAt: null }
  return { ...state, participants: [...state.participants, person] }
}

export function renamePerson(state: ClassState, participantId: string, given: string): ClassState {
  participantOf(state, participantId)
  const name = nameOf(given)
  requireFreeName(state, name, participantId)
  return changePerson(state, participantId, { name })
}

export function movePerson(state: ClassState, participantId: string, groupId: string): ClassState {
  const person = participantOf(state, participantId)
  if (person.groupId === groupId) return state
  requirePlace(state, groupId)
  return changePerson(state, participantId, { groupId })
}

export function removePerson(state: ClassState, participantId: string, now: number): ClassState {
  const person = state.participants.find((one) => one.id === participantId)
  if (!person) throw new Refusal('not-found', 'no such participant')
  return person.removedAt === null ? changePerson(state, participantId, { removedAt: now, handRaisedAt: null }) : state
}

/** Those of them who are still in the class. */
export function removePeople(state: ClassState, participantIds: readonly string[], now: number): ClassState {
  const known = new Set(state.participants.map(({ id }) => id))
  return participantIds.filter((id) => known.has(id)).reduce((left, id) => removePerson(left, id, now), state)
}

export const restorePeople = (state: ClassState, participantIds: readonly string[]): ClassState => participantIds.reduce(restorePerson, state)

/** Back in the group they were in, or where its people went, or in the first one. */
export function restorePerson(state: ClassState, participantId: string): ClassState {
  const person = state.participants.find((one) => one.id === participantId)
  if (!person) throw new Refusal('not-found', 'no such participant')
  if (person.removedAt === null) return state
  requireFreeName(state, person.name, participantId)
  const merged = state.archivedGroups.find((group) => group.id === person.groupId)?.mergedInto
  const groupId = [person.groupId, merged, state.groups[0]?.id].find((id) => typeof id === 'string' && state.groups.some((group) => group.id === id)) ?? undefined
  if (groupId === undefined) throw new Refusal('not-found', 'the class has no group')
  requirePlace(state, groupId)
  return changePerson(state, participantId, { removedAt: null, groupId })
}

export function raiseHand(state: ClassState, participantId: string, now: number): ClassState {
  const person = participantOf(state, participantId)
  return person.handRaisedAt === null ? changePerson(state, participantId, { handRaisedAt: now }) : state
}

export function lowerHand(state: ClassState, participantId: string): ClassState {
  const person = participantOf(state, participantId)
  return person.handRaisedAt === null ? state : changePerson(state, participantId, { handRaisedAt: null })
}
