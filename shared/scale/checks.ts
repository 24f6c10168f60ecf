import { isBlank } from '../text/sanitise.ts'
import { type Factor, type Scale, factorCount } from './model.ts'
import { nearlySameName, sameName } from './similarNames.ts'
import { WEIGHT_TOTAL, weightTotal } from './weights.ts'

/** The text of a check is found by its id, in the language of the face. */
export const checkIds = [
  'factor-count', 'name-missing', 'name-duplicate', 'definition-missing', 'source-missing', 'unit-missing', 'interval-missing',
  'threshold-missing', 'threshold-order', 'weight-missing', 'weight-total',
  'weight-heavy', 'name-alike', 'same-grade', 'one-side',
] as const
export type CheckId = (typeof checkIds)[number]

/**
 * The place that a check leads to. `interval:2` is the description of level 2; `threshold:1` the lowest threshold, and so
 * on: both count from 1, as the cells of the document do.
 */
export type CheckField = 'name' | 'definition' | 'source' | 'unit' | 'weight' | `interval:${number}` | `threshold:${number}`

export interface Check {
  readonly id: CheckId
  /** An error keeps the scale from being complete; advice may be ignored with good reason. */
  readonly severity: 'error' | 'advice'
  /** null: it concerns the scale as a whole. */
  readonly factorId: string | null
  readonly field: CheckField | null
  /** For the text. `name` is the factor's own (may be empty), `other` that of the factor it is compared with. */
  readonly params: Readonly<Record<string, string | number>>
}

/** One weight above this decides nearly alone. */
export const HEAVY_WEIGHT = 40

/**
 * What is still missing or doubtful in the scale, in the order in which one would put it right: the number of factors,
 * factor by factor in the order of its fields, the total of the weights, then advice. What the customers show about the
 * scale is in `measuredChecks`.
 */
export function scaleChecks(scale: Scale): readonly Check[] {
  const known = remembered.get(scale)
  if (known) return known
  const checks = findChecks(scale)
  remembered.set(scale, checks)
  return checks
}
/** A scale that nobody has touched is the very same value as before (`CellReader.list`), and its checks are too. */
const remembered = new WeakMap<Scale, readonly Check[]>()

function findChecks(scale: Scale): readonly Check[] {
  const factors = scale.factors.filter((factor) => !factor.removed)
  return [
    ...countCheck(scale, factors),
    ...factors.flatMap((factor, index) => [...duplicateName(factor, factors.slice(0, index)), ...factorChecks(factor)]),
    ...totalCheck(factors),
    ...factors.flatMap((factor, index) => factorAdvice(factor, factors.slice(0, index))),
  ]
}

export const isError = (check: Check): boolean => check.severity === 'error'

/** Whether nothing that a check asks for is missing in the factor itself; unique name and total are the scale's matter. */
export const isFactorComplete = (factor: Factor): boolean => factorChecks(factor).length === 0

/** The errors of one factor by itself. */
export function factorChecks(factor: Factor): Check[] {
  const missing = (id: CheckId, field: CheckField): Check => errorOf(factor, id, field)
  return [
    ...(isBlank(factor.name) ? [missing('name-missing', 'name')] : []),
    ...(isBlank(factor.definition) ? [missing('definition-missing', 'definition')] : []),
    ...(isBlank(factor.source) ? [missing('source-missing', 'source')] : []),
    ...(factor.measure === 'numeric' ? numericChecks(factor) : textChecks(factor)),
    ...(factor.weight !== null && factor.weight > 0 ? [] : [missing('weight-missing', 'weight')]),
  ]
}

const textChecks = (factor: Factor): Check[] =>
  factor.intervals
    .filter((interval) => isBlank(interval.text))
    .map((interval) => errorOf(factor, 'interval-missing', `interval:${interval.level}`, { level: interval.level }))

function numericChecks(factor: Factor): Check[] {
  const checks = isBlank(factor.unit) ? [errorOf(factor, 'unit-missing', 'unit')] : []
  let highest = -Infinity
  for (let index = 1; index < factor.intervals.length; index++) {
    const threshold = factor.thresholds[index - 1] ?? null
    if (threshold === null || !Number.isFinite(threshold)) checks.push(errorOf(factor, 'threshold-missing', `threshold:${index}`, { index }))
    else if (threshold <= highest) checks.push(errorOf(factor, 'threshold-order', `threshold:${index}`, { index, value: threshold, above: highest }))
    else highest = threshold
  }
  return checks
}

function countCheck(scale: Scale, factors: readonly Factor[]): Check[] {
  const { min, max } = factorCount[scale.axis]
  if (factors.length >= min && factors.length <= max) return []
  return [{ id: 'factor-count', severity: 'error', factorId: null, field: null, params: { count: factors.length, min, max } }]
}

function duplicateName(factor: Factor, earlier: readonly Factor[]): Check[] {
  const other = isBlank(factor.name) ? undefined : earlier.find((one) => sameName(one.name, factor.name))
  return other ? [errorOf(factor, 'name-duplicate', 'name', { other: other.name })] : []
}

function totalCheck(factors: readonly Factor[]): Check[] {
  const total = weightTotal(factors)
  if (factors.length === 0 || total === WEIGHT_TOTAL) return []
  return [{ id: 'weight-total', severity: 'error', factorId: null, field: 'weight', params: { total, difference: Math.round((WEIGHT_TOTAL - total) * 100) / 100 } }]
}

function factorAdvice(factor: Factor, earlier: readonly Factor[]): Check[] {
  const heavy = factor.weight !== null && factor.weight > HEAVY_WEIGHT
  const alike = earlier.find((one) => nearlySameName(one.name, factor.name))
  return [
    ...(heavy ? [adviceOf(factor, 'weight-heavy', 'weight', { weight: factor.weight ?? 0, limit: HEAVY_WEIGHT })] : []),
    ...(alike ? [adviceOf(factor, 'name-alike', 'name', { other: alike.name })] : []),
  ]
}

type Params = Readonly<Record<string, string | number>>
const errorOf = (factor: Factor, id: CheckId, field: CheckField, params: Params = {}): Check =>
  ({ id, severity: 'error', factorId: factor.id, field, params: { name: factor.name, ...params } })
const adviceOf = (factor: Factor, id: CheckId, field: CheckField, params: Params): Check =>
  ({ id, severity: 'advice', factorId: factor.id, field, params: { name: factor.name, ...params } })
