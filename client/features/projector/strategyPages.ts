import { leverPairs, type Lever, type Strategy, type StrategyAction, type StrategyIndicator } from '../../../shared/strategy/model.ts'
import { pagesOf } from './paging.ts'

/** What one page of a strategy shows. Text on the projector is never made smaller: a long plan gets more pages. */
export type StrategyPage =
  | { readonly kind: 'outline' }
  | { readonly kind: 'levers'; readonly pairs: readonly (readonly [Lever, Lever])[] }
  | { readonly kind: 'plan'; readonly actions: readonly StrategyAction[] }
  | { readonly kind: 'monitor'; readonly indicators: readonly StrategyIndicator[] }

const ACTIONS = 4
const INDICATORS = 4

/** Parts in which nothing is written have no page, nor have those that the room may not read; the outline always has. */
export function strategyPages(strategy: Strategy): StrategyPage[] {
  const written = leverPairs.filter((pair) => pair.some((lever) => strategy.notes[lever].trim() !== ''))
  const monitored = strategy.indicators.some(({ name }) => name !== '') || strategy.improve.trim() !== ''
  return [
    { kind: 'outline' },
    ...(written.length > 0 ? [{ kind: 'levers' as const, pairs: written }] : []),
    ...(strategy.actions.some(({ what }) => what !== '') ? pagesOf(strategy.actions, ACTIONS).map((actions) => ({ kind: 'plan' as const, actions })) : []),
    ...(monitored ? pagesOf(strategy.indicators, INDICATORS).map((indicators) => ({ kind: 'monitor' as const, indicators })) : []),
  ]
}
