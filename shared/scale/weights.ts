import type { Factor } from './model.ts'

export const WEIGHT_TOTAL = 100

/** Sum of the weights that are set, to a hundredth, so that 33.3 + 33.3 + 33.4 is 100. */
export const weightTotal = (factors: readonly Factor[]): number =>
  Math.round(factors.reduce((sum, factor) => (factor.removed ? sum : sum + usable(factor.weight)), 0) * 100) / 100

/**
 * Whole weights, each at least 1, that total exactly 100 in the proportions of the given ones (largest remainder). What
 * is not set or 0 takes a fair share first: the average of the others. Whole weights that total 100 already stay.
 */
export function balanceWeights(weights: readonly (number | null)[]): number[] {
  const set = weights.map(usable)
  const positive = set.filter((weight) => weight > 0)
  const fair = positive.length > 0 ? positive.reduce((sum, weight) => sum + weight, 0) / positive.length : 1
  return apportion(set.map((weight) => (weight > 0 ? weight : fair)))
}

/** 100 in `count` whole parts that differ by 1 at most, the larger ones first. */
export const splitEvenly = (count: number): number[] => apportion(new Array<number>(Math.max(0, Math.trunc(count) || 0)).fill(1))

function apportion(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0)
  const exact = parts.map((part) => (part / total) * WEIGHT_TOTAL)
  const whole = exact.map((part) => Math.floor(part + 1e-9))
  const remainder = (index: number): number => (exact[index] ?? 0) - (whole[index] ?? 0)
  const byRemainder = parts.map((_part, index) => index).sort((one, other) => remainder(other) - remainder(one) || one - other)
  const rest = WEIGHT_TOTAL - whole.reduce((sum, part) => sum + part, 0)
  for (const index of byRemainder.slice(0, rest)) whole[index] = (whole[index] ?? 0) + 1
  // A weight of 0 would fail the check that balancing is there to satisfy; with more than 100 parts it can't be helped.
  for (let empty = whole.indexOf(0); empty >= 0 && parts.length <= WEIGHT_TOTAL; empty = whole.indexOf(0)) {
    // Of the largest, the one with the least claim, so that no lighter factor overtakes a heavier one.
    const largest = [...byRemainder].sort((one, other) => (whole[other] ?? 0) - (whole[one] ?? 0) || (exact[one] ?? 0) - (exact[other] ?? 0) || other - one)[0] ?? 0
    whole[largest] = (whole[largest] ?? 0) - 1
    whole[empty] = 1
  }
  return whole
}

/** Far above any weight that a document may hold, and low enough for sums and shares to stay exact. */
const MAX_WEIGHT = 1e6

const usable = (weight: number | null): number => (weight !== null && Number.isFinite(weight) && weight > 0 ? Math.min(weight, MAX_WEIGHT) : 0)
