import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import { addCustomers, setFigure, setGrade } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { addFactor, setFactorCell } from '../../../shared/scale/document.ts'
import { factorLibrary } from '../../../shared/scale/library.ts'
import { openedGroup } from '../../support/openedGroup.ts'

export const workOf = (group: OpenGroup): GroupWork => readGroupWork(group.doc)

/** A group with two factors on each scale, one of them numeric where the library has one, written by another member. */
export function groupWithScales(): OpenGroup {
  const group = openedGroup()
  const other = new LocalOrigin('p2')
  for (const [axis, ids] of [['potential', ['annual-spend', 'budget-status']], ['relationship', ['decision-access', 'information']]] as const) {
    for (const libraryId of ids) {
      const factor = factorLibrary.find(({ id }) => id === libraryId)
      if (!factor) throw new Error(`no factor ${libraryId}`)
      addFactor(group.doc, axis, workOf(group).scales[axis], { id: libraryId, library: { factor, locale: 'zh-CN' } }, other)
      setFactorCell(group.doc, axis, libraryId, { cell: 'weight', value: 50 }, other)
    }
  }
  return group
}

/** Adds customers whose grades on all factors are the level given, and their effort. */
export function addGraded(group: OpenGroup, customers: Readonly<Record<string, { readonly potential: number; readonly relationship: number; readonly effort?: number }>>): void {
  const other = new LocalOrigin('p2')
  const { scales, customers: existing } = workOf(group)
  addCustomers(group.doc, existing, Object.keys(customers).map((id) => ({ id, name: `客户${id}` })), other)
  for (const [id, { potential, relationship, effort }] of Object.entries(customers)) {
    for (const factor of scales.potential.factors) setGrade(group.doc, id, factor.id, { kind: 'level', level: potential }, other)
    for (const factor of scales.relationship.factors) setGrade(group.doc, id, factor.id, { kind: 'level', level: relationship }, other)
    if (effort !== undefined) setFigure(group.doc, id, 'effort', effort, other)
  }
}
