import type { AgendaItem, GroupSummary, GroupView, MemberView } from '../../../shared/protocol/views.ts'
import type { Axis } from '../../../shared/scale/model.ts'
import type { Timer } from '../../../shared/timer/timer.ts'
import { checklist } from './checklist.ts'

/** What a tile of the group wall says about a group that may need somebody. */
export type Signal =
  | { readonly kind: 'hand'; readonly people: number; readonly sinceAt: number }
  | { readonly kind: 'held'; readonly devices: number }
  | { readonly kind: 'quiet'; readonly minutes: number }
  | { readonly kind: 'weights'; readonly axis: Axis; readonly total: number }
  | { readonly kind: 'all-high' }

export interface SignalSource {
  readonly group: GroupView
  readonly members: readonly MemberView[]
  /** Undefined until the first aggregate has come. */
  readonly summary: GroupSummary | undefined
  readonly current: AgendaItem | null
  readonly timer: Timer
  readonly now: number
}

export const QUIET_AFTER_MINUTES = 5
const MINUTE_MS = 60_000
const SHOWN = 2

/** At most two, the most pressing first: somebody waits, writing is held back, nobody writes, figures that can't be right. */
export function tileSignals(source: SignalSource): Signal[] {
  const found = [hand(source), held(source), quiet(source), weights(source), allHigh(source)]
  return found.filter((signal) => signal !== null).slice(0, SHOWN)
}

export function raisedHands(members: readonly MemberView[], groupId: string): (MemberView & { readonly handRaisedAt: number })[] {
  return members
    .filter((member): member is MemberView & { handRaisedAt: number } => member.groupId === groupId && member.handRaisedAt !== null)
    .sort((one, other) => one.handRaisedAt - other.handRaisedAt)
}

function hand({ group, members }: SignalSource): Signal | null {
  const raised = raisedHands(members, group.id)
  return raised[0] ? { kind: 'hand', people: raised.length, sinceAt: raised[0].handRaisedAt } : null
}

function held({ summary }: SignalSource): Signal | null {
  return summary && summary.heldDevices > 0 ? { kind: 'held', devices: summary.heldDevices } : null
}

/** Only while there is something left to write: an exercise, the timer going, the group open, somebody there, and not done yet. */
function quiet({ group, summary, current, timer, now }: SignalSource): Signal | null {
  if (!summary || !current?.activity || group.lock.state === 'locked' || group.online === 0) return null
  if (timer.state !== 'running' && timer.state !== 'overtime') return null
  const asked = checklist(current.activity, summary)
  if (asked.length > 0 && asked.every((check) => check.done)) return null
  const beganAt = timer.endsAt - timer.durationMs
  const minutes = Math.floor((now - Math.max(beganAt, summary.editedAt ?? 0)) / MINUTE_MS)
  return minutes >= QUIET_AFTER_MINUTES ? { kind: 'quiet', minutes } : null
}

/** The scale that is being made, once it has weights at all; later, both. */
function weights({ summary, current }: SignalSource): Signal | null {
  if (!summary || !current?.activity) return null
  const asked: readonly Axis[] = current.activity === 'potential' ? ['potential'] : current.activity === 'relationship' ? ['relationship'] : ['potential', 'relationship']
  for (const axis of asked) {
    const { factors, weightTotal } = summary.scales[axis]
    if (factors > 0 && weightTotal > 0 && Math.round(weightTotal * 10) !== 1_000) return { kind: 'weights', axis, total: Math.round(weightTotal * 10) / 10 }
  }
  return null
}

const allHigh = ({ summary }: SignalSource): Signal | null => (summary?.allHigh ? { kind: 'all-high' } : null)
