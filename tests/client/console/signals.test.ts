import { describe, expect, it } from 'vitest'
import { checklist } from '../../../client/features/console/checklist.ts'
import { type SignalSource, tileSignals } from '../../../client/features/console/signals.ts'
import { buildGroup, buildItem, buildMember, buildSummary, doneScale } from './makers.ts'

const MINUTE_MS = 60_000
const now = 100 * MINUTE_MS
const potential = buildItem({ id: 'i-3', kind: 'exercise', activity: 'potential', minutes: 30 })
/** A timer that has run for `minutes`. */
const runningFor = (minutes: number): SignalSource['timer'] => ({ state: 'running', durationMs: 30 * MINUTE_MS, endsAt: now + (30 - minutes) * MINUTE_MS })
const source = (change: Partial<SignalSource> = {}): SignalSource => ({
  group: buildGroup(), members: [], summary: buildSummary({ editedAt: now }), current: potential, timer: runningFor(10), now, ...change,
})
const kinds = (change: Partial<SignalSource>): string[] => tileSignals(source(change)).map((signal) => signal.kind)

describe('signals on a group’s tile', () => {
  it('says nothing of a group that works', () => expect(kinds({})).toEqual([]))

  it('counts hands and how long the first has waited, of this group alone', () => {
    const members = [buildMember({ handRaisedAt: now - 2 * MINUTE_MS }), buildMember({ id: 'p-2', handRaisedAt: now - 5 * MINUTE_MS }), buildMember({ id: 'p-3', groupId: 'g-2', handRaisedAt: now - 9 * MINUTE_MS })]
    expect(tileSignals(source({ members }))).toEqual([{ kind: 'hand', people: 2, sinceAt: now - 5 * MINUTE_MS }])
  })

  it('shows two at most, the most pressing first', () => {
    const members = [buildMember({ handRaisedAt: now })]
    const summary = buildSummary({ heldDevices: 1, editedAt: now - 20 * MINUTE_MS, allHigh: true, scales: { potential: { ...doneScale, weightTotal: 85 }, relationship: doneScale } })
    expect(kinds({ members, summary })).toEqual(['hand', 'held'])
  })

  it('calls a group quiet from its last edit, but not from before the timer began', () => {
    expect(tileSignals(source({ summary: buildSummary({ editedAt: now - 7 * MINUTE_MS }) }))).toEqual([{ kind: 'quiet', minutes: 7 }])
    expect(tileSignals(source({ summary: buildSummary({ editedAt: null }) }))).toEqual([{ kind: 'quiet', minutes: 10 }])
    expect(kinds({ summary: buildSummary({ editedAt: null }), timer: runningFor(2) })).toEqual([])
  })

  it.each([
    ['the timer is paused', { timer: { state: 'paused', durationMs: 1, remainingMs: 1 } }],
    ['nothing is to be written', { current: buildItem() }],
    ['the group is locked', { group: buildGroup({ lock: { state: 'locked', since: 0 } }) }],
    ['nobody is online', { group: buildGroup({ online: 0 }) }],
    ['the group is done', { summary: buildSummary({ editedAt: 0, scales: { potential: doneScale, relationship: doneScale } }) }],
  ] satisfies [string, Partial<SignalSource>][])('does not call a group quiet when %s', (_, change) => {
    expect(kinds({ summary: buildSummary({ editedAt: 0 }), ...change })).not.toContain('quiet')
  })

  it('names weights that are not 100, only of the scale that is being made, and not before there are any', () => {
    const scales = { potential: { ...doneScale, weightTotal: 85 }, relationship: { ...doneScale, weightTotal: 90 } }
    const summary = buildSummary({ editedAt: now, scales })
    expect(tileSignals(source({ summary }))).toEqual([{ kind: 'weights', axis: 'potential', total: 85 }])
    expect(tileSignals(source({ summary, current: { ...potential, activity: 'relationship' } }))).toEqual([{ kind: 'weights', axis: 'relationship', total: 90 }])
    expect(kinds({ summary: buildSummary({ editedAt: now, scales: { potential: { ...doneScale, weightTotal: 0 }, relationship: doneScale } }) })).toEqual([])
  })

  it('takes three thirds of 100 for 100', () => {
    expect(kinds({ summary: buildSummary({ editedAt: now, scales: { potential: { ...doneScale, weightTotal: 99.99999 }, relationship: doneScale } }) })).toEqual([])
  })

  it('shows nothing made up before the first figures have come', () => expect(kinds({ summary: undefined })).toEqual([]))
})

describe('the checklist of an activity', () => {
  const done = (activity: Parameters<typeof checklist>[0], change: Parameters<typeof buildSummary>[0]): string[] =>
    checklist(activity, buildSummary(change)).filter((check) => check.done).map((check) => check.key.replace('console.check.', ''))

  it('asks of a scale enough factors, complete, weighed to 100 and without failing checks', () => {
    expect(done('potential', {})).toEqual([])
    expect(done('potential', { scales: { potential: doneScale, relationship: doneScale } })).toEqual(['factors', 'complete', 'weights', 'checks'])
    expect(done('potential', { scales: { potential: { ...doneScale, factors: 9 }, relationship: doneScale } })).not.toContain('factors')
  })
  it('asks of measuring six customers, the gut order and every customer measured', () => {
    expect(done('measure', { customers: 6, measured: 5, gutDone: true })).toEqual(['customers', 'gut'])
  })
  it('has nothing to count during a talk', () => expect(checklist(null, buildSummary())).toEqual([]))
})
