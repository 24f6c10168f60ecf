import { MAX_ITEMS } from '../../../shared/course/template.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { CommandInput, CommandPayload } from '../../../shared/protocol/commands.ts'
import type { AgendaItem, ProjectorSettings } from '../../../shared/protocol/views.ts'
import { openWithItem, unopen } from './alone.ts'
import type { ClassState } from './ClassState.ts'
import { openStay, remarkOn, withStays, type Left } from './day.ts'
import { openAllLocks } from './locks.ts'
import { timerOf } from './newClass.ts'
import { countToPromise } from './promise.ts'
import { beginSharing, leaveStage, returnToStage } from './sharing.ts'
import { withoutSleepWarnings } from './sleep.ts'

function itemOf(state: ClassState, itemId: string): AgendaItem {
  const item = state.agenda.find((one) => one.id === itemId)
  if (!item) throw new Refusal('not-found', 'no such agenda item')
  return item
}

const changeItem = (state: ClassState, itemId: string, change: Partial<AgendaItem>): ClassState => ({
  ...state, agenda: state.agenda.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
})

/** Each item opens with its brief, the sharing with its stage. Only who came to show something together keeps the map or the work that is up already. */
function sceneFor(item: AgendaItem, scene: ProjectorSettings['scene']): ProjectorSettings['scene'] {
  if (item.activity === 'sharing') return { kind: 'stage' }
  if (item.kind === 'setup' || item.kind === 'lobby') return { kind: 'lobby' }
  const isOfTheDay = scene.kind === 'lobby' || scene.kind === 'agenda' || scene.kind === 'timer' || scene.kind === 'blank'
  return item.kind === 'share' && !isOfTheDay ? scene : { kind: 'agenda' }
}

/**
 * Makes `to` the current item: the one before ends, the timer is set to the item's minutes (at lunch to the promised hour) and waits for the start, the
 * projector shows its brief. Going to an item with an activity opens the locks, because people are to work; what
 * each does alone first opens with it. Going back keeps when it first began.
 */
export function goTo(state: ClassState, { to, from }: CommandPayload<'agenda:go'>, now: number): ClassState {
  if (state.currentId === to) return state
  if (state.currentId !== from) throw new Refusal('conflict', 'another console moved the agenda')
  const target = itemOf(state, to)
  const passed = leaveStage(from === null ? state : changeItem(state, from, { endedAt: now }))
  const arrived = changeItem(passed, to, { startedAt: target.startedAt ?? now, endedAt: null, skipped: false })
  const alone = openWithItem(arrived, target.alone, now)
  const moved: ClassState = {
    ...alone.state,
    currentId: to,
    timer: timerOf(target.minutes),
    projector: { ...state.projector, scene: sceneFor(target, state.projector.scene) },
    day: { ...state.day, left: { ...leftBehind(state, target), alone: alone.opened } },
  }
  const opened = target.activity === 'sharing' ? beginSharing(moved) : countToPromise(moved, now)
  return withoutSleepWarnings(target.activity === null ? opened : openAllLocks(opened))
}

const leftBehind = (state: ClassState, target: AgendaItem): Omit<Left, 'alone'> => ({
  from: state.currentId,
  to: target.id,
  timer: state.timer,
  scene: state.projector.scene,
  locks: target.activity === null ? null : state.groups.map(({ id, lock }) => ({ groupId: id, lock })),
  item: { startedAt: target.startedAt, endedAt: target.endedAt, skipped: target.skipped },
  stay: openStay(state),
  presenterId: state.sharing?.presenterId ?? null,
})

/**
 * Takes back the last step through the agenda, as if it had not been: a timer that ran has run on. What the trainer
 * changed since (a lock closed, another scene) stays.
 */
