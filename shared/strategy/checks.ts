import type { Quadrant } from '../map/model.ts'
import { isBlank, nameKey } from '../text/sanitise.ts'
import { passedTests, type Usp, uspTests } from '../usp/model.ts'
import { type Lever, leverPairs, levers, quadrantOf, type Strategy, type StrategyStep, strategySteps, writtenLevers } from './model.ts'

/** The text of a check is found by its id, in the language of the face. */
export const strategyCheckIds = [
  'goal-missing', 'goal-figure', 'goal-day', 'analysis-missing', 'generic-missing', 'approach-missing', 'pair-missing', 'usp-missing', 'usp-weak', 'usp-gone',
  'actions-missing', 'action-what', 'action-who', 'action-by', 'action-measure', 'action-hollow', 'indicators-missing', 'indicator-name', 'indicator-target', 'indicator-day', 'improve-missing',
] as const
export type StrategyCheckId = (typeof strategyCheckIds)[number]

export interface StrategyCheck {
  readonly id: StrategyCheckId
  readonly step: StrategyStep
  /** An error keeps the step from being complete; advice may be ignored with good reason. */
  readonly severity: 'error' | 'advice'
  /** The end of the field's id, below the strategy's: `goal`, `note:product`, `action/<id>/who`, `addAction`. */
  readonly field: string
  readonly params: Readonly<Record<string, string | number>>
}

const found = (id: StrategyCheckId, step: StrategyStep, field: string, params: StrategyCheck['params'] = {}): StrategyCheck => ({ id, step, severity: 'error', field, params })
const advice = (id: StrategyCheckId, step: StrategyStep, field: string, params: StrategyCheck['params'] = {}): StrategyCheck => ({ ...found(id, step, field, params), severity: 'advice' })
const when = (holds: boolean, check: StrategyCheck): StrategyCheck[] => (holds ? [check] : [])

/** What the strategy still needs, step by step. @param usps the group's list, for the USPs that the strategy leans on. */
export const strategyChecks = (strategy: Strategy, usps: readonly Usp[]): StrategyCheck[] =>
  [...goalChecks(strategy), ...when(isBlank(strategy.analysis), found('analysis-missing', 'analysis', 'analysis')), ...approachChecks(strategy, usps), ...planChecks(strategy), ...monitorChecks(strategy), ...when(isBlank(strategy.improve), found('improve-missing', 'improve', 'improve'))]

export const isStrategyError = (check: StrategyCheck): boolean => check.severity === 'error'

/** The steps that lack nothing. USPs don't count here: they may still be in the making. */
export const stepsDone = (strategy: Strategy): ReadonlySet<StrategyStep> => {
  const lacking = new Set(strategyChecks(strategy, []).filter((check) => isStrategyError(check) && check.id !== 'usp-missing').map(({ step }) => step))
  return new Set(strategySteps.filter((step) => !lacking.has(step)))
}

const hasFigure = (text: string): boolean => /[\d０-９一二三四五六七八九十百千万亿]/.test(text)
const goalChecks = (strategy: Strategy): StrategyCheck[] => [
  ...when(isBlank(strategy.goal), found('goal-missing', 'goal', 'goal')),
  ...when(!isBlank(strategy.goal) && !hasFigure(strategy.goal), advice('goal-figure', 'goal', 'goal')),
  ...when(strategy.goalBy === null, found('goal-day', 'goal', 'goalBy')),
]

function approachChecks(strategy: Strategy, usps: readonly Usp[]): StrategyCheck[] {
  const linked = usps.filter((usp) => strategy.uspIds.includes(usp.id))
  const weak = linked.filter((usp) => passedTests(usp) < uspTests.length)
  const gone = strategy.uspIds.filter((id) => !usps.some((usp) => usp.id === id))
  return [
    ...when(strategy.generic === null, found('generic-missing', 'approach', 'generic')),
    ...when(isBlank(strategy.approach), found('approach-missing', 'approach', 'approach')),
    // One side of each pair makes the group look at all four; which side says it is theirs to choose.
    ...leverPairs.filter((pair) => pair.every((lever) => isBlank(strategy.notes[lever]))).map(([ours, theirs]) => found('pair-missing', 'approach', `note:${ours}`, { ours, theirs })),
    ...when(strategy.uspIds.length === 0, found('usp-missing', 'approach', 'usps')),
    ...weak.map((usp) => advice('usp-weak', 'approach', 'usps', { claim: usp.claim, passed: passedTests(usp) })),
    ...when(usps.length > 0 && gone.length > 0, advice('usp-gone', 'approach', 'usps', { count: gone.length })),
  ]
}

