import type { Customer } from '../../../shared/customer/model.ts'
import type { Factor, Scale } from '../../../shared/scale/model.ts'
import { factorScore, levelOf, weightOf } from '../../../shared/scoring/grade.ts'

/** What one factor has done to the place of a customer on its axis. */
export interface Contribution {
  readonly factor: Factor
  /** Points of its grade; null while it has none that counts. */
  readonly points: number | null
  readonly highest: number
  /** Weight among the graded factors, 0..1. */
  readonly share: number
  /** Of the axis' 0..100; the contributions of an axis add up to its score. null without a grade. */
  readonly contribution: number | null
  /** The group said that it does not know. */
  readonly unknown: boolean
}

/** In the order of the scale: shares are of the graded weights, as in the score itself. */
export function contributionsOf(customer: Customer, scale: Scale): Contribution[] {
  const factors = scale.factors.filter((factor) => !factor.removed)
  const scored = factors.map((factor) => ({ factor, score: factorScore(factor, levelOf(customer, factor)) }))
  const total = scored.reduce((sum, { factor, score }) => (score === null ? sum : sum + weightOf(factor)), 0)
  return scored.map(({ factor, score }) => {
    const level = levelOf(customer, factor)
    const share = score === null || total === 0 ? 0 : weightOf(factor) / total
    return {
      factor, share,
      points: factor.intervals.find((interval) => interval.level === level)?.points ?? null,
      highest: Math.max(0, ...factor.intervals.map(({ points }) => points)),
      contribution: score === null ? null : share * score,
      unknown: customer.grades.get(factor.id)?.kind === 'unknown',
    }
  })
}
