import type { Customer, Grade } from '../customer/model.ts'
import type { Factor } from '../scale/model.ts'

/**
 * The level that a grade stands for on this factor, or null when it stands for none (yet): no answer, "don't know", a
 * level that the factor no longer has, or a raw figure while the thresholds are missing or out of order.
 * A figure on a threshold belongs to the interval above it; with direction 'less' the highest figures earn level 1.
 */
export function gradeOf(factor: Factor, grade: Grade | undefined): number | null {
  if (!grade || grade.kind === 'unknown') return null
  if (grade.kind === 'level') return factor.intervals.some((interval) => interval.level === grade.level) ? grade.level : null
  if (factor.measure !== 'numeric' || !Number.isFinite(grade.raw)) return null
  const thresholds = usableThresholds(factor)
  if (!thresholds) return null
  const band = thresholds.filter((threshold) => grade.raw >= threshold).length
  const levels = levelsOf(factor)
  return (factor.direction === 'less' ? levels.at(-1 - band) : levels[band]) ?? null
}

/** The factor's levels, lowest first. */
export const levelsOf = (factor: Factor): number[] => factor.intervals.map((interval) => interval.level).sort((one, other) => one - other)

/** All thresholds of a numeric factor, strictly ascending, or null while they don't part the intervals. */
export function usableThresholds(factor: Factor): readonly number[] | null {
  const set = factor.thresholds.filter((threshold) => threshold !== null && Number.isFinite(threshold)) as number[]
  if (set.length !== factor.intervals.length - 1 || set.length !== factor.thresholds.length) return null
  return set.every((threshold, index) => index === 0 || threshold > (set[index - 1] ?? threshold)) ? set : null
}

/**
 * Score of one factor, 0..100: (points − lowest) / (highest − lowest) × 100. null for no grade; 0, not NaN, where all
 * intervals earn the same points.
 */
export function factorScore(factor: Factor, level: number | null): number | null {
  const points = factor.intervals.find((interval) => interval.level === level)?.points
  if (points === undefined || !Number.isFinite(points)) return null
  const { lowest, highest } = pointRange(factor)
  return highest > lowest ? ((points - lowest) / (highest - lowest)) * 100 : 0
}

/** The best score that any grade of the factor can earn: 100, or 0 where all intervals earn the same points. */
export function bestScore(factor: Factor): number {
  const { lowest, highest } = pointRange(factor)
  return highest > lowest ? 100 : 0
}

function pointRange(factor: Factor): { lowest: number; highest: number } {
  const points = factor.intervals.map((interval) => interval.points).filter(Number.isFinite)
  return { lowest: Math.min(...points), highest: Math.max(...points) }
}

/** The customer's level on the factor, or null. */
export const levelOf = (customer: Customer, factor: Factor): number | null => gradeOf(factor, customer.grades.get(factor.id))

/** What the factor weighs, ≥ 0; a weight that nobody has set weighs nothing. */
export const weightOf = (factor: Factor): number => (factor.weight !== null && Number.isFinite(factor.weight) && factor.weight > 0 ? factor.weight : 0)