/** What nobody can tell whether it was done. */
const hollow = ['加强沟通', '多拜访', '加强拜访', '提升服务', '做好服务', '维护关系', '搞好关系', '持续跟进', '加强跟进', 'improve communication', 'visit more', 'better service', 'follow up', 'keep in touch', 'maintain the relationship']
const HOLLOW_LENGTH = 24
const isHollow = (text: string): boolean => Array.from(text).length <= HOLLOW_LENGTH && !hasFigure(text) && hollow.some((phrase) => nameKey(text).includes(phrase))

const planChecks = (strategy: Strategy): StrategyCheck[] => [
  ...when(strategy.actions.length === 0, found('actions-missing', 'plan', 'addAction')),
  ...strategy.actions.flatMap((action, index) => {
    const at = (cell: string): string => `action/${action.id}/${cell}`
    const params = { place: index + 1, what: action.what }
    return [
      ...when(isBlank(action.what), found('action-what', 'plan', at('what'), params)),
      ...when(isBlank(action.who), found('action-who', 'plan', at('who'), params)),
      ...when(action.by === null, found('action-by', 'plan', at('by'), params)),
      ...when(isBlank(action.measure), found('action-measure', 'plan', at('measure'), params)),
      ...when(isHollow(action.what), advice('action-hollow', 'plan', at('what'), params)),
    ]
  }),
]

const monitorChecks = (strategy: Strategy): StrategyCheck[] => [
  ...when(strategy.indicators.length === 0, found('indicators-missing', 'monitor', 'addIndicator')),
  ...strategy.indicators.flatMap((indicator, index) => {
    const at = (cell: string): string => `indicator/${indicator.id}/${cell}`
    const params = { place: index + 1, name: indicator.name }
    return [
      ...when(isBlank(indicator.name), found('indicator-name', 'monitor', at('name'), params)),
      ...when(isBlank(indicator.target), found('indicator-target', 'monitor', at('target'), params)),
      ...when(indicator.checkOn === null, found('indicator-day', 'monitor', at('checkOn'), params)),
    ]
  }),
]

/** Two strategies for different quadrants that do the same: they are not differentiated. */
export interface SameStrategyFinding {
  /** The same pair has the same key tomorrow. */
  readonly key: string
  readonly strategyIds: readonly [string, string]
  readonly quadrants: readonly [Quadrant, Quadrant]
}

/** This share of what either of them says about the eight levers is the same. */
export const SAME_SHARE = 0.75
/** With less written than this the two are not the same but both not there yet. */
export const MIN_SAME_NOTES = 2

/**
 * Compares what is done: the generic strategy, the USPs and the notes on 4P and 4C, whatever their spelling. The name of the
 * stance is not enough to tell two strategies apart: it follows from the quadrant, and words under it may still be the same.
 */
export function sameStrategyFindings(strategies: readonly Strategy[], places: readonly { readonly customerId: string; readonly quadrant: Quadrant | null }[]): SameStrategyFinding[] {
  const placed = strategies.flatMap((strategy) => {
    const quadrant = quadrantOf(strategy.subject, places)
    return quadrant ? [{ strategy, quadrant }] : []
  })
  return placed.flatMap((one, index) => placed.slice(index + 1).flatMap((other): SameStrategyFinding[] => {
    if (one.quadrant === other.quadrant || !doTheSame(one.strategy, other.strategy)) return []
    const [first, second] = one.strategy.id < other.strategy.id ? [one, other] : [other, one]
    return [{ key: `same-strategy:${first.strategy.id}:${second.strategy.id}`, strategyIds: [first.strategy.id, second.strategy.id], quadrants: [first.quadrant, second.quadrant] }]
  }))
}

function doTheSame(one: Strategy, other: Strategy): boolean {
  if (one.generic !== other.generic || one.uspIds.join() !== other.uspIds.join()) return false
  const said = levers.filter((lever) => [...writtenLevers(one), ...writtenLevers(other)].includes(lever))
  const alike = said.filter((lever) => gist(one, lever) === gist(other, lever))
  return alike.length >= MIN_SAME_NOTES && alike.length >= SAME_SHARE * said.length
}
/** Letters and figures alone: punctuation and blanks make no strategy. */
const gist = (strategy: Strategy, lever: Lever): string => nameKey(strategy.notes[lever]).replace(/[^\p{L}\p{N}]+/gu, '')
