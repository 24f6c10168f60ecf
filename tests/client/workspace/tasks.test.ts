import { describe, expect, it } from 'vitest'
import { places } from '../../../client/app/places.ts'
import { openedTasks, taskOf } from '../../../client/features/workspace/tasks.ts'
import { addCustomers, setGrade } from '../../../shared/customer/document.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { buildParticipantView } from '../views.ts'
import { addFactor, setWeights } from '../../../shared/scale/document.ts'
import { factorLibrary } from '../../../shared/scale/library.ts'
import { axes } from '../../../shared/scale/model.ts'
import { splitEvenly } from '../../../shared/scale/weights.ts'
import { openedGroup } from '../../support/openedGroup.ts'

function groupWithScales() {
  const group = openedGroup()
  const { doc, origin } = group
  for (const axis of axes) {
    const chosen = factorLibrary.filter((factor) => factor.axis === axis).slice(0, 5)
    for (const factor of chosen) addFactor(doc, axis, readGroupWork(doc).scales[axis], { id: factor.id, library: { factor, locale: 'zh-CN' } }, origin)
    const weights = splitEvenly(chosen.length)
    setWeights(doc, axis, new Map(chosen.map((factor, index) => [factor.id, weights[index] ?? 0])), origin)
  }
  return group
}

const doneTasks = (work: GroupWork): ReadonlySet<string> => new Set(places.filter((place) => place.isDone(work)).map(({ task }) => task))

describe('the rail', () => {
  it('leads to the place where an activity is worked on', () => {
    expect([taskOf(places, 'potential'), taskOf(places, 'measure'), taskOf(places, 'findings'), taskOf(places, null)]).toEqual(['potential', 'customers', 'map', null])
  })

  it('opens what the trainer has opened', () => {
    expect([...openedTasks(places, buildParticipantView({}))]).toEqual(['task'])
    expect([...openedTasks(places, buildParticipantView({ opened: ['potential', 'measure'] }))]).toEqual(['task', 'potential', 'customers'])
  })

  it('nothing is done in an empty group', () => {
    expect(doneTasks(readGroupWork(openedGroup().doc)).size).toBe(0)
  })

  it('a scale is done when no check finds an error in it, the customers when all factors are answered', () => {
    const { doc, origin } = groupWithScales()
    expect([...doneTasks(readGroupWork(doc))]).toEqual(['potential', 'relationship'])
    const ids = Array.from({ length: 6 }, (_, index) => `c${index}`)
    addCustomers(doc, [], ids.map((id) => ({ id, name: id })), origin)
    const { scales } = readGroupWork(doc)
    for (const id of ids) for (const axis of axes) for (const factor of scales[axis].factors) setGrade(doc, id, factor.id, { kind: 'unknown' }, origin)
    expect(doneTasks(readGroupWork(doc)).has('customers')).toBe(true)
  })
})
