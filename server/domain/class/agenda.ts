import { Refusal } from '../../../shared/protocol/reply.ts'
import type { CommandPayload } from '../../../shared/protocol/commands.ts'
import type { AgendaItem, ProjectorSettings } from '../../../shared/protocol/views.ts'
import type { ClassState } from './ClassState.ts'
import { openAllLocks } from './locks.ts'
import { timerOf } from './newClass.ts'
import { beginSharing } from './sharing.ts'
import { withoutSleepWarnings } from './sleep.ts'

function itemOf(state: ClassState, itemId: string): AgendaItem {
  const item = state.agenda.find((one) => one.id === itemId)
  if (!item) throw new Refusal('not-found', 'no such agenda item')
  return item
}

const changeItem = (state: ClassState, itemId: string, change: Partial<AgendaItem>): ClassState => ({
  ...state, agenda: state.agenda.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
})

/** Scenes that belong to the flow of the day follow it; a map or a spotlight that the trainer chose stays. */
function sceneFor(item: AgendaItem, scene: ProjectorSettings['scene']): ProjectorSettings['scene'] {
  if (scene.kind !== 'lobby' && scene.kind !== 'agenda' && scene.kind !== 'timer') return scene
  return item.kind === 'setup' || item.kind === 'lobby' ? { kind: 'lobby' } : { kind: 'agenda' }
}

/**
 * Makes `to` the current item: the one before ends, the timer is set to the item's minutes and waits for the start.
 * Going to an item with an activity opens the locks, because people are to work. Going back keeps when it first began.
 */
export function goTo(state: ClassState, { to, from }: CommandPayload<'agenda:go'>, now: number): ClassState {
  if (state.currentId === to) return state
  if (state.currentId !== from) throw new Refusal('conflict', 'another console moved the agenda')
  const target = itemOf(state, to)
  const left = from === null ? state : changeItem(state, from, { endedAt: now })
  const arrived = changeItem(left, to, { startedAt: target.startedAt ?? now, endedAt: null, skipped: false })
  const moved: ClassState = {
    ...arrived,
    currentId: to,
    timer: timerOf(target.minutes),
    projector: { ...state.projector, scene: sceneFor(target, state.projector.scene) },
  }
  const opened = target.activity === 'sharing' ? beginSharing(moved) : moved
  return withoutSleepWarnings(target.activity === null ? opened : openAllLocks(opened))
}

/** New minutes reach the timer of the current item only while it waits. */
const timerFollows = (state: ClassState, itemId: string): ClassState => {
  if (state.currentId !== itemId || state.timer.state !== 'idle') return state
  return { ...state, timer: timerOf(itemOf(state, itemId).minutes) }
}

export function editItem(state: ClassState, { itemId, change }: CommandPayload<'agenda:edit'>): ClassState {
  itemOf(state, itemId)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<AgendaItem>
  const edited = changeItem(state, itemId, given)
  return given.minutes === undefined ? edited : timerFollows(edited, itemId)
}

export function moveItem(state: ClassState, { itemId, before }: CommandPayload<'agenda:move'>): ClassState {
  const item = itemOf(state, itemId)
  if (before === itemId) return state
  const others = state.agenda.filter((one) => one.id !== itemId)
  const place = before === null ? others.length : others.findIndex((one) => one.id === before)
  if (place < 0) throw new Refusal('not-found', 'no such agenda item')
  return { ...state, agenda: [...others.slice(0, place), item, ...others.slice(place)] }
}

export function skipItem(state: ClassState, { itemId, skipped }: CommandPayload<'agenda:skip'>): ClassState {
  const item = itemOf(state, itemId)
  if (skipped && state.currentId === itemId) throw new Refusal('wrong-state', 'the current item can not be skipped; go on to the next')
  return item.skipped === skipped ? state : changeItem(state, itemId, { skipped })
}

/** Accepts proposed cuts, all or none. */
export function shortenItems(state: ClassState, { minutes }: CommandPayload<'agenda:shorten'>): ClassState {
  return minutes.reduce((shortened, { itemId, minutes: given }) => {
    itemOf(shortened, itemId)
    return timerFollows(changeItem(shortened, itemId, { minutes: given }), itemId)
  }, state)
}
