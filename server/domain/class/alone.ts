import { type AloneExercise, aloneLimit, type AloneRound, askedOf, placeOf } from '../../../shared/alone/model.ts'
import type { CommandInput } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Actor } from '../access/Actor.ts'
import type { ClassState } from './ClassState.ts'
import { groupOf } from './groups.ts'
import { participantOf, present } from './roster.ts'

export const roundOf = ({ alone }: ClassState, groupId: string, exercise: AloneExercise): AloneRound | undefined => alone[placeOf(groupId, exercise)]
const withRounds = (state: ClassState, rounds: readonly AloneRound[]): ClassState =>
  rounds.length === 0 ? state : { ...state, alone: { ...state.alone, ...Object.fromEntries(rounds.map((round) => [placeOf(round.groupId, round.exercise), round])) } }

/** The trainer leads any group, a member their own. @throws Refusal 'not-found' | 'not-allowed' */
function requireLead(state: ClassState, groupId: string, actor: Actor): void {
  groupOf(state, groupId)
  const leads = actor.role === 'trainer' || (actor.role === 'participant' && participantOf(state, actor.participantId).groupId === groupId)
  if (!leads) throw new Refusal('not-allowed', 'that is another group')
}

/** A group that is at it stays at it: two members who press at once begin one round. */
export function openAlone(state: ClassState, { exercise, groupIds, customerIds, graderIds }: CommandInput<'alone:open'>, now: number, actor: Actor): ClassState {
  if (groupIds === null && actor.role !== 'trainer') throw new Refusal('not-allowed', 'only the trainer opens it for all')
  const most = actor.role === 'trainer' ? aloneLimit.rounds : aloneLimit.roundsByMembers
  const opened = (groupIds ?? state.groups.map(({ id }) => id)).flatMap((groupId): AloneRound[] => {
    requireLead(state, groupId, actor)
    const before = roundOf(state, groupId, exercise)
    if (before?.state === 'open') return []
    const round: AloneRound = { groupId, exercise, number: (before?.number ?? 0) + 1, state: 'open', openedAt: now, graderIds, customerIds: [...new Set(customerIds)] }
    if (round.number > most) throw new Refusal('too-many', `at most ${most} rounds`)
    if (graderIds !== null && askedOf(round, present(state)).length !== graderIds.length) throw new Refusal('conflict', 'somebody is not in this group any more')
    return [round]
  })
  return withRounds(state, opened)
}

type Named = CommandInput<'alone:show'>
function changeRounds(state: ClassState, { exercise, rounds }: Named, actor: Actor, change: (round: AloneRound) => AloneRound): ClassState {
  return withRounds(state, rounds.map(({ groupId, number }) => {
    requireLead(state, groupId, actor)
    const round = roundOf(state, groupId, exercise)
    if (round?.number !== number) throw new Refusal('conflict', 'another round has begun')
    return change(round)
  }))
}
/** What is shown stays shown: it can't be unread. */
export const showAlone = (state: ClassState, named: Named, actor: Actor): ClassState => changeRounds(state, named, actor, (round) => {
  if (round.state === 'dropped') throw new Refusal('wrong-state', 'that round has ended')
  return { ...round, state: 'shown' }
})
export const dropAlone = (state: ClassState, named: Named, actor: Actor): ClassState =>
  changeRounds(state, named, actor, (round) => (round.state === 'open' ? { ...round, state: 'dropped' } : round))

/** Groups that have not begun an exercise begin it with the item that it is for. */
export function openWithItem(state: ClassState, exercises: readonly AloneExercise[], now: number): { readonly state: ClassState; readonly opened: readonly string[] } {
  const [exercise] = exercises
  if (exercise === undefined) return { state, opened: [] }
  const rounds = state.groups.filter(({ id }) => !roundOf(state, id, exercise))
    .map(({ id }): AloneRound => ({ groupId: id, exercise, number: 1, state: 'open', openedAt: now, graderIds: null, customerIds: [] }))
  return { state: withRounds(state, rounds), opened: rounds.map(({ groupId }) => placeOf(groupId, exercise)) }
}
/** As if they had not been opened; what was entered comes back with the first round. One that was shown meanwhile stays. */
export const unopen = (state: ClassState, places: readonly string[]): ClassState['alone'] =>
  Object.fromEntries(Object.entries(state.alone).filter(([place, round]) => !(places.includes(place) && round.number === 1 && round.state === 'open')))
