import { Refusal } from '../../../shared/protocol/reply.ts'
import type { CommandPayload } from '../../../shared/protocol/commands.ts'
import type { LockState } from '../../../shared/protocol/views.ts'
import type { ClassState, StoredGroup } from './ClassState.ts'

const OPEN: LockState = { state: 'open' }

export const isLocked = (state: ClassState, groupId: string): boolean => state.groups.some(({ id, lock }) => id === groupId && lock.state === 'locked')

function changeLocks(state: ClassState, groupIds: readonly string[] | null, change: (lock: LockState) => LockState): ClassState {
  const unknown = groupIds?.find((id) => !state.groups.some((group) => group.id === id))
  if (unknown !== undefined) throw new Refusal('not-found', 'no such group')
  let changed = false
  const groups = state.groups.map((group): StoredGroup => {
    if (groupIds !== null && !groupIds.includes(group.id)) return group
    const lock = change(group.lock)
    if (lock === group.lock) return group
    changed = true
    return { ...group, lock }
  })
  return changed ? { ...state, groups } : state
}

/** A group that is locked already stays so; one that is closing later closes at the earlier instant. */
export function closeLocks(state: ClassState, { groupIds, inMs }: CommandPayload<'lock:close'>, now: number): ClassState {
  const at = now + inMs
  return changeLocks(state, groupIds, (lock) => {
    if (lock.state === 'locked' || (lock.state === 'closing' && lock.at <= at)) return lock
    return inMs === 0 ? { state: 'locked', since: now } : { state: 'closing', at }
  })
}

export const openLocks = (state: ClassState, { groupIds }: CommandPayload<'lock:open'>): ClassState =>
  changeLocks(state, groupIds, (lock) => (lock.state === 'open' ? lock : OPEN))

export const openAllLocks = (state: ClassState): ClassState => openLocks(state, { groupIds: null })

/** Locks that are due become so. */
export const settleLocks = (state: ClassState, now: number): ClassState =>
  changeLocks(state, null, (lock) => (lock.state === 'closing' && lock.at <= now ? { state: 'locked', since: lock.at } : lock))

/** More time was given: opens what the timer's end locked (at `endedAt` or later), and leaves what the trainer locked before. */
export const openLocksSince = (state: ClassState, endedAt: number): ClassState =>
  changeLocks(state, null, (lock) => {
    const since = lock.state === 'locked' ? lock.since : lock.state === 'closing' ? lock.at : -Infinity
    return since >= endedAt ? OPEN : lock
  })

/** Moves the instants of locks under way. */
export const shiftClosing = (state: ClassState, shift: (at: number) => number): ClassState =>
  changeLocks(state, null, (lock) => {
    if (lock.state !== 'closing') return lock
    const at = shift(lock.at)
    return at === lock.at ? lock : { state: 'closing', at }
  })
