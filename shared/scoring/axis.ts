import type { Customer } from '../customer/model.ts'
import { type MapSettings, type Quadrant, quadrants } from '../map/model.ts'
import type { Axis, Scale } from '../scale/model.ts'
import { bestScore, factorScore, gradeOf, weightOf } from './grade.ts'

export interface AxisScore {
  /** 0..100 over the graded factors, or null while no weighted factor is graded. */
  readonly value: number | null
  /** Where the missing grades could still move the value to; equal to it when the score is complete. */
  readonly low: number
  readonly high: number
  /** Factors with a grade that counts. */
  readonly graded: number
  /** Factors with any answer: "we don't know" is one. */
  readonly answered: number
  readonly total: number
  /** Every factor is graded, and there is a value. */
  readonly complete: boolean
}

/**
 * Σ weight·score / Σ weight over the graded factors of the scale. A factor without weight counts among the answers, but
 * moves nothing. The range is the same sum over all factors with the missing ones at their worst and at their best.
 */
export function axisScore(customer: Customer, scale: Scale): AxisScore {
  const known = remembered.get(customer)?.[scale.axis]
  if (known?.scale === scale) return known.score
  const score = computeScore(customer, scale)
  remembered.set(customer, { ...remembered.get(customer), [scale.axis]: { scale, score } })
  return score
}
/** Customers and scales that nobody has touched are the very same values as before (`CellReader.list`), and their scores are too. */
const remembered = new WeakMap<Customer, { readonly [A in Axis]?: { readonly scale: Scale; readonly score: AxisScore } }>()

function computeScore(customer: Customer, scale: Scale): AxisScore {
  let [sum, gradedWeight, missingWeight, missingBest] = [0, 0, 0, 0]
  let [graded, answered, total] = [0, 0, 0]
  for (const factor of scale.factors) {
    if (factor.removed) continue
    total++
    const grade = customer.grades.get(factor.id)
    const weight = weightOf(factor)
    const score = factorScore(factor, gradeOf(factor, grade))
    if (score !== null) {
      graded++
      answered++
      gradedWeight += weight
      sum += weight * score
    } else {
      // A raw figure that no interval takes yet has been answered all the same; one from before the factor became a text one has not.
      if (grade?.kind === 'unknown' || (grade?.kind === 'raw' && factor.measure === 'numeric')) answered++
      missingWeight += weight
      missingBest += weight * bestScore(factor)
    }
  }
  const weight = gradedWeight + missingWeight
  const value = gradedWeight > 0 ? bounded(sum / gradedWeight) : null
  const complete = total > 0 && graded === total && value !== null
  if (complete) return { value, low: value, high: value, graded, answered, total, complete }
  return { value, low: weight > 0 ? bounded(sum / weight) : 0, high: weight > 0 ? bounded((sum + missingBest) / weight) : 100, graded, answered, total, complete }
}

/** Sums of decimal weights may end a hair outside, or before a cut line: 49.99999999999999 is 50, as every spreadsheet has it. */
const HAIRS = 1e9
const bounded = (score: number): number => Math.min(100, Math.max(0, Math.round(score * HAIRS) / HAIRS))

export type Scales = Readonly<Record<Axis, Scale>>
export type Cuts = Pick<MapSettings, 'cutX' | 'cutY'>

export interface MapPlace {
  readonly customerId: string
  /** Business relationship. */
  readonly x: AxisScore
  /** Purchase potential. */
  readonly y: AxisScore
  /** By the values so far; null while one is missing. */
  readonly quadrant: Quadrant | null
  /** All quadrants that the customer could still end in, missing grades being what they may. */
  readonly possible: readonly Quadrant[]
}
/** A place that can be drawn. */
export type MeasuredPlace = MapPlace & { readonly x: { readonly value: number }; readonly y: { readonly value: number }; readonly quadrant: Quadrant }

export const isMeasured = (place: MapPlace): place is MeasuredPlace => place.quadrant !== null

export function placeCustomer(customer: Customer, scales: Scales, cuts: Cuts): MapPlace {
  const x = axisScore(customer, scales.relationship)
  const y = axisScore(customer, scales.potential)
  const quadrant = x.value === null || y.value === null ? null : quadrantOf(x.value, y.value, cuts.cutX, cuts.cutY)
  const corners = [x.low, x.high].flatMap((left) => [y.low, y.high].map((up) => quadrantOf(left, up, cuts.cutX, cuts.cutY)))
  return { customerId: customer.id, x, y, quadrant, possible: quadrants.filter((one) => corners.includes(one)) }
}

/** The places of all customers, in their order; removed ones have none. */
export const placeAll = (customers: readonly Customer[], scales: Scales, cuts: Cuts): MapPlace[] =>
  customers.filter((customer) => !customer.removed).map((customer) => placeCustomer(customer, scales, cuts))

/** A point on a cut line belongs to the upper or right side. */
export function quadrantOf(x: number, y: number, cutX: number, cutY: number): Quadrant {
  if (y >= cutY) return x >= cutX ? 'deepen' : 'attack'
  return x >= cutX ? 'maintain' : 'release'
}

export function quadrantCounts(places: readonly MapPlace[]): Record<Quadrant, number> {
  const counts: Record<Quadrant, number> = { attack: 0, deepen: 0, release: 0, maintain: 0 }
  for (const place of places) if (place.quadrant) counts[place.quadrant]++
  return counts
}

/**
 * The medians of both axes over the measured customers, as cut lines for a map whose dots crowd in one corner. Rounded
 * down to whole numbers, so that the customer in the middle stays on the upper and right side. null without customers.
 */
export function medianCuts(places: readonly MapPlace[]): Cuts | null {
  const measured = places.filter(isMeasured)
  const cutX = median(measured.map((place) => place.x.value))
  const cutY = median(measured.map((place) => place.y.value))
  return cutX === null || cutY === null ? null : { cutX: Math.floor(cutX), cutY: Math.floor(cutY) }
}

export function median(values: readonly number[]): number | null {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
