import { type AloneExercise, axisOf, kindOf } from './model.ts'
import type { GroupWork } from '../groupwork/model.ts'

/** What the group has to have first: customers to grade, factors to grade by, factors between which weights are shared. */
export type Lack = 'customers' | 'factors' | 'two-factors'
const FACTORS_TO_WEIGH = 2

/** Why an exercise can't be done yet; null: it can. */
export function lackOf(exercise: AloneExercise, { scales, customers }: Pick<GroupWork, 'scales' | 'customers'>): Lack | null {
  const axis = axisOf(exercise)
  if (kindOf(exercise) === 'ideas') return null
  if (axis) return scales[axis].factors.length < FACTORS_TO_WEIGH ? 'two-factors' : null
  if (scales.potential.factors.length + scales.relationship.factors.length === 0) return 'factors'
  return customers.length === 0 ? 'customers' : null
}