export function goBack(state: ClassState, { from, to }: CommandPayload<'agenda:back'>): ClassState {
  if (state.currentId !== from) throw new Refusal('conflict', 'another console moved the agenda')
  const { left } = state.day
  if (!left || left.to !== from || left.from !== to) throw new Refusal('wrong-state', 'there is no such step to take back')
  const unopened = changeItem(state, from, left.item)
  const again = to === null ? unopened : changeItem(unopened, itemOf(state, to).id, { endedAt: null })
  const untouched = JSON.stringify(state.projector.scene) === JSON.stringify(sceneFor(itemOf(state, from), left.scene))
  const stays = [...state.day.stays.slice(0, -1).slice(0, left.stay ? -1 : undefined), ...(left.stay ? [left.stay] : [])]
  return withStays(returnToStage({
    ...again,
    currentId: to,
    timer: left.timer,
    alone: unopen(state, left.alone ?? []),
    groups: state.groups.map((group) => (group.lock.state === 'open' ? { ...group, lock: left.locks?.find((one) => one.groupId === group.id)?.lock ?? group.lock } : group)),
    projector: untouched ? { ...state.projector, scene: left.scene } : state.projector,
    day: { ...state.day, left: null },
  }, left.presenterId ?? null), stays)
}

/** New minutes reach the timer of the current item only while it waits. */
const timerFollows = (state: ClassState, itemId: string): ClassState => {
  if (state.currentId !== itemId || state.timer.state !== 'idle') return state
  return { ...state, timer: timerOf(itemOf(state, itemId).minutes) }
}

export function editItem(state: ClassState, { itemId, change }: CommandPayload<'agenda:edit'>): ClassState {
  itemOf(state, itemId)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<AgendaItem>
  // What is changed before the class begins is the plan, not a change of it.
  const planned = given.minutes === undefined || hasBegun(state) ? given : { ...given, plannedMinutes: given.minutes }
  const edited = changeItem(state, itemId, planned)
  return given.minutes === undefined ? edited : timerFollows(edited, itemId)
}

const hasBegun = (state: ClassState): boolean => state.day.stays.length > 0 || state.agenda.some((item) => item.startedAt !== null)

export function addItem(state: ClassState, { item, before, plannedMinutes, skipped = false }: CommandInput<'agenda:add'>): ClassState {
  if (state.agenda.some((one) => one.id === item.id)) throw new Refusal('conflict', 'there is an item with this id')
  if (state.agenda.length >= MAX_ITEMS) throw new Refusal('too-many', `an agenda has at most ${MAX_ITEMS} items`)
  const place = before === null ? state.agenda.length : state.agenda.findIndex((one) => one.id === before)
  if (place < 0) throw new Refusal('not-found', 'no such agenda item')
  const added: AgendaItem = { ...item, skipped, plannedMinutes: plannedMinutes ?? (hasBegun(state) ? 0 : item.minutes), startedAt: null, endedAt: null }
  return { ...state, agenda: [...state.agenda.slice(0, place), added, ...state.agenda.slice(place)] }
}

/** What the class was at is a part of the day, and stays. */
export function removeItem(state: ClassState, { itemId }: CommandPayload<'agenda:remove'>): ClassState {
  if (itemOf(state, itemId).startedAt !== null) throw new Refusal('wrong-state', 'the class was at this item')
  return { ...state, agenda: state.agenda.filter((item) => item.id !== itemId) }
}

/** Another plan for what lies ahead, for instance the minutes that it took last time. All or none. */
export function planItems(state: ClassState, { minutes }: CommandPayload<'agenda:plan'>): ClassState {
  return minutes.reduce((planned, { itemId, ...given }) => {
    if (itemOf(planned, itemId).startedAt !== null) throw new Refusal('wrong-state', 'the class was at this item')
    return changeItem(planned, itemId, given)
  }, state)
}

export function remarkItem(state: ClassState, { itemId, text }: CommandPayload<'agenda:remark'>): ClassState {
  itemOf(state, itemId)
  return remarkOn(state, itemId, text)
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
