import { drawOne, putBack, type DrawKind } from '../../../shared/draw/draw.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { PresenceState } from '../../../shared/protocol/views.ts'
import type { ClassState } from './ClassState.ts'
import { present } from './roster.ts'
import { withoutScene } from './settings.ts'

/** Chance, brought by the caller. */
export interface Chance {
  readonly id: string
  /** From 0 up to, not including, `count`. */
  readonly place: (count: number) => number
}
export interface DrawOrder {
  readonly of: DrawKind
  /** The last draw, which then does not count. */
  readonly instead: string | null
  readonly onProjector: boolean
}

/** Who can be drawn: people who are here (all, while nobody seems to be), groups that have somebody. */
export function drawable(state: ClassState, of: DrawKind, presence: (participantId: string) => PresenceState): readonly string[] {
  const people = present(state)
  if (of === 'group') return state.groups.filter((group) => people.some((one) => one.groupId === group.id)).map((group) => group.id)
  const here = people.filter((one) => presence(one.id) !== 'offline')
  return (here.length > 0 ? here : people).map((one) => one.id)
}

/** @throws Refusal 'conflict' when `instead` is not the last draw any more, 'wrong-state' when there is nobody to draw. */
export function draw(state: ClassState, { of, instead, onProjector }: DrawOrder, eligible: readonly string[], { id, place }: Chance, now: number): ClassState {
  const { latest } = state.draws
  if (instead !== null && latest?.id !== instead) throw new Refusal('conflict', 'somebody has drawn meanwhile')
  const passedOver = instead !== null && latest?.kind === of ? latest.pickedId : null
  const round = passedOver === null ? state.draws[of] : putBack(state.draws[of], passedOver)
  const others = eligible.filter((one) => one !== passedOver)
  const drawn = drawOne(round, others.length > 0 ? others : eligible, place)
  if (!drawn) throw new Refusal('wrong-state', 'there is nobody to draw')
  const drawnState = { ...state, draws: { ...state.draws, [of]: drawn.round, latest: { id, kind: of, pickedId: drawn.pickedId, at: now } } }
  return onProjector ? { ...drawnState, projector: { ...state.projector, scene: { kind: 'pick' } } } : drawnState
}

/** It goes back in the pot. Taken back already: nothing happens. */
export function undoDraw(state: ClassState, drawId: string): ClassState {
  const { latest } = state.draws
  if (latest?.id !== drawId) return state
  const draws = { ...state.draws, [latest.kind]: putBack(state.draws[latest.kind], latest.pickedId), latest: null }
  return { ...state, draws, projector: withoutScene(state.projector, ({ kind }) => kind === 'pick') }
}
