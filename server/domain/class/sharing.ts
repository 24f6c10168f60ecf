import type { CommandPayload } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { type Artifact, DEFAULT_SLOT_MS, defaultRubric, type Sharing } from '../../../shared/sharing/model.ts'
import { MIN_DURATION_MS } from '../../../shared/timer/timer.ts'
import type { Actor } from '../access/Actor.ts'
import type { ClassState } from './ClassState.ts'
import { groupOf } from './groups.ts'
import { participantOf } from './roster.ts'
import { controlTimer } from './timing.ts'

const firstArtifact: Artifact = { kind: 'map', customerId: null }

/** As it stands, or as it begins: the groups in their own order. Groups that came later present last, those that went are left out. */
export function sharingOf(state: ClassState): Sharing {
  const ids = state.groups.map(({ id }) => id)
  const begun = state.sharing ?? { order: ids, presenterId: null, presentedIds: [], slotMs: DEFAULT_SLOT_MS, artifact: firstArtifact, driverId: null, rubric: defaultRubric, shownIds: [] }
  const known = begun.order.filter((id) => ids.includes(id))
  const later = ids.filter((id) => !known.includes(id))
  return known.length === begun.order.length && later.length === 0 ? begun : { ...begun, order: [...known, ...later] }
}
const withSharing = (state: ClassState, change: Partial<Sharing>): ClassState => ({ ...state, sharing: { ...sharingOf(state), ...change } })

/** The sharing begins with its stage on the projector; one that has begun goes on. */
export const beginSharing = (state: ClassState): ClassState => ({ ...withSharing(state, {}), projector: { ...state.projector, scene: { kind: 'stage' } } })

/** @param random 0..1, one for each group that still waits: those are put in the order of these numbers. */
export function drawOrder(state: ClassState, random: readonly number[]): ClassState {
  const { order, presentedIds, presenterId } = sharingOf(state)
  const hasBegun = (id: string): boolean => presentedIds.includes(id) || id === presenterId
  const waiting = order.filter((id) => !hasBegun(id)).map((id, place) => ({ id, at: random[place] ?? 0 })).sort((one, other) => one.at - other.at)
  return withSharing(state, { order: [...order.filter(hasBegun), ...waiting.map(({ id }) => id)] })
}

export function orderGroups(state: ClassState, { order }: CommandPayload<'share:order'>): ClassState {
  const known = sharingOf(state).order
  if (order.length !== known.length || new Set(order).size !== order.length || !order.every((id) => known.includes(id))) throw new Refusal('conflict', 'the groups are others by now')
  return withSharing(state, { order })
}

/** A group comes onto the stage, and its time begins; null: the stage is empty between two groups, and the time of the next one is ready. */
export function presentGroup(state: ClassState, { groupId }: CommandPayload<'share:present'>, now: number): ClassState {
  if (groupId !== null) groupOf(state, groupId)
  const { presenterId, presentedIds, slotMs } = sharingOf(state)
  if (presenterId === groupId) return state
  const left = presenterId === null ? presentedIds : [...new Set([...presentedIds, presenterId])]
  const onStage = withSharing(beginSharing(state), {
    presenterId: groupId, presentedIds: left.filter((id) => id !== groupId), artifact: firstArtifact, driverId: null,
  })
  const ready = controlTimer(onStage, { kind: 'reset', durationMs: Math.max(MIN_DURATION_MS, slotMs) }, now)
  // On an empty stage nobody's time runs out.
  return groupId === null ? ready : controlTimer(ready, { kind: 'start' }, now)
}

/** The item in which a group presented is over: it leaves the stage, and has presented. */
export function leaveStage(state: ClassState): ClassState {
  const { sharing } = state
  if (!sharing || sharing.presenterId === null) return state
  return { ...state, sharing: { ...sharing, presenterId: null, presentedIds: [...new Set([...sharing.presentedIds, sharing.presenterId])], driverId: null } }
}
/** As if it had not left; null: nobody was there. Whoever came since has not presented: the time is again that of before. */
export function returnToStage(state: ClassState, groupId: string | null): ClassState {
  const { sharing } = state
  const presenterId = state.groups.some(({ id }) => id === groupId) ? groupId : null
  if (!sharing || (presenterId === null && sharing.presenterId === null)) return state
  return { ...state, sharing: { ...sharing, presenterId, presentedIds: sharing.presentedIds.filter((id) => id !== presenterId), driverId: null } }
}

export const setSlot = (state: ClassState, { slotMs }: CommandPayload<'share:slot'>): ClassState => withSharing(state, { slotMs })
export const setRubric = (state: ClassState, { rubric }: CommandPayload<'share:rubric'>): ClassState => {
  if (new Set(rubric.map(({ id }) => id)).size !== rubric.length) throw new Refusal('bad-payload', 'two criteria with one id')
  return withSharing(state, { rubric })
}
export function showScores(state: ClassState, { groupId, shown }: CommandPayload<'share:scores'>): ClassState {
  groupOf(state, groupId)
  const others = sharingOf(state).shownIds.filter((id) => id !== groupId)
  return withSharing(state, { shownIds: shown ? [...others, groupId] : others })
}

/** Only the group on the stage, and the trainer. @throws Refusal 'not-allowed' */
function requireStage(state: ClassState, actor: Actor): void {
  if (actor.role === 'trainer') return
  const onStage = actor.role === 'participant' && participantOf(state, actor.participantId).groupId === sharingOf(state).presenterId
  if (!onStage) throw new Refusal('not-allowed', 'another group is on the stage')
}

/** What the projector shows of the presenting group. Whoever of the group shows something has taken the projector over. */
export function showArtifact(state: ClassState, { artifact }: CommandPayload<'share:show'>, _now: number, actor: Actor): ClassState {
  requireStage(state, actor)
  return withSharing(state, { artifact, ...(actor.role === 'participant' ? { driverId: actor.participantId } : {}) })
}
/** Any device of the group, or the trainer (null), takes over. */
export function takeStage(state: ClassState, _input: unknown, _now: number, actor: Actor): ClassState {
  requireStage(state, actor)
  return withSharing(state, { driverId: actor.role === 'participant' ? actor.participantId : null })
}
/** Whether this person's finger is shown on the projector. */
export const mayPoint = (state: ClassState, participantId: string): boolean =>
  state.sharing !== null && state.sharing.driverId === participantId && state.projector.scene.kind === 'stage'
