import { describe, expect, it } from 'vitest'
import { isSlip } from '../../../client/features/console/controls.ts'
import { dockCards } from '../../../client/features/console/dock/dockCards.ts'
import { stageAggregate, stageDetail, stageView } from '../../../client/features/console/stageView.ts'
import { crossedMark } from '../../../client/features/console/timeMarks.ts'
import { clockText } from '../../../client/ui/clockText.ts'
import { groupWorkToJson } from '../../../shared/groupwork/document.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { sampleWork } from '../../support/sampleWork.ts'
import { buildItem, buildSummary, buildTrainerView } from './makers.ts'

const view = (showPeople: boolean): TrainerView => buildTrainerView({ projector: { scene: { kind: 'lobby' }, theme: 'light', showCustomers: false, showPeople, locale: 'zh-CN' } })

describe('the miniature of the projector', () => {
  it('knows neither the trainer’s notes nor names that are masked', () => {
    const shown = JSON.stringify(stageView(view(false)))
    expect(shown).not.toContain('只有讲师看')
    expect(shown).not.toContain('王伟')
    expect(shown).not.toContain('走了的人')
    expect(stageView(view(true)).members[0]?.name).toBe('王伟')
  })
  it('P5.4: the miniature masks customers exactly as the projector does, also where some are not measured', () => {
    const point = { id: 'c', label: '北斗重工', mask: 'B7', x: 1, y: 2, xLow: 1, xHigh: 1, yLow: 2, yHigh: 2, complete: true, effortShare: null, quadrant: 'release' } as const
    const aggregate = { serverNow: 0, groups: [buildSummary({ points: [point] })] }
    const masked = { ...view(false), projector: { ...view(false).projector, showCustomers: false } }
    expect(stageAggregate(masked, aggregate)?.groups[0]?.points[0]?.label).toBe('B7')
    expect(stageAggregate({ ...masked, projector: { ...masked.projector, showCustomers: true } }, aggregate)?.groups[0]?.points[0]?.label).toBe('北斗重工')
  })
  it('P5.4: it says who answers for what where the projector does: with people’s names', () => {
    const detail = { groupId: 'g-1', work: groupWorkToJson(sampleWork(0)) }
    const spotlight = (showPeople: boolean): TrainerView => buildTrainerView({ projector: { scene: { kind: 'spotlight', groupId: 'g-1', part: 'strategy' }, theme: 'light', showCustomers: true, showPeople, locale: 'zh-CN' } })
    expect(JSON.stringify(stageDetail(spotlight(true), detail, null))).toContain('周建业')
    expect(JSON.stringify(stageDetail(spotlight(false), detail, null))).not.toContain('周建业')
  })
  it('names current and next item, and the address that people type', () => {
    const shown = stageView(view(true))
    expect([shown.current?.id, shown.next?.id, shown.address]).toEqual(['i-1', 'i-2', '192.168.1.23:8420'])
  })
})

describe('back through the agenda', () => {
  const step = { from: 'i-1', to: 'i-2', at: 1_000 }
  it('soon after a step takes it back, timer and all; later, or from elsewhere, it begins the item before anew', () => {
    expect(isSlip(step, 'i-2', 'i-1', 30_000)).toBe(true)
    expect(isSlip(step, 'i-2', 'i-1', 90_000)).toBe(false)
    expect(isSlip(step, 'i-3', 'i-2', 30_000)).toBe(false)
    expect(isSlip({ ...step, from: 'i-0' }, 'i-2', 'i-1', 30_000)).toBe(false)
  })
})

describe('the clock', () => {
  it.each([[1_455_000, '24:15'], [1, '00:01'], [0, '00:00'], [-1, '+00:00'], [-123_000, '+02:03'], [3_723_000, '1:02:03'], [59_999, '01:00']])('%d ms is %s', (ms, text) => expect(clockText(ms)).toBe(text))

  it('P7.6: says the marks of the time going down once each, the last of several, and nothing when time was added', () => {
    expect(crossedMark(300_200, 299_900)).toBe(300_000)
    expect(crossedMark(299_900, 299_600)).toBeNull()
    expect(crossedMark(61_000, 9_000)).toBe(10_000)
    expect(crossedMark(100, 0)).toBe(0)
    expect(crossedMark(-100, 59_000)).toBeNull()
  })
})

describe('what comes first below the timer', () => {
  it('is what the room is at: a question, what each does alone first, the stage where something is shown together, the groups on it', () => {
    const first = (change: Parameters<typeof buildItem>[0], isAsking = false) => dockCards(buildItem(change), isAsking)[0]
    expect(first({ kind: 'talk' })).toBe('ask')
    expect(first({ kind: 'exercise', alone: ['grades'] })).toBe('alone')
    expect(first({ kind: 'exercise', alone: ['grades'] }, true)).toBe('ask')
    expect(first({ kind: 'share' })).toBe('projector')
    expect(first({ kind: 'share', activity: 'sharing' })).toBe('room')
  })
  it('is all there whatever comes first', () => {
    for (const current of [null, buildItem(), buildItem({ kind: 'share' }), buildItem({ activity: 'sharing' })]) expect([...dockCards(current, false)].sort()).toEqual(['alone', 'ask', 'class', 'lock', 'projector', 'room'])
  })
})
