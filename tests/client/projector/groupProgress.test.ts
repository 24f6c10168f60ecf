import { describe, expect, it } from 'vitest'
import { groupProgress } from '../../../client/features/projector/groupProgress.ts'
import { emptyParts, summariseParts } from '../../../shared/groupwork/parts.ts'
import type { GroupSummary } from '../../../shared/protocol/views.ts'

const scale = { factors: 0, weightTotal: 0, completeFactors: 0, failing: 0 }
const summary = (change: Partial<GroupSummary>): GroupSummary => ({
  groupId: 'g', scales: { potential: scale, relationship: scale }, customers: 0, measured: 0, gutDone: false, cutX: 50, cutY: 50, points: [],
  quadrantCounts: { attack: 0, deepen: 0, release: 0, maintain: 0 }, findings: { open: 0, accepted: 0, rejected: 0 }, symptoms: { concentration: 0, neglected: 0, 'over-served': 0, 'non-separating': 0, 'all-high': 0, incomplete: 0 }, alignment: null, spearman: null,
  allHigh: false, editedAt: null, online: 0, heldDevices: 0, leftOut: 0, parts: summariseParts(emptyParts()), ...change,
})

describe('how far a group is', () => {
  it('a potential scale is done with five complete factors and weights of 100', () => {
    const done = summary({ scales: { potential: { factors: 5, weightTotal: 100, completeFactors: 5, failing: 0 }, relationship: scale } })
    expect(groupProgress('potential', done).share).toBe(1)
    expect(groupProgress('potential', done).facts.every((fact) => fact.good)).toBe(true)
  })
  it('three complete factors out of three are not a scale yet', () => {
    const some = summary({ scales: { potential: { factors: 3, weightTotal: 95, completeFactors: 3, failing: 1 }, relationship: scale } })
    expect(groupProgress('potential', some).share).toBeCloseTo(0.48)
    expect(groupProgress('potential', some).facts.find((fact) => fact.key === 'projector.progress.fact.weights')).toEqual({ key: 'projector.progress.fact.weights', value: '95', good: false })
  })
  it('measuring asks for six customers at least', () => {
    expect(groupProgress('measure', summary({ customers: 3, measured: 3 })).share).toBe(0.5)
    expect(groupProgress('measure', summary({ customers: 10, measured: 5 })).share).toBe(0.5)
  })
  it('findings are done when each is judged and two decisions are made; none found is none done', () => {
    const parts = (decided: number) => ({ ...summariseParts(emptyParts()), decisions: { decided, open: 0 } })
    expect(groupProgress('findings', summary({ findings: { open: 1, accepted: 2, rejected: 1 } })).share).toBe(0.375)
    expect(groupProgress('findings', summary({ findings: { open: 1, accepted: 2, rejected: 1 }, parts: parts(1) })).share).toBe(0.625)
    expect(groupProgress('findings', summary({ findings: { open: 0, accepted: 2, rejected: 1 }, parts: parts(3) })).share).toBe(1)
    expect(groupProgress('findings', summary({})).share).toBe(0)
  })
  it('figures that are none show as nothing, and never as NaN', () => {
    const junk = summary({ customers: Number.NaN, measured: Number.NaN, scales: { potential: { ...scale, factors: Number.NaN, weightTotal: Number.NaN, completeFactors: Number.NaN }, relationship: scale } })
    for (const activity of ['potential', 'measure', 'map', 'findings', null] as const) {
      const { share, facts } = groupProgress(activity, junk)
      expect(share).toBe(0)
      expect(facts.map((fact) => fact.value).join()).not.toContain('NaN')
    }
  })
})
